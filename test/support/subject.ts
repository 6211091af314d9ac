/** A function that is to be differentiated, with its arguments, and the C that takes them from the flat vector z and puts them back. */

export type NumberType = 'double' | 'float';

/** `array` and `scalar` parameters are active; `constant` ones (integers, pointers to integers) are not. */
export type Parameter =
  | { readonly kind: 'array'; readonly type: NumberType; readonly name: string; readonly isConst: boolean; readonly at: readonly number[] }
  | { readonly kind: 'scalar'; readonly type: NumberType; readonly name: string; readonly at: number }
  | { readonly kind: 'constant'; readonly type: string; readonly name: string; readonly at: number | readonly number[] };

export interface Subject {
  readonly name: string;
  readonly returns: NumberType | 'void';
  readonly parameters: readonly Parameter[];
  readonly tolerance: number;
  /** Of the whole objective, in the order of z; without it, finite differences. */
  readonly gradient?: readonly number[] | undefined;
  readonly value?: number | undefined;
}

export type ArrayParameter = Extract<Parameter, { kind: 'array' }>;
export type ScalarParameter = Extract<Parameter, { kind: 'scalar' }>;

export function arrays(subject: Subject): ArrayParameter[] { return subject.parameters.filter((p) => p.kind === 'array'); }
export function scalars(subject: Subject): ScalarParameter[] { return subject.parameters.filter((p) => p.kind === 'scalar'); }
export function flat(subject: Subject): number[] { return [...arrays(subject).flatMap((p) => [...p.at]), ...scalars(subject).map((p) => p.at)]; }

/** Local copies of the arguments; constants pass through `volatile`, so that no compiler specialises on them. */
export function locals(subject: Subject, from: string, prefix = ''): string {
  const lines: string[] = [];
  let offset = 0;
  for (const parameter of arrays(subject)) {
    const n = parameter.at.length;
    lines.push(`  ${parameter.type} ${prefix}${parameter.name}[${n}];`,
      parameter.type === 'double' ? `  memcpy(${prefix}${parameter.name}, ${from} + ${offset}, sizeof ${prefix}${parameter.name});`
        : `  for (int i = 0; i < ${n}; i++) ${prefix}${parameter.name}[i] = (${parameter.type})${from}[${offset} + i];`);
    offset += n;
  }
  for (const parameter of scalars(subject)) {
    lines.push(`  ${parameter.type} ${prefix}${parameter.name} = (${parameter.type})${from}[${offset}];`);
    offset += 1;
  }
  return lines.join('\n');
}

export function constants(subject: Subject): string {
  return subject.parameters.map((parameter) => {
    if (parameter.kind !== 'constant') return '';
    if (typeof parameter.at === 'number') {
      return `  volatile ${parameter.type} hidden_${parameter.name} = ${literal(parameter.at)};\n`
        + `  ${parameter.type} ${parameter.name} = hidden_${parameter.name};\n`;
    }
    return `  ${parameter.type} ${parameter.name}[] = {${parameter.at.map(literal).join(', ')}};\n`;
  }).join('');
}

export function readBack(subject: Subject, to: string, prefix = ''): string {
  let offset = 0;
  return arrays(subject).map((parameter) => {
    const line = parameter.type === 'double' ? `  memcpy(${to} + ${offset}, ${prefix}${parameter.name}, sizeof ${prefix}${parameter.name});\n`
      : `  for (int i = 0; i < ${parameter.at.length}; i++) ${to}[${offset} + i] = ${prefix}${parameter.name}[i];\n`;
    offset += parameter.at.length;
    return line;
  }).join('');
}

export function literal(value: number): string {
  if (Number.isNaN(value)) return 'NAN';
  return Number.isFinite(value) ? String(value) : value > 0 ? 'INFINITY' : '-INFINITY';
}

/** Variadic as users write it, but exact where a `float` would be promoted on the way. */
export function prototype(subject: Subject, mode: 'forward' | 'reverse', last?: string): string {
  if (!scalars(subject).some((p) => p.type === 'float')) return ', ...';
  return subject.parameters.map((p) => {
    const type = p.kind === 'scalar' ? p.type : p.kind === 'array' || typeof p.at !== 'number' ? `${p.type} *` : p.type;
    return `, int, ${type}${p.kind === 'array' || (p.kind === 'scalar' && mode === 'forward') ? `, ${type}` : ''}`;
  }).join('') + (last === undefined ? '' : `, ${last}`);
}
