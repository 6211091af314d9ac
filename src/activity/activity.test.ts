/** What varies with the inputs: numbers that are active, pointers that have a shadow. */
import { describe, expect, it } from 'vitest';
import { activeCalls, activityOf, returnsItsArguments } from './example.testing.js';
import { printActivity } from './index.js';

describe('numbers', () => {
  it('are active if computed from an active argument', () => {
    const { states } = activityOf(`define double @f(double %x, double %c) {
      %y = fmul double %x, %c
      %d = fadd double %c, 1.0
      %z = call double @sin(double %y)
      %e = call double @sin(double %d)
      ret double %z
    }
    declare double @sin(double)`, ['active', 'constant']);
    expect(states('x', 'y', 'z')).toEqual(['active', 'active', 'active']);
    expect(states('c', 'd', 'e')).toEqual(['-', '-', '-']);
  });

  it('lose their derivative on the way through an integer, a comparison, or an index', () => {
    const { states } = activityOf(`define double @f(double %x) {
      %i = fptosi double %x to i64
      %back = sitofp i64 %i to double
      %less = fcmp olt double %x, 0.0
      %pick = select i1 %less, double 1.0, double 2.0
      ret double %pick
    }`, ['active']);
    expect(states('i', 'back', 'less', 'pick')).toEqual(['-', '-', '-', '-']);
  });

  it('keep it as bits: nothing says that these are an integer', () => {
    const { states } = activityOf(`define double @f(double %x) {
      %bits = bitcast double %x to i64
      %cleared = and i64 %bits, 9223372036854775807
      %y = bitcast i64 %cleared to double
      ret double %y
    }`, ['active']);
    expect(states('bits', 'cleared', 'y')).toEqual(['active', 'active', 'active']);
  });

  it('reach around a loop', () => {
    const { state, activity } = activityOf(`define double @f(double %x, i32 %n) {
    entry:
      br label %loop
    loop:
      %i = phi i32 [ 0, %entry ], [ %next, %loop ]
      %a = phi double [ 1.0, %entry ], [ %b, %loop ]
      %b = phi double [ 2.0, %entry ], [ %c, %loop ]
      %c = fmul double %b, %x
      %next = add i32 %i, 1
      %more = icmp slt i32 %next, %n
      br i1 %more, label %loop, label %end
    end:
      ret double %a
    }`, ['active', 'constant']);
    expect([state('a'), state('i')]).toEqual(['active', '-']);
    expect(activity.returnState()).toEqual({ active: true, pointer: 'none' });
  });
});

describe('pointers', () => {
  it('load active numbers where the argument is duplicated, and no others', () => {
    const { states, activity } = activityOf(`define double @f(ptr %p, ptr %table, i64 %i) {
      %at = getelementptr double, ptr %p, i64 %i
      %x = load double, ptr %at
      %w = load double, ptr %table
      %row = load ptr, ptr %p
      %n = load i8, ptr %p
      %u = load double, ptr %row
      %s = fmul double %x, %w
      ret double %s
    }`, ['duplicated', 'constant', 'constant']);
    expect(states('at', 'x', 'row', 'n')).toEqual(['duplicated', 'active', 'duplicated', '-']);
    expect(states('table', 'w', 's')).toEqual(['constant', '-', 'active']);
    expect(activity.lostStores).toEqual([]);
  });

  it('have no shadow if they only find a callee', () => {
    const { states } = activityOf(`define double @f(ptr %object, double %x) {
      %table = load ptr, ptr %object
      %slot = getelementptr ptr, ptr %table, i64 1
      %g = load ptr, ptr %slot
      %same = icmp eq ptr %g, @known
      %y = call double %g(ptr %object, double %x)
      %next.at = getelementptr ptr, ptr %object, i64 2
      %next = load ptr, ptr %next.at
      %z = load double, ptr %next
      ret double %z
    }
    declare double @known(ptr, double)`, ['duplicated', 'active']);
    expect(states('table', 'slot', 'g', 'next', 'z')).toEqual(['constant', 'constant', 'constant', 'duplicated', 'active']);
  });

  it('may be either: their shadow tells when the program runs', () => {
    const { states } = activityOf(`define double @f(ptr %p, ptr %q, i1 %c) {
      %either = select i1 %c, ptr %p, ptr %q
      %x = load double, ptr %either
      %orNull = select i1 %c, ptr %p, ptr null
      ret double %x
    }`, ['duplicated', 'constant', 'constant']);
    expect(states('either', 'x', 'orNull')).toEqual(['maybe', 'active', 'duplicated']);
  });

  it('read from memory may be either once a pointer without shadow was stored anywhere', () => {
    const text = 'define ptr @f(ptr %p) {\n %q = load ptr, ptr %p\n ret ptr %q\n}';
    expect(activityOf(text, ['duplicated'], { constantPointersInMemory: true }).state('q')).toBe('maybe');
    expect(activityOf(text, ['constant'], { constantPointersInMemory: true }).state('q')).toBe('constant');
  });

  it('to globals are as the world says', () => {
    const text = '@g = global double 0.0\ndefine double @f() {\n %x = load double, ptr @g\n ret double %x\n}';
    expect(activityOf(text, []).state('x')).toBe('-');
    expect(activityOf(text, [], { globalState: () => 'duplicated' }).state('x')).toBe('active');
  });
});

describe('calls', () => {
  const text = `define double @f(double %x, double %c) {
    %y = call double @callee(double %x)
    %d = call double @callee(double %c)
    %u = call double @elsewhere(double %c)
    %shown = call i32 (ptr, ...) @printf(ptr @text, double %c)
    ret double %y
  }
  @text = constant [4 x i8] c"%f\\0A\\00"
  define double @callee(double %v) {
    ret double %v
  }
  declare double @elsewhere(double)
  declare i32 @printf(ptr, ...)`;

  it('matter if something varied goes in or comes back', () => {
    const example = activityOf(text, ['active', 'constant'], { returnState: returnsItsArguments });
    expect(example.states('y', 'd', 'u')).toEqual(['active', '-', '-']);
    expect(activeCalls(example)).toEqual(['callee']);
  });

  it('matter too if the callee touches a global with a shadow', () => {
    const example = activityOf(text, ['constant', 'constant'], { touchesActiveGlobals: (call) => call.calledFunction?.name === 'callee' });
    expect(activeCalls(example)).toEqual(['callee', 'callee']);
  });
});

it('prints what carries something', () => {
  const { activity } = activityOf(`define void @f(ptr %out, double %x, i64 %n) {
    %y = fmul double %x, %x
    %m = add i64 %n, 1
    store double %y, ptr %out
    ret void
  }`, ['duplicated', 'active', 'constant']);
  expect(printActivity(activity)).toBe('function @f\n  argument %out: pointer duplicated\n  argument %x: active\n  binary %y: active');
});
