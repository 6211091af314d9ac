/**
 * Functions that compute or move addresses and look at no number: the derivative is the same call once more, with the
 * shadows of its pointer arguments and its other arguments as they are; its result is the shadow of the result.
 */
export interface MirrorRule {
  readonly kind: 'mirror';
  readonly why: string;
  readonly writes: boolean;
  /** A method, or a function that makes an object: it is called once more if its first argument has a shadow. */
  readonly isMethod: boolean;
}

/** By exact name; of an intrinsic without the type suffix. */
export function mirrorRules(): Map<string, MirrorRule> {
  return new Map(groups.flatMap(({ why, writes = false, isMethod = false, names }) =>
    names.trim().split(/\s+/).map((name): [string, MirrorRule] => [name, { kind: 'mirror', why, writes, isMethod }])));
}

/**
 * Methods of text, by the beginning of their names, and whether their bodies are here or not: a string with a shadow has
 * a string of the same text there, so that code that was inlined finds in the shadow what it finds in the string.
 */
export function textMethods(): [string, MirrorRule][] {
  return textPrefixes.map((prefix) => [prefix, { kind: 'mirror', why: 'changes a C++ string', writes: true, isMethod: true }]);
}

export function isTextMethod(name: string): boolean { return textPrefixes.some((prefix) => name.startsWith(prefix)); }

const textPrefixes = [
  '_ZNSt7__cxx1112basic_stringIc', '_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6substrEmm', '_ZN9__gnu_cxx12__to_xstringI',
  '_ZNSt7__cxx119to_string', '_ZStplIcSt11char_traitsIcESaIcEENSt7__cxx1112basic_string',
];

const groups: readonly { readonly why: string; readonly writes?: true; readonly isMethod?: true; readonly names: string }[] = [
  { why: 'an address made from another', names: `
    llvm.launder.invariant.group llvm.strip.invariant.group llvm.ptrmask llvm.threadlocal.address llvm.ptr.annotation llvm.preserve.array.access.index
    llvm.preserve.struct.access.index llvm.preserve.union.access.index llvm.preserve.static.offset` },
  { why: 'the next or previous node of a std::map or std::set', names: `
    _ZSt18_Rb_tree_incrementPSt18_Rb_tree_node_base _ZSt18_Rb_tree_incrementPKSt18_Rb_tree_node_base
    _ZSt18_Rb_tree_decrementPSt18_Rb_tree_node_base _ZSt18_Rb_tree_decrementPKSt18_Rb_tree_node_base` },
  // Tree and list keep their shape in the nodes, so that the shadow, relinked the same way, keeps the same shape.
  { why: 'relinks nodes of a container', writes: true, names: `
    _ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_ _ZSt28_Rb_tree_rebalance_for_erasePSt18_Rb_tree_node_baseRS_
    _ZNSt8__detail15_List_node_base7_M_hookEPS0_ _ZNSt8__detail15_List_node_base9_M_unhookEv _ZNSt8__detail15_List_node_base11_M_transferEPS0_S1_
    _ZNSt8__detail15_List_node_base10_M_reverseEv _ZNSt8__detail15_List_node_base4swapERS0_S1_` },
  { why: 'computes the indices of a general slice', writes: true, isMethod: true, names: '_ZNSt6gslice8_IndexerC1EmRKSt8valarrayImES4_ _ZNSt6gslice8_IndexerC2EmRKSt8valarrayImES4_' },
];
