/** Says whether this worker may fetch an address of its own host. */
self.addEventListener('message', (event: MessageEvent<string>) => {
  fetch(event.data).then(
    () => self.postMessage('fetched'),
    () => self.postMessage('refused'),
  );
});
