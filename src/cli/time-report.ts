/** Where the time of a command went: `ribozyme --time-report clang ...`. Phases that run side by side count each for itself. */

interface Phase { milliseconds: number; times: number }

let phases: Map<string, Phase> | undefined;
const start = performance.now();

export function startTimeReport(): void { phases ??= new Map(); }

/** Does the work, and notes how long it took. */
export async function timed<T>(phase: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    note(phase, performance.now() - began);
  }
}

export function timedSync<T>(phase: string, work: () => T): T {
  const began = performance.now();
  try {
    return work();
  } finally {
    note(phase, performance.now() - began);
  }
}

export function note(phase: string, milliseconds: number): void {
  if (!phases) return;
  const known = phases.get(phase) ?? { milliseconds: 0, times: 0 };
  phases.set(phase, { milliseconds: known.milliseconds + milliseconds, times: known.times + 1 });
}

/** The table; undefined if nobody asked for it. */
export function timeReport(total = performance.now() - start, kilobytes = process.resourceUsage().maxRSS): string | undefined {
  if (!phases) return undefined;
  const rows = [...phases].map(([name, { milliseconds, times }]) => row(milliseconds, `${name}${times > 1 ? ` (${times})` : ''}`));
  return ['    seconds  phase', ...rows, row(total, 'in all'), `${(kilobytes / 1024).toFixed(0).padStart(11)}  megabytes at most, compilers not counted`, ''].join('\n');
}

function row(milliseconds: number, name: string): string { return `${(milliseconds / 1000).toFixed(3).padStart(11)}  ${name}`; }
