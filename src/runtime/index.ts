/**
 * Differentiated code for JavaScript, in Node and in browsers.
 *
 * `compile` turns C or C++ into JavaScript functions: clang (as WebAssembly) makes optimised IR with debug info, which
 * tells names and types of parameters, and a WebAssembly program, which runs in this process. `gradient`,
 * `pullback`, `tangent` and `derivative` add a function to the same IR that asks for the derivative as a C programmer
 * would (`wrappers.ts`), have it lowered, and build a second program with it.
 *
 * Invariant: a derivative leaves its arguments and the variables of the program as they are.
 *
 * ```js
 * const { rosenbrock } = await compile('rosenbrock.c');
 * const slope = await gradient(rosenbrock);
 * rosenbrock(1, 2);  // 100
 * slope(1, 2);       // [-400, 200]
 * ```
 */
export { compile, type CompiledFunction, type CompileOptions, type Result } from './compile.js';
export { gradient, pullback, valueAndGradient, type Seeds, type ValueAndGradient } from './pullback.js';
export { derivative, tangent, type Direction, type Tangent } from './tangent.js';
export type { Derivative, DerivativeOptions } from './derivatives.js';
export type { Argument } from './arguments.js';
export type { Parameter, ParameterType, Signature } from './signature.js';
export type { Scalar, ScalarType, TypedArray } from './scalars.js';
export type { Source } from './sources.js';
export type { Progress } from './program.js';
export type { OutputSink, OutputStream } from './instance.js';
export { Diagnostic } from '../diagnostics/index.js';
export { CompilerFailure } from '../toolchain/toolchain.js';
