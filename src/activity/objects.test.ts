/** Memory that the function makes itself has a shadow as soon as something varied may be written into it. */
import { describe, expect, it } from 'vitest';
import { activityOf } from './example.testing.js';

describe('local objects', () => {
  it('are constant until an active number is stored in them', () => {
    const { states } = activityOf(`define double @f(double %x) {
      %a = alloca double
      %b = alloca double
      store double %x, ptr %a
      store double 1.0, ptr %b
      %y = load double, ptr %a
      %z = load double, ptr %b
      %s = fadd double %y, %z
      ret double %s
    }`, ['active']);
    expect(states('a', 'y')).toEqual(['duplicated', 'active']);
    expect(states('b', 'z')).toEqual(['constant', '-']);
  });

  it('become duplicated also behind an index, and for loads that come first', () => {
    const { states } = activityOf(`define double @f(double %x, i64 %i, i64 %n) {
    entry:
      %a = call ptr @malloc(i64 %n)
      br label %loop
    loop:
      %k = phi i64 [ 0, %entry ], [ %next, %loop ]
      %old = load double, ptr %a
      %at = getelementptr double, ptr %a, i64 %k
      store double %x, ptr %at
      %next = add i64 %k, 1
      %more = icmp slt i64 %next, %i
      br i1 %more, label %loop, label %end
    end:
      call void @free(ptr %a)
      ret double %old
    }
    declare ptr @malloc(i64)
    declare void @free(ptr)`, ['active', 'constant', 'constant']);
    expect(states('a', 'at', 'old')).toEqual(['duplicated', 'duplicated', 'active']);
  });

  it('hold pointers with shadows in a shadow of their own', () => {
    const { states } = activityOf(`define double @f(ptr %p) {
      %slot = alloca ptr
      store ptr %p, ptr %slot
      %q = load ptr, ptr %slot
      %x = load double, ptr %q
      ret double %x
    }`, ['duplicated']);
    expect(states('slot', 'q', 'x')).toEqual(['duplicated', 'duplicated', 'active']);
  });

  it('get a shadow if a pointer may be one of them or a duplicated argument', () => {
    const { states } = activityOf(`define double @f(ptr %p, i1 %c) {
      %a = alloca double
      store double 1.0, ptr %a
      %either = select i1 %c, ptr %p, ptr %a
      %x = load double, ptr %either
      ret double %x
    }`, ['duplicated', 'constant']);
    expect(states('a', 'either', 'x')).toEqual(['duplicated', 'duplicated', 'active']);
  });

  it('get a shadow if their address escapes', () => {
    const { state } = activityOf(`define void @f(ptr %p) {
      %a = alloca double
      store ptr %a, ptr %p
      ret void
    }`, ['constant']);
    expect(state('a')).toBe('duplicated');
  });
});

describe('local objects handed to calls', () => {
  const copy = (stored: string): string => `define double @f(ptr %p) {
    %a = alloca [2 x ${stored}]
    call void @llvm.memcpy.p0.p0.i64(ptr %a, ptr %p, i64 8, i1 false)
    %first = load ${stored}, ptr %a
    %r = ${stored === 'float' ? 'fpext float %first to double' : 'sitofp i32 %first to double'}
    ret double %r
  }
  declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)`;

  it('are duplicated if what is copied into them may be numbers', () => {
    expect(activityOf(copy('float'), ['duplicated']).states('a', 'r')).toEqual(['duplicated', 'active']);
    expect(activityOf(copy('float'), ['constant']).states('a', 'r')).toEqual(['constant', '-']);
  });

  it('are duplicated if a differentiated callee may write into them, unless it only reads', () => {
    const { states } = activityOf(`define void @f(ptr %p) {
      %a = alloca double
      %b = alloca double
      call void @callee(ptr %p, ptr nocapture %a, ptr nocapture readonly %b)
      ret void
    }
    define void @callee(ptr %p, ptr nocapture %a, ptr nocapture %b) {
      ret void
    }`, ['duplicated']);
    expect(states('a', 'b')).toEqual(['duplicated', 'constant']);
  });

  it('are duplicated if a callee puts memory with a shadow behind their address', () => {
    const { states, activity } = activityOf(`define double @f(ptr %given) {
      %a = alloca ptr
      %b = alloca ptr
      call void @init(ptr %a)
      call void @init(ptr %given)
      call void @use(ptr %b)
      %p = load ptr, ptr %a
      %x = load double, ptr %p
      ret double %x
    }
    declare void @init(ptr captures(none))
    declare void @use(ptr captures(none))`, ['constant'], { roleOf: () => 'function', holdersOf: (call) => (call.calledFunction?.name === 'init' ? [0] : []) });
    expect(states('a', 'b', 'p', 'x')).toEqual(['duplicated', 'constant', 'duplicated', 'active']);
    expect([...activity.holders]).toEqual([0]);
  });

  it('are constant where the address was computed in integers', () => {
    const { states } = activityOf(`define double @f(i64 %address, double %x) {
      %p = inttoptr i64 %address to ptr
      store double %x, ptr %p
      %y = load double, ptr %p
      ret double %y
    }`, ['constant', 'active']);
    expect(states('p', 'y')).toEqual(['constant', '-']);
  });

  it('are duplicated as text of active numbers, which might be read again', () => {
    const { states } = activityOf(`define void @f(double %x, ptr %format) {
      %text = alloca [32 x i8]
      %other = alloca [32 x i8]
      %n = call i32 (ptr, ptr, ...) @snprintf(ptr nocapture %text, ptr nocapture %format, double %x)
      %m = call i32 (ptr, ptr, ...) @snprintf(ptr nocapture %other, ptr nocapture %format, double 1.0)
      ret void
    }
    declare i32 @snprintf(ptr nocapture, ptr nocapture, ...)`, ['active', 'constant']);
    expect(states('text', 'other')).toEqual(['duplicated', 'constant']);
  });

  it('are duplicated where a function of an active number leaves its results', () => {
    const { states } = activityOf(`define double @f(double %x, double %c) {
      %s = alloca double
      %t = alloca double
      call void @sincos(double %x, ptr nocapture %s, ptr nocapture %s)
      call void @sincos(double %c, ptr nocapture %t, ptr nocapture %t)
      %y = load double, ptr %s
      %z = load double, ptr %t
      ret double %y
    }
    declare void @sincos(double, ptr nocapture, ptr nocapture)`, ['active', 'constant']);
    expect(states('s', 'y', 't', 'z')).toEqual(['duplicated', 'active', 'constant', '-']);
  });
});

describe('remarks on stores', () => {
  it('names pointers without a shadow that go into memory with one', () => {
    const { activity, module } = activityOf(`@g = global double 0.0
    @text = constant [3 x i8] c"ab\\00"
    define double @f(ptr %p, ptr %c) {
      %own = load double, ptr %c
      store ptr %c, ptr %p
      store ptr @g, ptr %p
      store ptr @text, ptr %p
      store ptr %p, ptr %p
      ret double %own
    }`, ['duplicated', 'constant']);
    expect(activity.constantPointerStores.map((store) => store.operand(0))).toEqual([activity.fn.args[1], module.globals.get('g')]);
    expect([...activity.writtenGlobals].map((global) => global.name)).toEqual(['g']);
  });

  it('names active numbers lost in constant memory, and globals that are written', () => {
    const { activity } = activityOf(`@g = global double 0.0
    define void @f(double %x, ptr %c) {
      store double %x, ptr %c
      store double 1.0, ptr %c
      store double %x, ptr @g
      ret void
    }`, ['active', 'constant']);
    expect(activity.lostStores.map((store) => store.address === activity.fn.args[1])).toEqual([true, false]);
    expect([...activity.writtenGlobals].map((global) => global.name)).toEqual(['g']);
  });
});
