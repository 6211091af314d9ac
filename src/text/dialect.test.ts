import { describe, expect, it } from 'vitest';
import { attributesFor } from './dialect.js';
import { parseModule, printModule } from './index.js';
import { metadataFor } from './print-metadata.js';

describe('attributes in the words of older versions', () => {
  it.each([
    ['captures(none)', 22, 'captures(none)'], ['captures(none)', 20, 'nocapture'], ['captures(address)', 20, ''],
    ['memory(none)', 16, 'memory(none)'], ['memory(none)', 15, 'readnone'], ['memory(read)', 15, 'readonly'], ['memory(write)', 15, 'writeonly'],
    ['memory(argmem: readwrite)', 15, 'argmemonly'], ['memory(argmem: read)', 15, 'readonly argmemonly'],
    ['memory(inaccessiblemem: readwrite)', 15, 'inaccessiblememonly'], ['memory(readwrite, argmem: read)', 15, ''],
    ['memory(argmem: read, inaccessiblemem: readwrite)', 15, 'inaccessiblemem_or_argmemonly'],
    ['memory(argmem: read, errnomem: write)', 21, 'memory(argmem: read, errnomem: write)'],
    ['memory(argmem: read, errnomem: write)', 20, 'memory(write, argmem: read, inaccessiblemem: none)'],
    ['memory(read, inaccessiblemem: none, target_mem0: none)', 21, 'memory(read, inaccessiblemem: none)'],
    ['memory(argmem: read, errnomem: write)', 15, ''],
    ['uwtable(sync)', 15, 'uwtable(sync)'], ['uwtable(sync)', 14, 'uwtable'],
    ['range(i32 0, 10)', 18, ''], ['nofpclass(nan)', 16, ''], ['dead_on_unwind', 17, ''], ['allocptr', 14, ''], ['noalias', 14, 'noalias'],
    ['"memory"="x"', 14, '"memory"="x"'],
  ])('%s for LLVM %i is %s', (word, llvm, older) => { expect(attributesFor([word], llvm).join(' ')).toBe(older); });
});

/** One line of a body, printed for a version. */
function printedFor(line: string, llvm: number): string {
  const printed = printModule(parseModule(`define void @f(i32 %x, ptr %p, i64 %n) {\n  ${line}\n  ret void\n}\n`), { llvm });
  return printed.slice(printed.indexOf('{\n') + 4, printed.indexOf('\n  ret void')).trim();
}

describe('instructions for older versions', () => {
  it.each([
    ['%a = or disjoint i32 %x, 1', 17, '%a = or i32 %x, 1'],
    ['%a = zext nneg i32 %x to i64', 17, '%a = zext i32 %x to i64'],
    ['%a = trunc nuw nsw i64 %n to i32', 18, '%a = trunc i64 %n to i32'],
    ['%a = icmp samesign ult i32 %x, 1', 19, '%a = icmp ult i32 %x, 1'],
    ['%a = getelementptr inbounds nuw i8, ptr %p, i64 1', 18, '%a = getelementptr inbounds i8, ptr %p, i64 1'],
    ['%a = add nuw nsw i32 %x, 1', 14, '%a = add nuw nsw i32 %x, 1'],
    ['%a = ptrtoaddr ptr %p to i64', 21, '%a = ptrtoint ptr %p to i64'],
    ['%a = add <2 x i32> splat (i32 1), zeroinitializer', 18,
      '%a = add <2 x i32> shufflevector (<2 x i32> insertelement (<2 x i32> poison, i32 1, i64 0), <2 x i32> poison, <2 x i32> zeroinitializer), zeroinitializer'],
    ['store ptr getelementptr inrange(-8, 8) (i8, ptr null, i64 8), ptr %p', 18, 'store ptr getelementptr (i8, ptr null, i64 8), ptr %p'],
    ['call void @llvm.lifetime.start.p0(ptr %p)', 21, 'call void @llvm.lifetime.start.p0(i64 -1, ptr %p)'],
    ['#dbg_value(i32 %x, !0, !DIExpression(), !1)', 18, 'call void @llvm.dbg.value(metadata i32 %x, metadata !0, metadata !DIExpression()), !dbg !1'],
    ['#dbg_value(!DIArgList(i32 %x, ptr %p), !0, !DIExpression(), !1)', 18,
      'call void @llvm.dbg.value(metadata !DIArgList(i32 %x, ptr %p), metadata !0, metadata !DIExpression()), !dbg !1'],
    ['#dbg_label(!0, !1)', 18, 'call void @llvm.dbg.label(metadata !0), !dbg !1'],
  ])('%s for LLVM %i', (line, llvm, older) => { expect(printedFor(line, llvm)).toBe(older); });

  it('debug intrinsics that stand for records are declared', () => {
    const text = 'define void @f(i32 %x) {\n    #dbg_value(i32 %x, !0, !DIExpression(), !1)\n    #dbg_label(!0, !1)\n  ret void\n}\n';
    const printed = printModule(parseModule(text), { llvm: 18 });
    expect(printed).toContain('declare void @llvm.dbg.value(metadata, metadata, metadata)\n');
    expect(printed).toContain('declare void @llvm.dbg.label(metadata)\n');
  });

  it('a body of before LLVM 19 is read before it is printed for a later one, if it must be', () => {
    const text = '@v = global [2 x ptr] zeroinitializer\n\ndefine ptr @f() {\n  ret ptr getelementptr ([2 x ptr], ptr @v, i64 0, inrange i64 1)\n}\n';
    expect(printModule(parseModule(text), { llvm: 18 })).toBe(text);
    expect(printModule(parseModule(text), { llvm: 19 })).toBe(text.replace('inrange ', ''));
  });
});

describe('metadata for older versions', () => {
  it.each([
    ['!DILocation(line: 1, column: 2, scope: !3, atomGroup: 1, atomRank: 2)', 20, '!DILocation(line: 1, column: 2, scope: !3)'],
    ['!DICompositeType(tag: DW_TAG_class_type, name: ", bitStride: 1", bitStride: i64 8, size: 8)', 20, '!DICompositeType(tag: DW_TAG_class_type, name: ", bitStride: 1", size: 8)'],
    ['!{i32 8, !"PIC Level", i32 2}', 14, '!{i32 7, !"PIC Level", i32 2}'],
    ['!{!"branch_weights", !"expected", i32 1, i32 2}', 18, '!{!"branch_weights", i32 1, i32 2}'],
    ['distinct !DIAssignID()', 15, 'distinct !{}'],
    ['distinct !DIGlobalVariable(scope: !1, line: 2)', 14, 'distinct !DIGlobalVariable(name: "<unnamed>", scope: !1, line: 2)'],
    ['!DILabel(scope: !1, name: "a", line: 2, column: 3)', 20, '!DILabel(scope: !1, name: "a", line: 2)'],
  ])('%s for LLVM %i', (node, llvm, older) => {
    expect(metadataFor(node, llvm)).toBe(older);
    expect(metadataFor(node, 22)).toBe(node);
  });
});
