/**
 * Helper functions that derivative code calls, emitted into the module that needs them as `linkonce_odr`, so that there
 * is no runtime library to link.
 */
import { type Builder, type Function, FunctionType, type Module, type Value, cloneBody, constantInt, i1, pointer, voidType } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { supportNames as names } from './support-calls.js';
import { wordType } from './types.js';

/** `ptr allocate(word bytes)`: fresh memory. */
export function allocateFunction(module: Module): Function { return supportFunction(module, names.allocate); }

/** `ptr grow(ptr buffer, word had, word have, word size)`: room for `have` records of `size` bytes, where there was room for `had`. */
export function growFunction(module: Module): Function { return supportFunction(module, names.grow); }

/** `void bury(ptr list, ptr p, ptr free)`: puts `p`, unless null, on a list of what to free, and by which function, when the reverse sweep is over. */
export function buryFunction(module: Module): Function { return supportFunction(module, names.bury); }

/** `void release(ptr list)`: frees the pointers on the list, and the list. */
export function releaseFunction(module: Module): Function { return supportFunction(module, names.release); }

/** `void inherit(ptr list, ptr other)`: moves everything from the other list to the list, and frees the memory of the other. */
export function inheritFunction(module: Module): Function { return supportFunction(module, names.inherit); }

/** `ptr keep(ptr list, word bytes)`: memory that is freed with what is on the list. It is cut from pieces of which each is twice as large as the one before. */
export function keepFunction(module: Module): Function { return supportFunction(module, names.keep); }

/** `void stop(ptr text, word length)`: writes the text to the standard error stream, and ends the program. */
export function stopFunction(module: Module): Function { return supportFunction(module, names.stop); }

/**
 * `ptr append(ptr log, word bytes)` and `ptr read(ptr log, word bytes)` go on by so many bytes, and return where they are. `word open(ptr log)` makes
 * room for a place in the log, `close(ptr log, word at)` writes there where the log ends now, and `skip(ptr log)` goes to what was written so.
 * A log is three words as well: the bytes, how many are used, how many fit.
 */
export function logFunction(module: Module, what: 'append' | 'read' | 'open' | 'close' | 'skip'): Function { return supportFunction(module, `${names.log}_${what}`); }

/** Copies so many bytes. */
export function copyBlock(build: Builder, to: Value, from: Value, length: Value): void {
  const memcpy = build.block.parent.module.getOrDeclare(`llvm.memcpy.p0.p0.${length.type.text}`, new FunctionType(voidType, [pointer, pointer, length.type, i1]));
  build.call(memcpy, [to, from, length, constantInt(i1, 0)]);
}

/** The array of pairs, how many there are, how many fit; of the piece of memory that `keep` cuts from, where the rest begins and ends. All zero is an empty list. */
export const graveyardWords = 5;

function supportFunction(module: Module, name: string): Function {
  return module.functions.get(name) ?? importFunction(module, source(wordType(module).text), name);
}

/** Copies the function, and what it calls, from text into the module. */
export function importFunction(module: Module, text: string, name: string): Function {
  const library = parseModule(text);
  const take = (fn: Function): Function => {
    const known = module.functions.get(fn.name);
    if (known) return known;
    const copy = module.addFunction(fn.name, fn.functionType);
    copy.words = fn.words;
    copy.returnAttributes = fn.returnAttributes;
    copy.attributes = fn.attributes.flatMap((word) => library.expandAttributes([word]));
    if (fn.isDeclaration) return copy;
    copy.words.linkage = 'linkonce_odr';
    const values = new Map<Value, Value>(fn.args.map((arg, i) => [arg, copy.args[i] ?? arg]));
    for (const instruction of fn.instructions()) {
      for (const operand of instruction.operands) if (operand.kind === 'function') values.set(operand, take(operand));
    }
    cloneBody(fn, copy, values);
    return copy;
  };
  const found = library.functions.get(name);
  if (!found) throw new Error(`no function @${name} in the support library`);
  return take(found);
}

function source(word: string): string { return `${tapes(word)}${graveyards(word)}${arenas(word)}${handOver(word)}${stops(word)}${logs(word)}`; }

function tapes(word: string): string {
  return `
declare ptr @malloc(${word})
declare ptr @realloc(ptr, ${word})
declare void @free(ptr)
declare void @abort() noreturn

define noalias ptr @${names.allocate}(${word} %bytes) nounwind alwaysinline {
entry:
  %new = call ptr @malloc(${word} %bytes)
  %failed = icmp eq ptr %new, null
  br i1 %failed, label %die, label %done
die:
  call void @abort()
  unreachable
done:
  ret ptr %new
}

define ptr @${names.grow}(ptr %buffer, ${word} %had, ${word} %have, ${word} %size) nounwind noinline {
entry:
  %bytes = mul ${word} %have, %size
  %grown = call ptr @realloc(ptr %buffer, ${word} %bytes)
  %failed = icmp eq ptr %grown, null
  br i1 %failed, label %die, label %done
die:
  call void @abort()
  unreachable
done:
  ret ptr %grown
}
`;
}

function graveyards(word: string): string {
  return `
define void @${names.bury}(ptr %list, ptr %dead, ptr %free) nounwind {
entry:
  %null = icmp eq ptr %dead, null
  br i1 %null, label %done, label %add
add:
  %countAt = getelementptr ${word}, ptr %list, i32 1
  %capacityAt = getelementptr ${word}, ptr %list, i32 2
  %count = load ${word}, ptr %countAt
  %capacity = load ${word}, ptr %capacityAt
  %full = icmp eq ${word} %count, %capacity
  br i1 %full, label %more, label %put
more:
  %array = load ptr, ptr %list
  %double = shl ${word} %capacity, 1
  %small = icmp ult ${word} %double, 16
  %have = select i1 %small, ${word} 16, ${word} %double
  %grown = call ptr @${names.grow}(ptr %array, ${word} %capacity, ${word} %have, ${word} ${word === 'i32' ? 8 : 16})
  store ptr %grown, ptr %list
  store ${word} %have, ptr %capacityAt
  br label %put
put:
  %base = load ptr, ptr %list
  %slot = getelementptr {ptr, ptr}, ptr %base, ${word} %count
  %freeAt = getelementptr {ptr, ptr}, ptr %slot, i32 0, i32 1
  store ptr %dead, ptr %slot
  store ptr %free, ptr %freeAt
  %next = add ${word} %count, 1
  store ${word} %next, ptr %countAt
  br label %done
done:
  ret void
}

define void @${names.release}(ptr %list) nounwind {
entry:
  %countAt = getelementptr ${word}, ptr %list, i32 1
  %count = load ${word}, ptr %countAt
  %base = load ptr, ptr %list
  %empty = icmp eq ${word} %count, 0
  br i1 %empty, label %done, label %loop
loop:
  %i = phi ${word} [ 0, %entry ], [ %next, %loop ]
  %slot = getelementptr {ptr, ptr}, ptr %base, ${word} %i
  %freeAt = getelementptr {ptr, ptr}, ptr %slot, i32 0, i32 1
  %dead = load ptr, ptr %slot
  %free = load ptr, ptr %freeAt
  call void %free(ptr %dead)
  %next = add ${word} %i, 1
  %more = icmp ult ${word} %next, %count
  br i1 %more, label %loop, label %done
done:
  call void @free(ptr %base)
  ret void
}
`;
}

/** The size of a piece stands behind its end. Larger ones than this may come fresh from the system each time, page by page. What would leave much of one unused is alone. */
const largestPiece = 65536;

function arenas(word: string): string {
  return `
define ptr @${names.keep}(ptr %list, ${word} %bytes) nounwind alwaysinline {
entry:
  %restAt = getelementptr ptr, ptr %list, i32 3
  %endAt = getelementptr ptr, ptr %list, i32 4
  %rest = load ptr, ptr %restAt
  %end = load ptr, ptr %endAt
  %more = add ${word} %bytes, 15
  %rounded = and ${word} %more, -16
  %from = ptrtoint ptr %rest to ${word}
  %to = ptrtoint ptr %end to ${word}
  %left = sub ${word} %to, %from
  %fits = icmp ule ${word} %rounded, %left
  br i1 %fits, label %cut, label %fetch
cut:
  %next = getelementptr i8, ptr %rest, ${word} %rounded
  store ptr %next, ptr %restAt
  br label %done
fetch:
  %new = call ptr @${names.keep}_more(ptr %list, ${word} %rounded)
  br label %done
done:
  %memory = phi ptr [ %rest, %cut ], [ %new, %fetch ]
  ret ptr %memory
}

define ptr @${names.keep}_more(ptr %list, ${word} %bytes) nounwind noinline {
entry:
  %large = icmp uge ${word} %bytes, ${largestPiece / 4}
  br i1 %large, label %alone, label %piece
alone:
  %own = call ptr @${names.allocate}(${word} %bytes)
  call void @${names.bury}(ptr %list, ptr %own, ptr @free)
  ret ptr %own
piece:
  %restAt = getelementptr ptr, ptr %list, i32 3
  %endAt = getelementptr ptr, ptr %list, i32 4
  %before = load ptr, ptr %endAt
  %first = icmp eq ptr %before, null
  br i1 %first, label %take, label %look
look:
  %last = load ${word}, ptr %before
  %double = shl ${word} %last, 1
  %most = icmp ugt ${word} %double, ${largestPiece}
  %twice = select i1 %most, ${word} ${largestPiece}, ${word} %double
  br label %take
take:
  %wanted = phi ${word} [ 1024, %piece ], [ %twice, %look ]
  %small = icmp ult ${word} %wanted, %bytes
  %size = select i1 %small, ${word} %bytes, ${word} %wanted
  %all = add ${word} %size, 16
  %fresh = call ptr @${names.allocate}(${word} %all)
  call void @${names.bury}(ptr %list, ptr %fresh, ptr @free)
  %end = getelementptr i8, ptr %fresh, ${word} %size
  store ${word} %size, ptr %end
  store ptr %end, ptr %endAt
  %rest = getelementptr i8, ptr %fresh, ${word} %bytes
  store ptr %rest, ptr %restAt
  ret ptr %fresh
}
`;
}

function handOver(word: string): string {
  return `
define void @${names.inherit}(ptr %list, ptr %other) nounwind {
entry:
  %countAt = getelementptr ${word}, ptr %other, i32 1
  %count = load ${word}, ptr %countAt
  %base = load ptr, ptr %other
  %empty = icmp eq ${word} %count, 0
  br i1 %empty, label %done, label %loop
loop:
  %i = phi ${word} [ 0, %entry ], [ %next, %loop ]
  %slot = getelementptr {ptr, ptr}, ptr %base, ${word} %i
  %freeAt = getelementptr {ptr, ptr}, ptr %slot, i32 0, i32 1
  %dead = load ptr, ptr %slot
  %free = load ptr, ptr %freeAt
  call void @${names.bury}(ptr %list, ptr %dead, ptr %free)
  %next = add ${word} %i, 1
  %more = icmp ult ${word} %next, %count
  br i1 %more, label %loop, label %done
done:
  call void @free(ptr %base)
  ret void
}
`;
}

function stops(word: string): string {
  return `
declare ${word} @write(i32, ptr, ${word})

define void @${names.stop}(ptr %text, ${word} %length) nounwind noinline cold noreturn {
entry:
  %written = call ${word} @write(i32 2, ptr %text, ${word} %length)
  call void @abort()
  unreachable
}
`;
}

function logs(word: string): string {
  return `
define ptr @${names.log}_append(ptr %log, ${word} %bytes) nounwind {
entry:
  %usedAt = getelementptr ${word}, ptr %log, i32 1
  %capacityAt = getelementptr ${word}, ptr %log, i32 2
  %used = load ${word}, ptr %usedAt
  %capacity = load ${word}, ptr %capacityAt
  %need = add ${word} %used, %bytes
  %fits = icmp ule ${word} %need, %capacity
  br i1 %fits, label %done, label %more
more:
  %old = load ptr, ptr %log
  %double = shl ${word} %need, 1
  %have = add ${word} %double, 256
  %grown = call ptr @${names.grow}(ptr %old, ${word} %capacity, ${word} %have, ${word} 1)
  store ptr %grown, ptr %log
  store ${word} %have, ptr %capacityAt
  br label %done
done:
  store ${word} %need, ptr %usedAt
  %base = load ptr, ptr %log
  %at = getelementptr i8, ptr %base, ${word} %used
  ret ptr %at
}

define ptr @${names.log}_read(ptr %log, ${word} %bytes) nounwind {
entry:
  %usedAt = getelementptr ${word}, ptr %log, i32 1
  %used = load ${word}, ptr %usedAt
  %next = add ${word} %used, %bytes
  store ${word} %next, ptr %usedAt
  %base = load ptr, ptr %log
  %at = getelementptr i8, ptr %base, ${word} %used
  ret ptr %at
}

define ${word} @${names.log}_open(ptr %log) nounwind {
entry:
  %usedAt = getelementptr ${word}, ptr %log, i32 1
  %used = load ${word}, ptr %usedAt
  %at = call ptr @${names.log}_append(ptr %log, ${word} 8)
  ret ${word} %used
}

define void @${names.log}_close(ptr %log, ${word} %at) nounwind {
entry:
  %usedAt = getelementptr ${word}, ptr %log, i32 1
  %used = load ${word}, ptr %usedAt
  %base = load ptr, ptr %log
  %slot = getelementptr i8, ptr %base, ${word} %at
  store ${word} %used, ptr %slot
  ret void
}

define void @${names.log}_skip(ptr %log) nounwind {
entry:
  %slot = call ptr @${names.log}_read(ptr %log, ${word} 8)
  %end = load ${word}, ptr %slot
  %usedAt = getelementptr ${word}, ptr %log, i32 1
  store ${word} %end, ptr %usedAt
  ret void
}
`;
}
