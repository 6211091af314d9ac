/**
 * What a program says about its functions beside calling for derivatives: globals with a name of the interface, and clang
 * annotations. They are brought into the form of IR (attributes and metadata, see `rules/declared.ts`), and removed, so that
 * what comes after looks in one place and no trace is left in the program.
 */
import { globalLocation, stripAll } from '../analysis/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { type Constant, type Function, type GlobalVariable, type Module, ArrayType, ConstantAggregate, ConstantString, i8, quoteName } from '../ir/index.js';
import { declaredAttributes, findRule, forwardShape, reverseShape, ruleMetadata } from '../rules/index.js';
import { isPure } from './pure.js';

/** How far the optimiser has to stay away from the function before derivatives are made. */
export type Protection =
  /** Nothing may be concluded from its body: what it computes is not what its derivative is of. */
  | 'opaque'
  /** Its calls have to stay. */
  | 'noinline';

/** One registration: what it says, of which function, and what else it names. */
export interface Registration {
  /** The global, or the annotation, for messages. */
  readonly name: string;
  readonly kind: RegistrationKind;
  readonly entries: readonly Constant[];
  readonly global: GlobalVariable | undefined;
}

interface Row {
  /** Ways to write it, for messages; as many entries as there are commas, plus one. */
  readonly form: string;
  readonly entries: number;
  readonly protection: Protection;
  /** Writes it onto the function. Returns what is wrong, if something is. */
  readonly declare: (registration: Reader) => string | undefined;
}

/** The longer names first where one contains another. */
const rows = {
  register_gradient: {
    form: '{f, augmented f, gradient of f}', entries: 3, protection: 'opaque',
    declare: (at) => at.declareRule({ augmented: at.function(1), gradient: at.function(2) }, (fn, [augmented, gradient]) => reverseShape(fn, augmented ?? fn, gradient ?? fn)),
  },
  register_derivative: {
    form: '{f, tangent of f}', entries: 2, protection: 'opaque',
    declare: (at) => at.declareRule({ tangent: at.function(1) }, (fn, [tangent]) => forwardShape(fn, tangent ?? fn)),
  },
  register_splitderivative: {
    form: '{f, augmented f, split tangent of f}', entries: 3, protection: 'opaque',
    declare: (at) => at.declareRule({ splitAugmented: at.function(1), splitTangent: at.function(2) }, () => ''),
  },
  inactivefn: { form: '{f}', entries: 1, protection: 'opaque', declare: (at) => at.declareAttribute(declaredAttributes.inactive) },
  inactive_global: { form: '{&g}', entries: 1, protection: 'noinline', declare: (at) => at.declareGlobalInactive() },
  function_like: { form: '{f, "name"}', entries: 2, protection: 'opaque', declare: (at) => at.declareMath(at.text(1)) },
  allocation_like: {
    form: '{allocator, index of the size argument, "indices of deallocator arguments", deallocator}', entries: 4, protection: 'opaque',
    declare: (at) => at.declareAllocator(at.integer(1), at.text(2), at.function(3)),
  },
  nofree: { form: '{f}', entries: 1, protection: 'noinline', declare: (at) => at.declareAttribute(declaredAttributes.noFree) },
  shouldrecompute: { form: '{f}', entries: 1, protection: 'noinline', declare: (at) => at.declareRecomputed() },
} as const satisfies Record<string, Row>;

export type RegistrationKind = keyof typeof rows;

const kinds = Object.keys(rows) as RegistrationKind[];

/** Everything that is registered or annotated in the module. */
export function registrationsOf(module: Module): Registration[] {
  const byName = [...module.globals.values()].flatMap((global): Registration[] => {
    const kind = kinds.find((each) => global.name.includes(`__enzyme_${each}`));
    return kind === undefined ? [] : [{ name: global.name, kind, entries: entriesOf(global.initializer), global }];
  });
  return [...byName, ...annotationsOf(module)];
}

/** Whether other code of the program may be differentiated in another way because of this module. */
export function hasRegistrations(module: Module): boolean {
  return registrationsOf(module).length > 0 || [...module.attributeGroups.values()].flat().some((word) => word.startsWith('"enzyme_'));
}

/** The functions that the optimiser must leave alone, by name. */
export function protectedFunctions(module: Module): Map<string, Protection> {
  const found = new Map<string, Protection>();
  for (const { kind, entries } of registrationsOf(module)) {
    const { protection } = rows[kind];
    for (const entry of kind === 'allocation_like' ? [entries[0], entries[3]] : [entries[0]]) {
      const fn = entry && functionOf(entry);
      if (fn && found.get(fn.name) !== 'opaque') found.set(fn.name, protection);
    }
  }
  return found;
}

/** The variables that hold no derivative, by name. */
export function inactiveVariables(module: Module): Set<string> {
  return new Set(registrationsOf(module).flatMap(({ kind, entries: [entry] }) => {
    const at = kind === 'inactive_global' && entry ? stripAll(entry) : undefined;
    return at?.kind === 'global' ? [at.name] : [];
  }));
}

/** Writes every registration onto what it is about. Returns a complaint for each that cannot be followed. */
export function applyRegistrations(module: Module): Diagnostic[] {
  return registrationsOf(module).flatMap((registration) => {
    const { name, kind, global } = registration;
    const message = new Reader(registration, module).read();
    if (message === undefined) return [];
    return [new Diagnostic('badRegistration', { registration: name, message: `${message} (the form is ${rows[kind].form})` }, { location: global && globalLocation(global) })];
  });
}

/** When the derivatives are made: takes the registering globals, and what was written onto functions, out of the module. */
export function removeRegistrations(module: Module): void {
  const globals = new Set(registrationsOf(module).flatMap(({ global }) => (global ? [global] : [])));
  for (const global of globals) module.globals.delete(global.name);
  forgetIn(module, globals);
  for (const fn of module.functions.values()) for (const key of Object.values(ruleMetadata)) fn.metadata.delete(key);
}

/** The lists of what the linker must keep, and of what is annotated. */
function forgetIn(module: Module, removed: ReadonlySet<GlobalVariable>): void {
  for (const name of ['llvm.used', 'llvm.compiler.used']) {
    const list = module.globals.get(name);
    if (list?.initializer?.kind !== 'aggregate') continue;
    const left = list.initializer.elements.filter((element) => { const at = stripAll(element); return at.kind !== 'global' || !removed.has(at); });
    if (left.length < list.initializer.elements.length) replaceList(module, list, left);
  }
  const annotations = module.globals.get('llvm.global.annotations');
  if (annotations?.initializer?.kind !== 'aggregate') return;
  const left = annotations.initializer.elements.filter((element) => annotationIn(element) === undefined);
  if (left.length < annotations.initializer.elements.length) replaceList(module, annotations, left);
}

function replaceList(module: Module, list: GlobalVariable, elements: readonly Constant[]): void {
  module.globals.delete(list.name);
  const [first] = elements;
  if (!first) return;
  const type = new ArrayType(first.type, elements.length);
  const shorter = module.addGlobal(list.name, type, new ConstantAggregate(type, elements), list.isConstant);
  shorter.words = list.words;
  shorter.trailing = list.trailing;
}

/** One registration being read. */
class Reader {
  constructor(private readonly registration: Registration, private readonly module: Module) {}

  read(): string | undefined {
    const { kind, entries } = this.registration;
    const { entries: wanted, declare } = rows[kind] as Row;
    if (entries.length !== wanted) return `it has ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} instead of ${wanted}`;
    return declare(this);
  }

  function(index: number): Function | undefined { const entry = this.registration.entries[index]; return entry && functionOf(entry); }

  text(index: number): string | undefined {
    const entry = this.registration.entries[index];
    const at = entry && stripAll(entry);
    if (at?.kind === 'string') return at.bytes.replace(/\0$/, '');
    if (at?.kind !== 'global') return undefined;
    if (at.initializer?.kind === 'string') return at.initializer.bytes.replace(/\0$/, '');
    return at.initializer?.kind === 'word' ? '' : undefined;
  }

  integer(index: number): number | undefined {
    const entry = this.registration.entries[index];
    if (entry?.kind === 'int') return Number(entry.value);
    if (entry?.kind === 'word') return 0;
    const [inner] = entry?.kind === 'expression' && entry.opcode === 'inttoptr' ? entry.operands : [];
    return inner?.kind === 'int' ? Number(inner.value) : undefined;
  }

  declareAttribute(name: string, value?: string): string | undefined {
    const fn = this.function(0);
    if (!fn) return this.noFunction(0);
    fn.attributes.push(attribute(name, value));
    return undefined;
  }

  declareRule(functions: Readonly<Partial<Record<keyof typeof ruleMetadata, Function | undefined>>>,
    check: (fn: Function, functions: readonly (Function | undefined)[]) => object | string): string | undefined {
    const fn = this.function(0);
    const missing = [fn, ...Object.values(functions)].findIndex((each) => each === undefined);
    if (!fn || missing >= 0) return this.noFunction(missing);
    const wrong = check(fn, Object.values(functions));
    if (typeof wrong === 'string' && wrong !== '') return wrong;
    for (const [role, target] of Object.entries(functions)) {
      const key = ruleMetadata[role as keyof typeof ruleMetadata];
      if (fn.metadata.has(key)) return `\`${fn.name}\` has such a rule already`;
      if (target) fn.metadata.set(key, `!{ptr @${quoteName(target.name)}}`);
    }
    return undefined;
  }

  declareGlobalInactive(): string | undefined {
    const [entry] = this.registration.entries;
    const global = entry && stripAll(entry);
    if (global?.kind !== 'global') return 'it names no variable';
    global.attributes.push(attribute(declaredAttributes.inactive));
    return undefined;
  }

  declareMath(name: string | undefined): string | undefined {
    const fn = this.function(0);
    if (!fn) return this.noFunction(0);
    if (name === undefined) return 'entry 2 is no string';
    const rule = findRule(name, fn.functionType);
    if (!rule) return `there is no function \`${name}\` with a derivative rule and the arguments of \`${fn.name}\``;
    if (rule.kind === 'unsupported') return `\`${name}\` has no derivative rule: ${rule.why}`;
    return this.declareAttribute(declaredAttributes.math, name);
  }

  declareAllocator(size: number | undefined, argumentList: string | undefined, deallocator: Function | undefined): string | undefined {
    const allocator = this.function(0);
    if (!allocator || !deallocator) return this.noFunction(allocator ? 3 : 0);
    if (allocator.functionType.result.kind !== 'pointer') return `\`${allocator.name}\` returns no pointer`;
    if (size === undefined || allocator.functionType.parameters[size]?.kind !== 'integer') return `argument ${size ?? '?'} of \`${allocator.name}\` is no size`;
    if (argumentList === undefined) return 'entry 3 is no string';
    const indices = argumentList.split(',').map((text) => (text.trim() === '' ? -1 : Number(text)));
    const block = indices.indexOf(-1);
    const { parameters } = deallocator.functionType;
    if (block < 0 || indices.length !== parameters.length || parameters[block]?.kind !== 'pointer') {
      return `"${argumentList}" does not name the arguments of \`${deallocator.name}\`: -1 for the block, else the index of an argument of \`${allocator.name}\``;
    }
    allocator.attributes.push(attribute(declaredAttributes.allocator, `${size}`), attribute(declaredAttributes.deallocatorArguments, argumentList),
      attribute(declaredAttributes.deallocator, deallocator.name));
    if (findRule(deallocator.name)?.kind !== 'memory') deallocator.attributes.push(attribute(declaredAttributes.frees, `${block}`));
    return undefined;
  }

  declareRecomputed(): string | undefined {
    const fn = this.function(0);
    if (!fn) return this.noFunction(0);
    if (!isPure(fn)) return `\`${fn.name}\` does not depend on its arguments alone, or does more than return a value`;
    return this.declareAttribute(declaredAttributes.shouldRecompute);
  }

  private noFunction(index: number): string { return `entry ${index + 1} is no function of this program`; }
}

function attribute(name: string, value?: string): string { return value === undefined ? `"${name}"` : `"${name}"="${value}"`; }

function entriesOf(initializer: Constant | undefined): readonly Constant[] {
  switch (initializer?.kind) {
    case undefined: return [];
    case 'aggregate': return initializer.elements;
    // `static T *x = f;`
    default: return initializer?.type.kind === 'pointer' ? [initializer] : [];
  }
}

function functionOf(entry: Constant): Function | undefined {
  const at = stripAll(entry);
  const target = at.kind === 'alias' ? stripAll(at.target) : at;
  return target.kind === 'function' ? target : undefined;
}

/** `__attribute__((annotate("enzyme_inactive")))`, on functions and variables. */
function annotationsOf(module: Module): Registration[] {
  const list = module.globals.get('llvm.global.annotations')?.initializer;
  return list?.kind === 'aggregate' ? list.elements.flatMap((element) => annotationIn(element) ?? []) : [];
}

function annotationIn(element: Constant): Registration | undefined {
  const [target, string] = element.kind === 'aggregate' ? element.elements : [];
  const at = string && stripAll(string);
  const words = at?.kind === 'global' && at.initializer?.kind === 'string' ? at.initializer.bytes.replace(/\0$/, '') : '';
  const [, name = '', value] = /^enzyme_(\w+?)(?:=(.*))?$/.exec(words) ?? [];
  if (!target || name === '') return undefined;
  const isVariable = stripAll(target).kind === 'global';
  const kind = ({ inactive: isVariable ? 'inactive_global' : 'inactivefn', shouldrecompute: 'shouldrecompute', nofree: 'nofree', function_like: 'function_like' } as Readonly<Record<string, RegistrationKind>>)[name];
  if (kind === undefined) return undefined;
  const type = new ArrayType(i8, (value ?? '').length);
  return { name: words, kind, entries: value === undefined ? [target] : [target, new ConstantString(type, value)], global: undefined };
}
