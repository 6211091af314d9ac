import type { Builder, Function, Value } from '../ir/index.js';

/** A marker call that has been read: what it is about, and what takes its place. */
export interface Task {
  /** What it and its callees ask for is lowered before. */
  readonly source: Function;
  /** The code, at the place of the call; the value that stands for its result. */
  emit(build: Builder): Value | undefined;
}
