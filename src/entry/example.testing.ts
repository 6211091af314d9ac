/** For tests: modules with marker calls, lowered, and what came of it. */
import { Diagnostic } from '../diagnostics/index.js';
import { type Module, verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { lowerDerivatives } from './index.js';

export interface Lowered { readonly module: Module; readonly text: string; readonly changed: boolean }

/** @throws Error if what comes out is not valid. */
export function lower(text: string): Lowered {
  const module = parseModule(text, { file: 'example.ll' });
  const { changed } = lowerDerivatives(module);
  const problems = verifyModule(module);
  if (problems.length > 0) throw new Error(`invalid output: ${JSON.stringify(problems[0])}`);
  return { module, changed, text: printModule(module) };
}

/** The refusals of a module as `code: message (reason)`, one for each marker call that cannot be lowered. */
export function refusals(text: string): string[] {
  try {
    lower(text);
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    return all.map((each) => {
      if (!(each instanceof Diagnostic)) throw each;
      return `${each.code}: ${each.message} (${each.reason})`;
    });
  }
  return [];
}

/** `square` and `dot`, and a function that calls a marker for them: `%r = call TYPE (...) @__enzyme_MODE(ARGUMENTS)`. */
export function program(type: string, mode: 'autodiff' | 'fwddiff', args: string, more = ''): string {
  return `
define double @square(double %x) {
  %y = fmul double %x, %x
  ret double %y
}

define double @dot(ptr %v, ptr %w, i32 %n) {
  %a = load double, ptr %v
  %b = load double, ptr %w
  %y = fmul double %a, %b
  ret double %y
}

${more}
define void @caller(double %x, double %dx, ptr %v, ptr %dv, float %single) {
  ${type === 'void' ? '' : '%r = '}call ${type} (...) @__enzyme_${mode}(${args})
  ret void
}

declare ${type} @__enzyme_${mode}(...)
`;
}
