/**
 * Formulas in the variables of a program: polynomials with integer coefficients over named unknowns, and over what is no
 * polynomial (quotients, minima and maxima), which counts as an unknown too. Sums and products are brought to one form, so
 * that equal formulas print alike.
 */
export type Formula = readonly Term[];

/** A coefficient, and the unknowns that are multiplied: none for a constant. */
export interface Term { readonly coefficient: number; readonly unknowns: readonly Unknown[] }

export type Unknown =
  | { readonly kind: 'variable'; readonly name: string }
  /** Rounded down. */
  | { readonly kind: 'quotient'; readonly of: Formula; readonly by: number }
  | { readonly kind: 'max' | 'min'; readonly of: readonly Formula[] };

export const zero: Formula = [];

export function constant(value: number): Formula { return value === 0 ? zero : [{ coefficient: value, unknowns: [] }]; }

export function variable(name: string): Formula { return unknown({ kind: 'variable', name }); }

export function add(...formulas: readonly Formula[]): Formula { return collected(formulas.flat()); }

export function scale(formula: Formula, factor: number): Formula {
  return collected(formula.map((term) => ({ ...term, coefficient: factor * term.coefficient })));
}

export function subtract(a: Formula, b: Formula): Formula { return add(a, scale(b, -1)); }

export function multiply(a: Formula, b: Formula): Formula {
  return collected(a.flatMap((x) => b.map((y) => ({ coefficient: x.coefficient * y.coefficient, unknowns: [...x.unknowns, ...y.unknowns] }))));
}

/** Rounded down, of which only what is no multiple of the divisor needs to be. */
export function divide(formula: Formula, by: number): Formula {
  const whole = formula.map((term) => ({ ...term, coefficient: term.unknowns.length === 0 || term.coefficient % by === 0 ? Math.floor(term.coefficient / by) : 0 }));
  const rest = subtract(formula, scale(whole, by));
  const value = constantOf(rest);
  return add(whole, value === undefined ? unknown({ kind: 'quotient', of: rest, by }) : constant(Math.floor(value / by)));
}

/** What is positive when the formula is, and only then, without a quotient around it. */
export function withoutQuotient(formula: Formula): Formula {
  const [term, ...others] = formula;
  const [part, ...more] = term?.unknowns ?? [];
  if (term?.coefficient !== 1 || others.length > 0 || part?.kind !== 'quotient' || more.length > 0) return formula;
  return add(part.of, constant(1 - part.by));
}

export function extreme(kind: 'max' | 'min', formulas: readonly Formula[]): Formula {
  const values = formulas.map(constantOf);
  if (values.every((value) => value !== undefined)) return constant(Math[kind](...values));
  return unknown({ kind, of: [...formulas].sort((a, b) => compare(print(a), print(b))) });
}

/** The number that the formula is, if there are no unknowns in it. */
export function constantOf(formula: Formula): number | undefined {
  const [first, ...others] = formula;
  if (!first) return 0;
  return others.length === 0 && first.unknowns.length === 0 ? first.coefficient : undefined;
}

/** The names in it, in order. */
export function variablesOf(formula: Formula): string[] {
  const names = formula.flatMap(({ unknowns }) => unknowns.flatMap((each): string[] => {
    if (each.kind === 'variable') return [each.name];
    return each.kind === 'quotient' ? variablesOf(each.of) : each.of.flatMap(variablesOf);
  }));
  return [...new Set(names)].sort(compare);
}

/** `3 * n * steps - 3 * steps + 8`. */
export function print(formula: Formula): string {
  if (formula.length === 0) return '0';
  return formula.map(({ coefficient, unknowns }, index) => {
    const size = Math.abs(coefficient);
    const factors = [...(size !== 1 || unknowns.length === 0 ? [String(size)] : []), ...unknowns.map(printUnknown)];
    const sign = coefficient < 0 ? '- ' : '+ ';
    return `${index > 0 ? sign : coefficient < 0 ? '-' : ''}${factors.join(' * ')}`;
  }).join(' ');
}

/** A product as its factors, in brackets where they are sums. */
export function printProduct(factors: readonly Formula[]): string {
  const [numbers, others] = [factors.flatMap((factor) => constantOf(factor) ?? []), factors.filter((factor) => constantOf(factor) === undefined)];
  const product = numbers.reduce((a, b) => a * b, 1);
  if (product === 0 || others.length === 0) return String(product);
  const texts = others.map((factor) => (factor.length > 1 ? `(${print(factor)})` : print(factor)));
  return [...(product === 1 ? [] : [String(product)]), ...texts].join(' * ');
}

function printUnknown(part: Unknown): string {
  switch (part.kind) {
    case 'variable': return part.name;
    case 'quotient': return `floor(${part.of.length > 1 ? `(${print(part.of)})` : print(part.of)} / ${part.by})`;
    case 'max': case 'min': return `${part.kind}(${part.of.map(print).join(', ')})`;
  }
}

function unknown(part: Unknown): Formula { return [{ coefficient: 1, unknowns: [part] }]; }

/** Terms of the same unknowns together, those of most unknowns first. */
function collected(terms: readonly Term[]): Formula {
  const sums = new Map<string, Term>();
  for (const { coefficient, unknowns } of terms) {
    const sorted = [...unknowns].sort((a, b) => compare(printUnknown(a), printUnknown(b)));
    const key = sorted.map(printUnknown).join(' * ');
    sums.set(key, { coefficient: coefficient + (sums.get(key)?.coefficient ?? 0), unknowns: sorted });
  }
  return [...sums].filter(([, { coefficient }]) => coefficient !== 0)
    .sort(([a, x], [b, y]) => y.unknowns.length - x.unknowns.length || compare(a, b)).map(([, term]) => term);
}

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number { return a < b ? -1 : a > b ? 1 : 0; }
