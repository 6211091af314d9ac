/** For tests: the types of a function given as IR text, and short forms of the answers. */
import type { Function, Instruction, Module, Value } from '../ir/index.js';
import { isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { type MemoryLayout, type ModuleTypes, type TypeInfo, analyzeTypes } from './index.js';

export const target = 'target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"\ntarget triple = "x86_64-pc-linux-gnu"\n';

export interface Example {
  readonly module: Module;
  readonly types: ModuleTypes;
  fn(name?: string): Function;
  info(name?: string): TypeInfo;
  /** The value called `%name`, in the function called `fn`. */
  value(name: string, fn?: string): Value;
  /** The memory at `%name`, as `24: 0 double, 8 integer*4, ...`; a `?` at the end: not all of it is known. */
  memory(name: string, size?: number, fn?: string): string;
  /** The kind of `%name`, or its fields. */
  kind(name: string, fn?: string): string;
}

/** `fn` defaults to the function `f`. */
export function example(text: string): Example {
  const module = parseModule(target + text, { file: 'example.ll' });
  const types = analyzeTypes(module);
  const fn = (name = 'f'): Function => {
    const found = module.functions.get(name);
    if (!found) throw new Error(`no function ${name}`);
    return found;
  };
  const value = (name: string, inside = 'f'): Value => {
    const all: Value[] = [...fn(inside).args, ...fn(inside).instructions()];
    const found = all.find((each) => 'name' in each && each.name === name);
    if (!found) throw new Error(`no value %${name}`);
    return found;
  };
  return {
    module, types, fn, value,
    info: (name = 'f') => types.of(fn(name)),
    memory: (name, size, inside = 'f') => printLayout(types.of(fn(inside)).memoryLayout(value(name, inside), size)),
    kind: (name, inside = 'f') => {
      const info = types.of(fn(inside));
      const kind = info.valueKind(value(name, inside));
      const fields = info.valueFields(value(name, inside));
      return kind === 'unknown' && fields ? fields.map((field) => `${field.offset} ${field.kind}`).join(', ') : kind;
    },
  };
}

export function printLayout({ period, fields, known }: MemoryLayout): string {
  const list = fields.map(({ offset, kind, size }) => `${offset} ${kind}${kind === 'integer' ? `*${size}` : ''}`).join(', ');
  return `${period}: ${list}${known ? '' : ' ?'}`;
}

/** The calls of `llvm.memcpy` and its like in a function, in order. */
export function memoryCalls(fn: Function): Instruction[] {
  return [...fn.instructions()].filter((each) => isCall(each) && /^llvm\.mem(cpy|move|set)/.test(each.calledFunction?.name ?? ''));
}
