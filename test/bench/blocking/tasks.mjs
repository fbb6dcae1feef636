/**
 * Tasks of a page's main thread from the browser's own trace: how long each kept the page from answering (wall), and how
 * much of that it computed (cpu). The rest is waiting: for a processor that other programs have, or for a picture that is
 * drawn in software where there is no graphics card.
 */

/** Told from here on, in ms. */
const NOTABLE = 50;

/** Begins a recording; `stop` ends it and has the tasks, longest first. @param profiled also samples who was at work */
export async function record(session, profiled) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], recordMode: 'recordAsMuchAsPossible' },
  });
  if (profiled) {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 1000 });
    await session.send('Profiler.start');
  }
  return {
    async stop() {
      const profile = profiled ? (await session.send('Profiler.stop')).profile : null;
      const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      session.off('Tracing.dataCollected', collect);
      const tasks = mainThreadTasks(events)
        // Those before it are the profiler's own.
        .filter(({ from }) => !profile || from >= profile.startTime)
        .toSorted((a, b) => b.wallMs - a.wallMs);
      return tasks
        .filter(({ wallMs }, i) => i === 0 || wallMs >= NOTABLE)
        .map(({ from, to, ...task }) => ({ ...task, ...(profile && { by: busiest(profile, from, to) }) }));
    },
  };
}

/** All tasks in a trace; from and to in microseconds of the clock that profiles go by. */
export function mainThreadTasks(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(
      ({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`),
    )
    .map(({ ts, dur, tdur = 0 }) => ({ wallMs: dur / 1000, cpuMs: tdur / 1000, from: ts, to: ts + dur }));
}

/** Functions that most of the samples between two times stood in or below: `name 120 (self 80)`, in ms. */
function busiest(profile, from, to) {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const parent = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const [total, self] = [new Map(), new Map()];
  const add = (sums, name, ms) => sums.set(name, (sums.get(name) ?? 0) + ms);
  let at = profile.startTime;
  profile.samples.forEach((id, i) => {
    at += profile.timeDeltas[i];
    const ms = (profile.timeDeltas[i + 1] ?? 0) / 1000;
    if (at < from || at > to) return;
    const seen = new Set();
    for (let each = id; each !== undefined; each = parent.get(each)) {
      const { functionName, url, lineNumber } = byId.get(each).callFrame;
      const name = `${functionName || '?'}${
        url
          ? `@${url
              .split('/')
              .at(-1)
              .replace(/-[\w-]{8}\.js$/, '')}:${lineNumber + 1}`
          : ''
      }`;
      if (each === id) add(self, name, ms);
      if (!seen.has(name)) add(total, name, ms);
      seen.add(name);
    }
  });
  return [...total]
    .filter(([name]) => name !== '(root)')
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)} (self ${(self.get(name) ?? 0).toFixed(0)})`);
}
