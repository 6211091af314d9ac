/**
 * Complex numbers that travel as vectors of two lanes, as `float _Complex` does on x86-64: functions of them are called
 * through a helper that takes and returns the parts as numbers of their own, which is what the rules are stated for.
 */
import {
  type AnyCall, type Function, type Type, type Value, Builder, CallInstruction, FunctionType, StructType, constantInt, i32, isCall, poison, replaceInvokeByCall,
} from '../ir/index.js';
import { complexHelperPrefix, findRule } from '../rules/index.js';
import { importFunction } from './support.js';

export function expandComplexLanes(fn: Function): void {
  for (const call of [...fn.instructions()]) {
    const callee = isCall(call) ? call.calledFunction : undefined;
    if (!isCall(call) || !callee?.isDeclaration || callee.functionType.text !== call.functionType.text) continue;
    const { parameters, result } = callee.functionType;
    if (![result, ...parameters].some(isPair)) continue;
    const type = new FunctionType(isPair(result) ? new StructType([result.element, result.element]) : result, parameters.flatMap(partsOf));
    const name = `${complexHelperPrefix}${callee.name}`;
    if (findRule(name, type)?.kind === 'math') replace(call, importFunction(fn.module, helper(name, callee, type), name));
  }
}

type Pair = Extract<Type, { kind: 'vector' }>;

function isPair(type: Type): type is Pair { return type.kind === 'vector' && !type.scalable && type.length === 2 && type.element.kind === 'float'; }

function partsOf(type: Type): Type[] { return isPair(type) ? [type.element, type.element] : [type]; }

function replace(call: AnyCall, helper: Function): void {
  const { block } = call;
  if (!block) return;
  const build = new Builder(block).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  const args = call.args.flatMap((arg) => (isPair(arg.type) ? [0, 1].map((lane): Value => build.extractElement(arg, constantInt(i32, lane))) : [arg]));
  const parts = build.insert(new CallInstruction(helper.functionType, helper, args));
  const inLanes = (value: Value, lane: number): Value => build.insertElement(value, build.extractValue(parts, [lane]), constantInt(i32, lane));
  call.replaceAllUsesWith(isPair(call.type) ? [0, 1].reduce(inLanes, poison(call.type) as Value) : parts);
  if (call.kind === 'invoke') replaceInvokeByCall(call).erase();
  else call.erase();
}

function helper(name: string, callee: Function, type: FunctionType): string {
  const { parameters, result } = callee.functionType;
  const lines: string[] = [];
  let at = 0;
  const args = parameters.map((parameter) => {
    if (!isPair(parameter)) return `${parameter.text} %${at++}`;
    const [first, second, both] = [at++, at++, `%both${at}`];
    lines.push(`%one${at} = insertelement ${parameter.text} poison, ${parameter.element.text} %${first}, i32 0`);
    lines.push(`${both} = insertelement ${parameter.text} %one${at}, ${parameter.element.text} %${second}, i32 1`);
    return `${parameter.text} ${both}`;
  });
  lines.push(`%result = call ${result.text} @${callee.name}(${args.join(', ')})`);
  if (isPair(result)) {
    const { element } = result;
    lines.push(`%real = extractelement ${result.text} %result, i32 0`, `%imaginary = extractelement ${result.text} %result, i32 1`);
    lines.push(`%first = insertvalue ${type.result.text} poison, ${element.text} %real, 0`, `%pair = insertvalue ${type.result.text} %first, ${element.text} %imaginary, 1`);
  }
  lines.push(`ret ${type.result.text} ${isPair(result) ? '%pair' : '%result'}`);
  return `declare ${result.text} @${callee.name}(${parameters.map((each) => each.text).join(', ')})
define ${type.result.text} @${name}(${type.parameters.map((each, i) => `${each.text} %${i}`).join(', ')}) nounwind alwaysinline {
${lines.join('\n')}
}
`;
}
