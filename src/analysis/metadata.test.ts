import { expect, test } from 'vitest';
import { Module } from '../ir/index.js';
import { metadataNode, namedMetadataNodes } from './metadata.js';

function moduleWith(...nodes: string[]): Module {
  const module = new Module();
  nodes.forEach((node, number) => module.metadata.set(number, node));
  return module;
}

test('a structure type of the debug info, with its members', () => {
  const module = moduleWith(
    'distinct !DICompositeType(tag: DW_TAG_structure_type, name: "pair<int, \\22x\\22>", file: !1, line: 3, size: 128, flags: DIFlagTypePassByValue | DIFlagNonTrivial, elements: !2)',
    '!DIFile(filename: "a, b.c", directory: "/tmp", checksumkind: CSK_MD5, checksum: "00")',
    '!{!3, null, !4}',
    '!DIDerivedType(tag: DW_TAG_member, name: "x", scope: !0, baseType: !5, size: 64)',
    '!DIDerivedType(tag: DW_TAG_member, name: "n", scope: !0, baseType: !5, size: 32, offset: 64)',
    '!DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)');
  const pair = metadataNode(module, '!0');
  expect(pair?.name).toBe('DICompositeType');
  expect(pair?.isDistinct).toBe(true);
  expect(pair?.string('name')).toBe('pair<int, "x">');
  expect(pair?.word('tag')).toBe('DW_TAG_structure_type');
  expect(pair?.integer('size')).toBe(128);
  expect(pair?.flags('flags')).toEqual(['DIFlagTypePassByValue', 'DIFlagNonTrivial']);
  expect(pair?.node('file')?.string('filename')).toBe('a, b.c');
  expect(pair?.nodes('elements').map((member) => [member.string('name'), member.integer('offset') ?? 0])).toEqual([['x', 0], ['n', 64]]);
  expect(pair?.nodes('elements')[0]?.node('scope')).toBe(pair);
  expect(pair?.reference('elements')).toBe('!2');
  expect(pair?.integer('align')).toBeUndefined();
});

test('tuples hold strings, typed constants, values and nodes', () => {
  const module = moduleWith('!{!"any pointer", i64 -8, i1 true, ptr @f, !DIExpression(DW_OP_plus_uconst, 8), { i32, i32 } zeroinitializer}', '!{}');
  const node = metadataNode(module, '!0');
  expect(node?.isTuple).toBe(true);
  expect(node?.operands.length).toBe(6);
  expect(node?.string(0)).toBe('any pointer');
  expect(node?.integer(1)).toBe(-8);
  expect(node?.boolean(2)).toBe(true);
  expect(node?.text(3)).toBe('ptr @f');
  expect(node?.node(4)?.operands).toEqual(['DW_OP_plus_uconst', '8']);
  expect(metadataNode(module, '!1')?.operands).toEqual([]);
});

test('what is no node is undefined, and a changed node is read again', () => {
  const module = moduleWith('!{!1}');
  expect(metadataNode(module, '!7')).toBeUndefined();
  expect(metadataNode(module, 'null')).toBeUndefined();
  expect(metadataNode(module, undefined)).toBeUndefined();
  expect(metadataNode(module, '!0')?.node(0)).toBeUndefined();
  module.metadata.set(0, '!{!"new"}');
  expect(metadataNode(module, '!0')?.string(0)).toBe('new');
});

test('escaped UTF-8 becomes text', () => {
  const module = moduleWith('!DIFile(filename: "gr\\C3\\B6\\C3\\9Fe 100%.c", directory: "C:\\5Cx\\\\y")', '!{!"\\FF"}');
  expect(metadataNode(module, '!0')?.string('filename')).toBe('größe 100%.c');
  expect(metadataNode(module, '!0')?.string('directory')).toBe('C:\\x\\y');
  expect(metadataNode(module, '!1')?.string(0)).toBe('\xff');
});

test('named metadata lists nodes', () => {
  const module = moduleWith('distinct !DICompileUnit(language: DW_LANG_C11, file: !1)');
  module.namedMetadata.set('llvm.dbg.cu', '!{!0}');
  expect(namedMetadataNodes(module, 'llvm.dbg.cu').map((unit) => unit.word('language'))).toEqual(['DW_LANG_C11']);
  expect(namedMetadataNodes(module, 'llvm.ident')).toEqual([]);
});
