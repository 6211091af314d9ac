/**
 * What declarations of BLAS do not say: that they touch nothing but their arguments, which of those they only read, and what is
 * behind them. It is written onto the declarations as attributes while derivatives are made.
 */
import type { Module } from '../ir/index.js';
import { findBlas, isByReference, operandKind, writtenOperands } from '../rules/index.js';

/** Returns what puts everything back. */
export function declareLibraryFacts(module: Module): () => void {
  const undo: (() => void)[] = [];
  for (const fn of module.functions.values()) {
    const rule = fn.isDeclaration ? findBlas(fn.name, fn.functionType) : undefined;
    if (!rule) continue;
    const before = { attributes: fn.attributes, parameters: fn.args.map((arg) => arg.attributes) };
    undo.push(() => {
      fn.attributes = before.attributes;
      fn.args.forEach((arg, i) => { arg.attributes = before.parameters[i] ?? []; });
    });
    const written = new Set(writtenOperands(rule));
    fn.attributes = [...fn.attributes, 'argmemonly', 'nounwind', 'willreturn'];
    fn.args.forEach((arg, i) => {
      const operand = rule.operands[i];
      if (operand === undefined || !isByReference(rule, operand)) return;
      const facts = ['nocapture', ...(written.has(operand) ? [] : ['readonly']), `"enzyme_type"="{[-1]:Pointer, [-1,-1]:${typeBehind(operand, rule.precision)}}"`];
      arg.attributes = [...arg.attributes, ...facts];
    });
  }
  return () => { for (const each of undo) each(); };
}

function typeBehind(operand: string, precision: string): string {
  const kind = operandKind(operand);
  return kind === 'array' || kind === 'scalar' ? `Float@${precision}` : 'Integer';
}
