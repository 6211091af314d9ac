/** The struct of a program: a random choice of these members, in random order. */
import type { Random } from './random.js';

interface Member { readonly text: string; readonly fields: readonly string[] }

export const members = {
  u: { text: 'double u;', fields: ['u'] },
  k: { text: 'int k;', fields: [] },
  w: { text: 'double w[2];', fields: ['w[0]', 'w[1]'] },
  nested: { text: 'struct { double g; long double h; } in;', fields: ['in.g', 'in.h'] },
  deep: { text: 'struct { char tag; struct { double z[2]; } leaf; } deep;', fields: ['deep.leaf.z[0]', 'deep.leaf.z[1]'] },
  either: { text: 'union { double one, other; } either;', fields: ['either.one', 'either.other'] },
  overlay: { text: 'union { double pair[2]; struct { double x, y; } point; } as;', fields: ['as.pair[0]', 'as.pair[1]', 'as.point.x', 'as.point.y'] },
  f: { text: 'float f;', fields: ['f'] },
  v: { text: 'double v;', fields: ['v'] },
} satisfies Readonly<Record<string, Member>>;
export type MemberName = keyof typeof members;

export function chooseLayout(random: Random, single: boolean): MemberName[] {
  const chosen = (Object.keys(members) as MemberName[]).filter((name) => (name !== 'f' || single) && random.chance(0.45));
  if (fieldsOf(chosen).length === 0) chosen.push('u');
  return chosen.map((name) => ({ name, rank: random.unit() })).sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}

export function fieldsOf(layout: readonly MemberName[]): string[] { return layout.flatMap((name) => members[name].fields); }
