import { expect, test } from 'vitest';
import { parseModule } from '../text/index.js';
import { type Signature, type Uncallable, declaration, exportedFunctions, isCallable } from './signature.js';

/** Functions `@f0`, `@f1`, ... of these IR types, with debug info of these DISubroutineType operands and parameter names. */
function functions(nodes: readonly string[], ...described: { ir: string; types: string; names: readonly string[]; linkage?: string }[]): (Signature | Uncallable)[] {
  const lines = nodes.map((node, index) => `!${index} = ${node}`);
  const add = (node: string): string => `!${lines.push(`!${lines.length} = ${node}`) - 1}`;
  const definitions = described.map(({ ir, types, names, linkage = '' }, index) => {
    const variables = names.map((name, position) => add(`!DILocalVariable(name: "${name}", arg: ${position + 1}, scope: !0, type: !0)`));
    const type = add(`!DISubroutineType(types: ${add(`!{${types}}`)})`);
    const program = add(`distinct !DISubprogram(name: "f${index}", file: ${add('!DIFile(filename: "a.c", directory: "/")')}, line: ${index + 7}, type: ${type}, retainedNodes: ${add(`!{${variables.join(', ')}}`)})`);
    const [result = '', parameters = ''] = ir.split(/(?=\()/);
    return `define ${linkage} ${result.trim()} @f${index}${parameters} !dbg ${program} {\n  unreachable\n}`;
  });
  return exportedFunctions(parseModule([...definitions, ...lines].join('\n')));
}

const double = '!DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)';

test('numbers, and pointers to what may and may not be written', () => {
  const [f] = functions([
    double, '!DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)',
    '!DIDerivedType(tag: DW_TAG_const_type, baseType: !0)', '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !2, size: 32)',
    '!DIDerivedType(tag: DW_TAG_restrict_type, baseType: !5)', '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !0, size: 32)',
  ], { ir: 'double (ptr %x, ptr %y, i32 %n)', types: '!0, !3, !4, !1', names: ['x', 'y', 'n'] });
  expect(f).toEqual({
    name: 'f0', symbol: 'f0', result: 'float64', location: { file: 'a.c', line: 7, column: 1 },
    parameters: [
      { name: 'x', type: { kind: 'pointer', element: 'float64', isConst: true } },
      { name: 'y', type: { kind: 'pointer', element: 'float64', isConst: false } },
      { name: 'n', type: { kind: 'scalar', scalar: 'int32' } },
    ],
  });
  expect(f && isCallable(f) && declaration(f)).toBe('double f0(const double *x, double *y, int n)');
});

test('typedefs, enumerations, references and pointers to arrays are seen through', () => {
  const [f] = functions([
    double, '!DIDerivedType(tag: DW_TAG_typedef, name: "real", baseType: !0)',
    '!DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)',
    '!DICompositeType(tag: DW_TAG_enumeration_type, name: "kind", baseType: !2, size: 32)',
    '!DIDerivedType(tag: DW_TAG_reference_type, baseType: !1)',
    '!DICompositeType(tag: DW_TAG_array_type, baseType: !6, elements: !{})', '!DIDerivedType(tag: DW_TAG_const_type, baseType: !1)',
    '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !5, size: 32)', '!DIBasicType(name: "_Bool", size: 8, encoding: DW_ATE_boolean)',
  ], { ir: 'void (i32 %k, ptr %r, ptr %m, i1 %b)', types: 'null, !3, !4, !7, !8', names: ['k', 'r', 'm', 'b'] });
  expect(f && isCallable(f) && declaration(f)).toBe('void f0(unsigned k, double *r, const double *m, bool b)');
});

test('what JavaScript cannot pass is refused with the parameter and the reason', () => {
  const found = functions([
    double, 'distinct !DICompositeType(tag: DW_TAG_structure_type, name: "point", size: 128, elements: !{})',
    '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !1, size: 32)', '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 32)',
    '!DIBasicType(name: "long double", size: 128, encoding: DW_ATE_float)', '!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !0, size: 32)',
  ],
  { ir: 'double (ptr %p)', types: '!0, !2', names: ['p'] },
  { ir: 'double (ptr %p)', types: '!0, !3', names: ['p'] },
  { ir: 'fp128 (double %x)', types: '!4, !0', names: ['x'] },
  { ir: 'ptr (double %x)', types: '!5, !0', names: ['x'] },
  { ir: 'double ()', types: '!0, !0', names: ['x'] });
  expect(found.map((f) => (isCallable(f) ? 'callable' : [f.refusal.code, f.refusal.reason]))).toEqual([
    ['RZ3005', 'parameter `p` is a pointer to the struct `point`'],
    ['RZ3005', 'parameter `p` is a pointer to `void`'],
    ['RZ3005', 'its result is `long double`'],
    ['RZ3005', 'its result is a pointer'],
    ['RZ3005', 'the compiler changed its parameters'],
  ]);
});

test('internal functions and inline functions are not offered', () => {
  const types = { ir: 'double (double %x)', types: '!0, !0', names: ['x'] };
  expect(functions([double], { ...types, linkage: 'internal' }, { ...types, linkage: 'linkonce_odr' }, types).map(({ name }) => name)).toEqual(['f2']);
});
