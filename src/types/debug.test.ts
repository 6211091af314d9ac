import { describe, expect, it } from 'vitest';
import { example } from './example.testing.js';

/** A function whose parameter `p` is declared with the type `!1`. */
const declared = (nodes: string, body = '', expression = '') => example(`
  declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
  define void @f(ptr %p, i64 %n) !dbg !90 {
    #dbg_value(ptr %p, !91, !DIExpression(${expression}), !92)
    ${body}
    ret void
  }
  ${nodes}
  !10 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
  !11 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
  !12 = !DIBasicType(name: "float", size: 32, encoding: DW_ATE_float)
  !13 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
  !14 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
  !15 = !DIBasicType(name: "long double", size: 128, encoding: DW_ATE_float)
  !16 = !DIBasicType(name: "complex", size: 64, encoding: DW_ATE_complex_float)
  !17 = !DIBasicType(name: "_Bool", size: 8, encoding: DW_ATE_boolean)
  !20 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !10, size: 64)
  !21 = !{!22}
  !22 = !DISubrange(count: 3)
  !23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !10, size: 192, elements: !21)
  !90 = distinct !DISubprogram(name: "f", scope: !93, file: !93, line: 1, unit: !94)
  !91 = !DILocalVariable(name: "p", scope: !90, type: !1)
  !92 = !DILocation(line: 1, scope: !90)
  !93 = !DIFile(filename: "f.c", directory: "/")
  !94 = distinct !DICompileUnit(language: DW_LANG_C11, file: !93)`);

const struct = (size: number, ...members: string[]): string => `
  !1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !2, size: 64)
  !2 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "s", size: ${size}, elements: !3)
  !3 = !{${members.map((_, i) => `!${30 + i}`).join(', ')}}
  ${members.map((member, i) => `!${30 + i} = !DIDerivedType(tag: DW_TAG_member, name: "m", ${member})`).join('\n')}`;

describe('debug information', () => {
  it('declares arrays behind pointers, through typedefs and qualifiers', () => {
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !10, size: 64)').memory('p')).toBe('8: 0 double');
    expect(declared(`!1 = !DIDerivedType(tag: DW_TAG_typedef, name: "t", baseType: !2)
      !2 = !DIDerivedType(tag: DW_TAG_restrict_type, baseType: !3)
      !3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
      !4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !12)`).memory('p')).toBe('4: 0 float');
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_reference_type, baseType: !16, size: 64)').memory('p')).toBe('4: 0 float');
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !15, size: 64)').memory('p')).toBe('16: 0 x86_fp80');
  });

  it('says nothing of void and char behind pointers', () => {
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)').memory('p', 8)).toBe('8:  ?');
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)').memory('p', 8)).toBe('8:  ?');
  });

  it('lays out structs with their padding', () => {
    const cell = struct(448, 'baseType: !10, size: 64', 'baseType: !11, size: 32, offset: 64', 'baseType: !23, size: 192, offset: 128',
      'baseType: !20, size: 64, offset: 320', 'baseType: !17, size: 8, offset: 384');
    expect(declared(cell).memory('p')).toBe('56: 0 double, 8 integer*4, 16 double, 24 double, 32 double, 40 pointer, 48 integer*1');
    expect(declared(cell).memory('p', 112)).toBe('56: 0 double, 8 integer*4, 16 double, 24 double, 32 double, 40 pointer, 48 integer*1');
  });

  it('takes an array of char for text, leaves one of unsigned char open, and believes accesses', () => {
    const buffer = (byte: string): string => struct(192, 'baseType: !10, size: 64', 'baseType: !5, size: 128, offset: 64')
      + `\n!5 = !DICompositeType(tag: DW_TAG_array_type, baseType: ${byte}, size: 128, elements: !6)\n!6 = !{!7}\n!7 = !DISubrange(count: 16)`
      + '\n!8 = !DIBasicType(name: "unsigned char", size: 8, encoding: DW_ATE_unsigned_char)';
    const access = '%q = getelementptr i8, ptr %p, i64 8\n%v = load <2 x double>, ptr %q';
    expect(declared(buffer('!13')).memory('p', 24)).toBe('24: 0 double, 8 integer*16');
    expect(declared(buffer('!8')).memory('p', 24)).toBe('24: 0 double ?');
    expect(declared(buffer('!13'), access).memory('p', 24)).toBe('8: 0 double');
    expect(declared(buffer('!8'), access).memory('p', 24)).toBe('8: 0 double');
  });

  it('of a union says what its members agree on, and accesses say the rest', () => {
    const union = `!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !2, size: 64)
      !2 = distinct !DICompositeType(tag: DW_TAG_union_type, name: "u", size: 192, elements: !3)
      !3 = !{!4, !5}
      !4 = !DIDerivedType(tag: DW_TAG_member, name: "a", baseType: !23, size: 192)
      !5 = !DIDerivedType(tag: DW_TAG_member, name: "n", baseType: !14, size: 64)`;
    expect(declared(union).memory('p', 24)).toBe('24: 0 double, 8 double, 16 double');
    expect(declared(union, '%x = load double, ptr %p').memory('p', 24)).toBe('24: 0 double, 8 double, 16 double');
    expect(declared(union.replace('baseType: !14', 'baseType: !10')).memory('p', 24)).toBe('8: 0 double');
  });

  it('of characters beside pointers in a union are storage, and beside integers text', () => {
    const union = (other: string): string => `!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !2, size: 64)
      !2 = distinct !DICompositeType(tag: DW_TAG_union_type, name: "u", size: 128, elements: !3)
      !3 = !{!4, !5}
      !4 = !DIDerivedType(tag: DW_TAG_member, name: "a", baseType: ${other}, size: 64)
      !5 = !DIDerivedType(tag: DW_TAG_member, name: "text", baseType: !6, size: 128)
      !6 = !DICompositeType(tag: DW_TAG_array_type, baseType: !7, size: 128, elements: !8)
      !7 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
      !8 = !{!9}
      !9 = !DISubrange(count: 16)`;
    expect(declared(union('!14')).memory('p', 16)).toBe('16: 0 integer*16');
    expect(declared(union('!1')).memory('p', 16)).toBe('16: 0 pointer ?');
  });

  it('describes lists by name', () => {
    const { memory, info } = declared(struct(128, 'baseType: !10, size: 64', 'baseType: !1, size: 64, offset: 64'),
      '%q = getelementptr i8, ptr %p, i64 8\n%next = load ptr, ptr %q\n%r = getelementptr i8, ptr %next, i64 8\n%third = load ptr, ptr %r');
    expect(memory('third')).toBe('16: 0 double, 8 pointer');
    expect(info().print()).toContain('s!2 = {every 16: {0: double, 8: pointer -> s!2}}');
  });

  it('knows an array without a bound at the end of a struct', () => {
    const flexible = struct(64, 'baseType: !11, size: 32', 'baseType: !5, offset: 64')
      + '\n!5 = !DICompositeType(tag: DW_TAG_array_type, baseType: !10, elements: !6)\n!6 = !{!7}\n!7 = !DISubrange(count: -1)';
    const { memory } = declared(flexible, '%q = getelementptr i8, ptr %p, i64 8\ncall void @llvm.memset.p0.i64(ptr %q, i8 0, i64 %n, i1 false)');
    expect(memory('q')).toBe('8: 0 double');
    expect(memory('p', 24)).toBe('24: 0 integer*4, 8 double, 16 double');
  });

  it('follows variables that are kept at a distance, in parts, or in memory', () => {
    const pointer = '!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !10, size: 64)';
    expect(declared(pointer, '', 'DW_OP_plus_uconst, 8, DW_OP_stack_value').memory('p', 16)).toBe('16: 8 double ?');
    expect(declared('!1 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !23)', '', 'DW_OP_deref').memory('p', 24)).toBe('8: 0 double');
    expect(declared(pointer, '', 'DW_OP_lit1, DW_OP_plus').memory('p', 8)).toBe('8:  ?');
  });

  it('takes the pattern of a struct for what it is, also where its first member is an array', () => {
    const cell = struct(256, 'baseType: !23, size: 192', 'baseType: !11, size: 32, offset: 192');
    const asDoubles = '#dbg_value(ptr %p, !80, !DIExpression(), !92)';
    const text = `${cell}\n!80 = !DILocalVariable(name: "h", scope: !90, type: !20)`;
    expect(declared(text, asDoubles).memory('p')).toBe('32: 0 double, 8 double, 16 double, 24 integer*4');
  });

  it('does not take an integer variable for an integer: programs move floats through them', () => {
    const { kind } = declared(`!1 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
      !80 = !DILocalVariable(name: "t", scope: !90, type: !14)`, '%t = load i64, ptr %p\n#dbg_value(i64 %t, !80, !DIExpression(), !92)\nstore i64 %t, ptr %p');
    expect(kind('t')).toBe('unknown');
  });

  it('reads the signature where the calling convention left it alone', () => {
    const signature = (parameters: string): string => `define void @f(ptr %a, i64 %n) !dbg !1 {
        ret void
      }
      !1 = distinct !DISubprogram(name: "f", type: !2)
      !2 = !DISubroutineType(types: !3)
      !3 = !{null, ${parameters}}
      !4 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !5, size: 64)
      !5 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
      !6 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)`;
    expect(example(signature('!4, !6')).memory('a')).toBe('8: 0 double');
    expect(example(signature('!6, !4')).memory('a', 8)).toBe('8:  ?');
    expect(example(signature('!4, !6, !6')).memory('a', 8)).toBe('8:  ?');
  });

  it('describes globals', () => {
    const { fn, info } = example(`@table = global [64 x i8] zeroinitializer, !dbg !0
      define ptr @f() {
        %p = getelementptr i8, ptr @table, i64 0
        ret ptr %p
      }
      !0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
      !1 = !DIGlobalVariable(name: "table", type: !2)
      !2 = !DICompositeType(tag: DW_TAG_array_type, baseType: !3, size: 512, elements: !4)
      !3 = !DIBasicType(name: "float", size: 32, encoding: DW_ATE_float)
      !4 = !{!5}
      !5 = !DISubrange(count: 16)`);
    const table = fn().module.globals.get('table');
    if (!table) throw new Error('no global');
    expect(info().memoryLayout(table)).toEqual({ period: 4, fields: [{ offset: 0, kind: 'float', size: 4 }], known: true });
  });
});

describe('type-based alias information', () => {
  const tagged = (access: string) => example(`define void @f(ptr %p) {
      %x = load ${access}
      ret void
    }
    !1 = !{!"cell", !3, i64 0, !4, i64 8, !5, i64 12, !6, i64 16, !2, i64 24}
    !2 = !{!"any pointer", !6, i64 0}
    !3 = !{!"double", !6, i64 0}
    !4 = !{!"int", !6, i64 0}
    !5 = !{!"float", !6, i64 0}
    !6 = !{!"omnipotent char", !7, i64 0}
    !7 = !{!"Simple C/C++ TBAA"}
    !10 = !{!1, !4, i64 8}
    !11 = !{!3, !3, i64 0}
    !12 = !{!6, !6, i64 0}
    !13 = !{!14, !14, i64 0}
    !14 = !{!"p2 double", !2, i64 0}`);

  it('lays out the struct an access goes through', () => {
    const { memory, value, info } = tagged('i32, ptr %q, !tbaa !10\n%unused = load i8, ptr %p'.replace('%q', '%p'));
    expect(memory('p', 8)).toBe('8: 0 integer*4, 4 float');
    expect(info().memoryLayout(value('p'), 24).fields.map((field) => `${field.offset} ${field.kind}`)).toEqual(['0 integer', '4 float', '16 pointer']);
  });

  it('names scalars, also where the access is an integer', () => {
    expect(tagged('i64, ptr %p, !tbaa !11').kind('x')).toBe('double');
    expect(tagged('i64, ptr %p, !tbaa !12').kind('x')).toBe('unknown');
  });

  it('names what pointers point to', () => {
    expect(tagged('ptr, ptr %p, !tbaa !13').memory('x')).toBe('8: 0 pointer');
    expect(tagged('ptr, ptr %p, !tbaa !13\n%y = load ptr, ptr %x').memory('y')).toBe('8: 0 double');
  });

  it('describes copies', () => {
    const { memory } = example(`declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
      define void @f(ptr %to, ptr %from) {
        call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 40, i1 false), !tbaa.struct !1
        ret void
      }
      !1 = !{i64 0, i64 8, !2, i64 8, i64 4, !4, i64 12, i64 4, !6, i64 16, i64 24, !2}
      !2 = !{!3, !3, i64 0}
      !3 = !{!"double", !8, i64 0}
      !4 = !{!5, !5, i64 0}
      !5 = !{!"int", !8, i64 0}
      !6 = !{!7, !7, i64 0}
      !7 = !{!"float", !8, i64 0}
      !8 = !{!"omnipotent char", !9, i64 0}
      !9 = !{!"Simple C/C++ TBAA"}`);
    expect(memory('from', 40)).toBe('40: 0 double, 8 integer*4, 12 float, 16 double, 24 double, 32 double');
  });
});
