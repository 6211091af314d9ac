/**
 * Makes a failing program small: tries one edit after another (remove a statement, put a body in its place, put a part of
 * an expression in its place) and keeps those after which the program still fails.
 */
import type { Block, Expression, FunctionTree, Program, Statement } from './syntax.js';

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
  const editor = new Editor(site);
  const edited = editor.program(program);
  return editor.done ? edited : undefined;
}

function size(program: Program): number { return JSON.stringify(program).length; }

/** Copies a program, counting the places where it could be smaller, and makes the edit whose turn it is. */
class Editor {
  done = false;
  constructor(private left: number) {}

  program(program: Program): Program {
    const helpers = program.helpers.filter(() => !this.turn()).map((helper) => this.function(helper));
    return { ...program, helpers, main: this.function(program.main) };
  }

  private turn(): boolean {
    if (this.done || this.left-- > 0) return false;
    this.done = true;
    return true;
  }

  private function(tree: FunctionTree): FunctionTree {
    const body = this.block(tree.body);
    const locals = tree.locals.filter(() => !this.turn()).map((local) => ({ ...local, start: this.expression(local.start) }));
    return { ...tree, body, locals, states: tree.states.filter(() => !this.turn()), result: this.expression(tree.result) };
  }

  private block(statements: Block): Block {
    return statements.flatMap((statement) => {
      if (this.turn()) return [];
      for (const body of bodies(statement)) if (this.turn()) return [...body];
      return [this.statement(statement)];
    });
  }

  private statement(statement: Statement): Statement {
    switch (statement.kind) {
      case 'assign':
        if (statement.form !== 'set' && this.turn()) return { ...statement, form: 'set' };
        return { ...statement, value: this.expression(statement.value) };
      case 'if': return { ...statement, whenTrue: this.block(statement.whenTrue), whenFalse: this.block(statement.whenFalse) };
      case 'for': case 'while': case 'scope': return { ...statement, body: this.block(statement.body) };
      case 'leave': return { ...statement, value: this.expression(statement.value) };
      case 'switch': return { ...statement, arms: statement.arms.filter(() => !this.turn()).map((arm) => ({ ...arm, body: this.block(arm.body) })) };
      case 'irreducible': return { ...statement, first: this.block(statement.first), second: this.block(statement.second) };
      case 'transform': return { ...statement, argument: this.expression(statement.argument) };
      case 'state': case 'move': case 'copy': case 'clear': case 'swap': case 'call': case 'grow': return statement;
    }
  }

  private expression(tree: Expression): Expression {
    for (const part of parts(tree)) if (this.turn()) return part;
    if (tree.kind !== 'number' && this.turn()) return { kind: 'number', value: 0.5 };
    switch (tree.kind) {
      case 'unary': return { ...tree, operand: this.expression(tree.operand) };
      case 'binary': return { ...tree, left: this.expression(tree.left), right: this.expression(tree.right) };
      case 'select': return { ...tree, whenTrue: this.expression(tree.whenTrue), whenFalse: this.expression(tree.whenFalse) };
      case 'call': return { ...tree, numbers: tree.numbers.map((number) => this.expression(number)) };
      case 'number': case 'variable': case 'element': case 'field': return tree;
    }
  }
}

function bodies(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if': return [statement.whenTrue, statement.whenFalse];
    case 'for': case 'while': case 'scope': return [statement.body];
    case 'switch': return statement.arms.map((arm) => arm.body);
    case 'irreducible': return [statement.first, statement.second];
    default: return [];
  }
}

function parts(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'unary': return [tree.operand];
    case 'binary': return [tree.left, tree.right];
    case 'select': return [tree.whenTrue, tree.whenFalse];
    case 'call': return tree.numbers;
    default: return [];
  }
}
