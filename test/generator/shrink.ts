/**
 * Makes a failing program small: tries one edit after another (remove a part, put a body in the place of its statement, put a
 * part of an expression in its place) and keeps those after which the program still fails. It knows no statement by name:
 * what the trees are made of says what can be done, so a new construct can be shrunk as soon as it exists.
 */
import type { Program } from './syntax.js';

export async function shrink(program: Program, stillFails: (candidate: Program) => Promise<boolean>): Promise<Program> {
  let best = program;
  for (let improved = true; improved;) {
    improved = false;
    for (let site = 0; ; ) {
      const candidate = edit(best, site);
      if (!candidate) break;
      if (size(candidate) < size(best) && await stillFails(candidate)) {
        best = candidate;
        improved = true;
      } else {
        site++;
      }
    }
  }
  return best;
}

/** The program with the edit number `site` made; undefined when there are not so many. */
export function edit(program: Program, site: number): Program | undefined {
  const editor = new Editor(site), edited = editor.copy(program);
  return editor.done ? edited : undefined;
}

function size(program: Program): number { return JSON.stringify(program).length; }

type Tree = { readonly [key: string]: unknown };

/** Lists of which any element can be left out; all others have as many as they must have. */
const optional = new Set(['helpers', 'layout', 'locals', 'states', 'body', 'whenTrue', 'whenFalse', 'first', 'second', 'arms']);
/** What a number can stand for. */
const expressions = new Set(['variable', 'element', 'field', 'unary', 'binary', 'select', 'call']);
const blocks = new Set(['body', 'whenTrue', 'whenFalse', 'first', 'second', 'arms']);
/** Settings that a simpler one can stand for. */
const simplest: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  assign: { form: 'set' }, function: { noinline: true, real: 'double' }, local: { real: 'double' }, call: { other: undefined }, array: { where: 'stack' },
};

/** Copies a program, counting the places where it could be smaller, and makes the edit whose turn it is. */
class Editor {
  done = false;
  constructor(private left: number) {}

  /** An edit keeps the type: what is in a list of statements is replaced by statements, an expression by an expression. */
  copy<T>(value: T, key = ''): T { return this.edited(value, key) as T; }

  private turn(): boolean {
    if (this.done || this.left-- > 0) return false;
    this.done = true;
    return true;
  }

  private edited(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return optional.has(key) ? this.list(value as unknown[], key) : value.map((one) => this.edited(one, ''));
    return isTree(value) ? this.tree(value, key) : value;
  }

  private list(items: readonly unknown[], key: string): unknown[] {
    return items.flatMap((item) => {
      if (this.turn()) return [];
      if (blocks.has(key) && isTree(item) && item.kind !== 'arm') for (const body of bodies(item)) if (this.turn()) return [...body];
      return [this.edited(item, '')];
    });
  }

  private tree(tree: Tree, key: string): unknown {
    const kind = String(tree.kind);
    if (expressions.has(kind) && key !== 'target' && key !== 'call') {
      for (const part of Object.values(tree).flat()) if (isTree(part) && (expressions.has(String(part.kind)) || part.kind === 'number') && this.turn()) return part;
      if (this.turn()) return { kind: 'number', value: 0.5 };
    }
    if ((kind === 'state' || kind === 'counter') && !('form' in tree) && this.turn()) return { kind: 'integer', value: 1 };
    for (const [name, simple] of Object.entries(simplest[kind] ?? {})) if (tree[name] !== simple && this.turn()) return { ...tree, [name]: simple };
    return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, this.edited(value, name)]));
  }
}

function isTree(value: unknown): value is Tree { return typeof value === 'object' && value !== null && !Array.isArray(value); }

/** The blocks in a statement, also those in the arms of a switch. */
function bodies(statement: Tree): readonly (readonly unknown[])[] {
  return Object.entries(statement).flatMap(([key, value]) => {
    if (!blocks.has(key) || !Array.isArray(value)) return [];
    return key === 'arms' ? (value as Tree[]).flatMap(bodies) : [value as unknown[]];
  });
}
