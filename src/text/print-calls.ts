/** What `call`, `invoke` and `callbr` have between the opcode and their destinations. */
import { type AnyCall, quoteString } from '../ir/index.js';
import { attributeText, needsLifetimeSize } from './dialect.js';
import type { InstructionPrinter } from './print-instructions.js';

export function printCallSite(call: AnyCall, printer: InstructionPrinter): string {
  const { functionType } = call;
  const before = [...call.flags, call.callingConvention].filter((word) => word !== '').map((word) => `${word} `).join('');
  const space = call.addressSpace === '' ? '' : `addrspace(${call.addressSpace}) `;
  // The result alone says the type of the callee, unless it takes variable arguments.
  const type = functionType.isVariadic ? functionType.text : functionType.result.text;
  const callee = printer.value(call.callee);
  const after = attributeText(call.functionAttributes, printer.llvm).trimEnd();
  return `${before}${attributeText(call.returnAttributes, printer.llvm)}${space}${type} ${callee}(${printArguments(call, printer)})`
    + `${after === '' ? '' : ` ${after}`}${printBundles(call, printer)}`;
}

function printArguments(call: AnyCall, printer: InstructionPrinter): string {
  const list = call.args.map((argument, index) => {
    const words = attributeText(call.argumentAttributes[index] ?? [], printer.llvm);
    const type = argument.kind === 'metadata' ? 'metadata' : argument.type.text;
    return `${type} ${words}${printer.value(argument)}`;
  });
  if (needsLifetimeSize(call.calledFunction?.name ?? '', call.args.length, printer.llvm)) list.unshift('i64 -1');
  // A musttail call of a variadic function passes on the caller's variable arguments.
  const passesOn = call.kind === 'call' && call.tail === 'musttail' && call.functionType.isVariadic && printer.fn.functionType.isVariadic;
  if (passesOn) list.push('...');
  return list.join(', ');
}

function printBundles(call: AnyCall, printer: InstructionPrinter): string {
  const { bundles } = call;
  if (bundles.length === 0) return '';
  return ` [ ${bundles.map(({ tag, inputs }) => `${quoteString(tag)}(${inputs.map(printer.typed).join(', ')})`).join(', ')} ]`;
}
