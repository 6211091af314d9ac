/** The printed form of types: one line for each value of a function about which more is known than its type says. */
import type { Value } from '../ir/index.js';
import type { Run } from './runs.js';
import type { Shape, Tail } from './shape.js';
import type { Solver } from './solver.js';

export function printTypes(solver: Solver): string {
  const { fn } = solver;
  const named = new Map<string, Shape>();
  const lines: string[] = [];
  let number = 0;
  const label = (value: Value & { name: string | undefined }): string => `%${value.name ?? number++}`;
  for (const arg of fn.args) lines.push(`  ${label(arg)}: ${printShape(solver.whole(arg), named)}`);
  for (const block of fn.blocks) {
    label(block);
    for (const instruction of block.instructions) {
      if (instruction.type.kind === 'void') continue;
      const name = label(instruction);
      if (instruction.type.kind !== 'float') lines.push(`  ${name}: ${printShape(solver.whole(instruction), named)}`);
    }
  }
  // Looking inside a named type may find others.
  const definitions: string[] = [];
  for (const [name, shape] of named) definitions.push(`  ${name} = ${printContent(shape, named)}`);
  return `${[`types of @${fn.name}`, ...lines, ...definitions].join('\n')}\n`;
}

/** `{0: double, 8: integer x4, 16: pointer -> ...}`; a pattern as `every 40: {...}`. Named types are collected. */
export function printShape(shape: Shape, named = new Map<string, Shape>()): string {
  if (shape.name === undefined) return printContent(shape, named);
  named.set(shape.name, shape);
  return shape.name;
}

function printContent(shape: Shape, named: Map<string, Shape>): string {
  const parts = shape.runs.map((run) => printRun(run, named));
  if (shape.tail) parts.push(printTail(shape.tail, named));
  return `{${parts.join(', ')}}`;
}

function printTail(tail: Tail, named: Map<string, Shape>): string {
  const range = tail.start === 0 && tail.end === Infinity && tail.phase === 0 ? ''
    : ` from ${tail.start} to ${tail.end}${tail.phase === 0 ? '' : ` phase ${tail.phase}`}`;
  return `every ${tail.period}${range}: {${tail.runs.map((run) => printRun(run, named)).join(', ')}}`;
}

function printRun(run: Run, named: Map<string, Shape>): string {
  const count = run.count === 1 ? '' : ` x${run.count}`;
  return `${run.offset}: ${run.kind}${run.orInteger ? ' or integer' : ''}${count}${run.pointee ? ` -> ${printShape(run.pointee, named)}` : ''}`;
}
