const DAY_MS = 24 * 60 * 60 * 1000;

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** A moment as people say it: `today at 14:05`, `yesterday at 9:30`, `3 November`. In the visitor's own time. */
export function writeWhen(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', hour12: false }).format(
    at,
  );
  if (days <= 0) return `today at ${time}`;
  if (days === 1) return `yesterday at ${time}`;
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format(at);
}
