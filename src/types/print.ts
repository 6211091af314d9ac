/** The printed form of types: one line for each value of a function about which more is known than its type says. */
import { type Value } from '../ir/index.js';
import { type Run } from './runs.js';
import type { Shape, Tail } from './shape.js';
import type { Solver } from './solver.js';

const depthLimit = 3;

export function printTypes(solver: Solver): string {
  const { fn } = solver;
  const lines = [`types of @${fn.name}`];
  let number = 0;
  const label = (value: Value & { name: string | undefined }): string => `%${value.name ?? number++}`;
  for (const arg of fn.args) lines.push(`  ${label(arg)}: ${printShape(solver.whole(arg))}`);
  for (const block of fn.blocks) {
    label(block);
    for (const instruction of block.instructions) {
      if (instruction.type.kind === 'void') continue;
      const name = label(instruction);
      if (instruction.type.kind !== 'float') lines.push(`  ${name}: ${printShape(solver.whole(instruction))}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `{0: double, 8: integer x4, 16: pointer -> ...}`; a pattern as `[every 40: ...]`. */
export function printShape(shape: Shape, depth = 0): string {
  const parts = shape.runs.map((run) => printRun(run, depth));
  if (shape.tail) parts.push(printTail(shape.tail, depth));
  return `{${parts.join(', ')}}`;
}

function printTail(tail: Tail, depth: number): string {
  const range = tail.start === 0 && tail.end === Infinity && tail.phase === 0 ? ''
    : ` from ${tail.start} to ${tail.end}${tail.phase === 0 ? '' : ` phase ${tail.phase}`}`;
  return `every ${tail.period}${range}: {${tail.runs.map((run) => printRun(run, depth)).join(', ')}}`;
}

function printRun(run: Run, depth: number): string {
  const count = run.count === 1 ? '' : ` x${run.count}`;
  const target = !run.pointee ? '' : depth >= depthLimit ? ' -> ...' : ` -> ${printShape(run.pointee, depth + 1)}`;
  return `${run.offset}: ${run.kind}${count}${target}`;
}
