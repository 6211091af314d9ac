/** `call`, `invoke` and `callbr`. */
import {
  type CallBase, CallBrInstruction, CallInstruction, FunctionType, InlineAsm, type Instruction, InvokeInstruction, type OperandBundle,
  type Type, type Value, fastMathFlags, pointer, sameType,
} from '../ir/index.js';
import { readArgumentAttributes, readAttribute, readResultAttributes } from './attributes.js';
import { readCallingConvention } from './calling-conventions.js';
import { globalKey, readValue } from './constants.js';
import { readLabel, readLabels } from './control-flow.js';
import { isOpcode } from './instructions.js';
import { Punctuation, Token } from './lexer.js';
import { readMetadataOperand } from './metadata.js';
import { opaqueIntrinsicName } from './names.js';
import { completePointeeAttributes } from './old-dialects.js';
import { newArguments, newName, oldIntrinsic } from './old-intrinsics.js';
import type { Reader } from './reader.js';
import { checkResultType, readType, readValueType } from './types.js';

export function readCall(reader: Reader): Instruction { return readCallWithTail(reader, ''); }

/** After `tail`, `musttail` or `notail`. */
export function readMarkedCall(reader: Reader, marker: string): Instruction {
  reader.expectWord('call');
  return readCallWithTail(reader, marker);
}

export function readInvoke(reader: Reader): Instruction {
  const site = readCallSite(reader);
  reader.expectWord('to');
  const normal = readLabel(reader);
  reader.expectWord('unwind');
  return complete(site, new InvokeInstruction(site.functionType, site.callee, site.args, [normal, readLabel(reader)], site.bundles));
}

export function readCallBr(reader: Reader): Instruction {
  const site = readCallSite(reader);
  reader.expectWord('to');
  const successors = [readLabel(reader), ...readLabels(reader)];
  return complete(site, new CallBrInstruction(site.functionType, site.callee, site.args, successors, site.bundles));
}

/** Everything of a call that has no place in the constructor of its instruction. */
interface CallSite {
  readonly flags: string[];
  readonly callingConvention: string;
  readonly returnAttributes: string[];
  readonly addressSpace: string;
  readonly functionType: FunctionType;
  readonly callee: Value;
  readonly args: Value[];
  readonly argumentAttributes: string[][];
  readonly functionAttributes: string[];
  readonly bundles: OperandBundle[];
}

interface ArgumentList { readonly args: Value[]; readonly attributes: string[][]; readonly pointees: (Type | undefined)[] }

function readCallWithTail(reader: Reader, tail: string): Instruction {
  const site = readCallSite(reader);
  const call = new CallInstruction(site.functionType, site.callee, site.args, site.bundles);
  call.tail = tail;
  return complete(site, call);
}

function complete<T extends CallBase>(site: CallSite, call: T): T {
  call.flags = site.flags;
  call.callingConvention = site.callingConvention;
  call.returnAttributes = site.returnAttributes;
  call.addressSpace = site.addressSpace;
  call.argumentAttributes = site.argumentAttributes;
  call.functionAttributes = site.functionAttributes;
  return call;
}

function readCallSite(reader: Reader): CallSite {
  const flags = readFastMathFlags(reader);
  const callingConvention = readCallingConvention(reader);
  const beforeType = readWordsBeforeType(reader);
  const typeAt = reader.start;
  // The type of the callee, or of its result alone.
  const written = readType(reader);
  const calleeAt = reader.start;
  const calledName = reader.at(Token.global) ? globalKey(reader) : '';
  const makeCallee = readCallee(reader, beforeType.addressSpace);
  const oldList = readArguments(reader);
  const oldType = written.kind === 'function' ? written : inferType(reader, written, oldList, typeAt);
  checkArguments(reader, oldType, oldList, calleeAt);
  const old = oldIntrinsic(calledName, oldList.args.length);
  const list = old ? newArguments(old, oldList, flags) : oldList;
  const functionType = old ? inferType(reader, oldType.result, list, typeAt) : oldType;
  const callee = makeCallee(functionType);
  completePointeeAttributes(callee, list.attributes, list.pointees);
  return {
    flags, callingConvention, ...beforeType, functionType, callee, args: list.args, argumentAttributes: list.attributes,
    functionAttributes: readFunctionAttributes(reader), bundles: readBundles(reader),
  };
}

function readFastMathFlags(reader: Reader): string[] {
  const flags: string[] = [];
  while (reader.at(Token.word) && isFastMathFlag(reader.slice)) flags.push(reader.take());
  return flags;
}

const fastMath = new Set<string>(fastMathFlags);
function isFastMathFlag(word: string): boolean { return fastMath.has(word); }

function readWordsBeforeType(reader: Reader): { returnAttributes: string[]; addressSpace: string } {
  const returnAttributes: string[] = [];
  let addressSpace = '';
  for (const word of readResultAttributes(reader)) {
    const space = /^addrspace\((\d+)\)$/.exec(word);
    if (space) addressSpace = space[1] ?? '';
    else returnAttributes.push(word);
  }
  return { returnAttributes, addressSpace };
}

function readArguments(reader: Reader): ArgumentList {
  const list: ArgumentList = { args: [], attributes: [], pointees: [] };
  reader.expect(Punctuation.open, '`(`');
  if (reader.accept(Punctuation.close)) return list;
  do {
    // `...` stands for the variable arguments of the caller, in a musttail call; LLVM prints it last.
    if (reader.at(Token.ellipsis)) {
      reader.next();
      break;
    }
    const type = readValueType(reader);
    const { pointee } = reader;
    list.pointees.push(pointee);
    list.attributes.push(type.kind === 'metadata' ? [] : readArgumentAttributes(reader, pointee));
    list.args.push(readOperand(reader, type));
  } while (reader.accept(Punctuation.comma));
  reader.expect(Punctuation.close, '`)`');
  return list;
}

/** An argument or the input of a bundle: of all operands, only these can be metadata. */
function readOperand(reader: Reader, type: Type): Value {
  return type.kind === 'metadata' ? readMetadataOperand(reader) : readValue(reader, type);
}

function inferType(reader: Reader, result: Type, list: ArgumentList, at: number): FunctionType {
  checkResultType(reader, result, at);
  return reader.context.types.intern(new FunctionType(result, list.args.map((argument) => argument.type)));
}

function checkArguments(reader: Reader, type: FunctionType, list: ArgumentList, at: number): void {
  const { parameters, isVariadic } = type;
  if (isVariadic ? list.args.length < parameters.length : list.args.length !== parameters.length) {
    reader.fail(`the callee takes ${parameters.length} arguments, not ${list.args.length}`, at);
  }
  parameters.forEach((parameter, index) => {
    const argument = list.args[index];
    if (argument && !sameType(argument.type, parameter)) {
      reader.fail(`argument ${index + 1} has the type ${argument.type.text}, the callee takes ${parameter.text}`, at);
    }
  });
}

/** Reads the callee. What it is may depend on the type of the call, which the arguments complete. */
function readCallee(reader: Reader, addressSpace: string): (type: FunctionType) => Value {
  if (reader.isWord('asm')) return readInlineAsm(reader);
  if (reader.at(Token.global)) return readCalledGlobal(reader);
  const callee = readValue(reader, addressSpace === '' ? pointer : reader.context.types.pointer(Number(addressSpace)));
  return () => callee;
}

/** The global called. An intrinsic need not be declared. */
function readCalledGlobal(reader: Reader): (type: FunctionType) => Value {
  const { globals, module } = reader.context;
  const name = globalKey(reader);
  if (!globals.has(name) && !name.startsWith('llvm.')) reader.fail(`@${name} is not defined or declared`);
  reader.next();
  return (type) => {
    const known = globals.get(name);
    if (known) return known;
    const old = oldIntrinsic(name, type.parameters.length);
    const newest = opaqueIntrinsicName(old ? newName(old, name) : name);
    const declared = module.functions.get(newest) ?? module.addFunction(newest, type);
    globals.set(name, declared);
    return declared;
  };
}

/** `asm sideeffect alignstack "code", "constraints"`. */
function readInlineAsm(reader: Reader): (type: FunctionType) => Value {
  reader.next();
  const flags: string[] = [];
  while (reader.at(Token.word)) flags.push(reader.take());
  const assembly = reader.string('the assembly code');
  reader.expect(Punctuation.comma, '`,`');
  const constraints = reader.string('the constraints');
  return (type) => new InlineAsm(pointer, type, flags, assembly, constraints);
}

/** Attributes after the arguments. They end where the next instruction, a bundle or a destination begins. */
function readFunctionAttributes(reader: Reader): string[] {
  const words: string[] = [];
  for (;;) {
    const isWord = reader.at(Token.word) && !isOpcode(reader.slice) && !reader.isWord('to');
    if (!isWord && !reader.at(Token.string) && !reader.at(Token.attributeGroup)) return words;
    words.push(readAttribute(reader));
  }
}

/** `[ "deopt"(i32 1), "funclet"(token %pad) ]`. */
function readBundles(reader: Reader): OperandBundle[] {
  const bundles: OperandBundle[] = [];
  if (!reader.accept(Punctuation.openSquare)) return bundles;
  if (reader.accept(Punctuation.closeSquare)) return bundles;
  do {
    const tag = reader.string('the tag of an operand bundle');
    const inputs: Value[] = [];
    reader.expect(Punctuation.open, '`(`');
    if (!reader.accept(Punctuation.close)) {
      do inputs.push(readOperand(reader, readValueType(reader))); while (reader.accept(Punctuation.comma));
      reader.expect(Punctuation.close, '`)`');
    }
    bundles.push({ tag, inputs });
  } while (reader.accept(Punctuation.comma));
  reader.expect(Punctuation.closeSquare, '`]`');
  return bundles;
}
