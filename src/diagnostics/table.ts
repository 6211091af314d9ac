/** Every diagnostic: RZ1xxx input, RZ2xxx types, RZ3xxx unsupported, RZ4xxx interface, RZ5xxx toolchain. */

export interface DiagnosticRow {
  readonly code: string;
  /** What is wrong; `{name}` is filled in. */
  readonly title: string;
  /** Why that stops us. */
  readonly why: string;
  /** What the user can do, the likeliest first. */
  readonly remedies: readonly string[];
}

export const diagnostics = {
  syntax: {
    code: 'RZ1001', title: '{message}', why: 'the LLVM IR text could not be read',
    remedies: ['check that the file is LLVM IR text written by LLVM 7 to 22'],
  },
  invalidIr: {
    code: 'RZ1002', title: 'invalid LLVM IR: {message}', why: 'the module breaks a rule of the LLVM language reference',
    remedies: ['run the file through `opt -passes=verify` of the LLVM that wrote it'],
  },
  linkConflict: {
    code: 'RZ1003', title: 'cannot merge the modules: {message}', why: 'both define the same symbol in ways that do not agree',
    remedies: ['compile the files with the same flags, or rename one of the definitions'],
  },
  unknownMemoryType: {
    code: 'RZ2001', title: 'cannot tell what the {bytes} bytes of this {operation} hold',
    why: 'derivative code must know which bytes are floating-point numbers and which are pointers or integers',
    remedies: [
      'copy the values through a pointer of their type', 'say what is there with a type hint: `__enzyme_double(pointer, bytes)`, `_float`, `_integer` or `_pointer`',
      'IR that was made elsewhere: compile with -g there, so that the types are known',
    ],
  },
  unknownValueType: {
    code: 'RZ2002', title: 'cannot tell whether this {type} is an integer or the bits of a floating-point number',
    why: 'an active value flows into it',
    remedies: [
      'keep numbers and integers in members of their own, rather than in one place of a union',
      'say what the memory holds that it comes from, with a type hint: `__enzyme_double(pointer, bytes)`, `_float`, `_integer` or `_pointer`',
      'IR that was made elsewhere: compile with -g there, so that the types are known',
    ],
  },
  unknownCallee: {
    code: 'RZ3101', title: 'cannot differentiate a call to `{callee}`: its body is not in this module',
    why: 'an active value flows into it or comes back from it',
    remedies: ['compile the file that defines `{callee}` with `ribozyme clang` too, and link it with this one', 'register a derivative for it',
      'declare it inactive (`void *__enzyme_inactivefn_{callee}[] = {(void *){callee}};`) if it carries none'],
  },
  indirectCall: {
    code: 'RZ3102', title: 'cannot differentiate this call through a function pointer', why: 'no function that it may reach has a derivative in this module',
    remedies: ['compile the files that define those functions in the same command', 'call the function by name'],
  },
  unsupportedInstruction: {
    code: 'RZ3001', title: 'cannot differentiate `{instruction}`', why: '{why}',
    remedies: ['mark the value inactive (`enzyme_const`) if it carries no derivative', 'register a derivative for the function that contains it'],
  },
  exceptions: {
    code: 'RZ3002', title: 'cannot differentiate code that may throw here', why: 'a handler would be skipped: nothing is known of how exceptions find handlers on this target',
    remedies: ['compile with -fno-exceptions', 'move the throwing code out of the differentiated function'],
  },
  inlineAssembly: {
    code: 'RZ3003', title: 'cannot differentiate inline assembly', why: 'what it computes is not known',
    remedies: ['move it into a function and register a derivative for that'],
  },
  missingDerivative: {
    code: 'RZ3004', title: '`{callee}` has no derivative rule', why: 'its derivative with respect to argument {argument} has no closed form here',
    remedies: ['register a derivative for it', 'pass that argument as a constant'],
  },
  unsupportedFeature: {
    code: 'RZ3005', title: '{feature} is not supported yet', why: '{why}', remedies: ['{remedy}'],
  },
  unsupportedMarker: {
    code: 'RZ4001', title: '`{marker}` is not supported yet', why: 'the call asks for a part of the interface that this version does not lower',
    remedies: ['see `ribozyme/autodiff.h` for the calls and markers that there are'],
  },
  unknownFunctionArgument: {
    code: 'RZ4002', title: 'cannot tell which function `{marker}` is to differentiate',
    why: 'its first argument is not a function that is known when compiling: {why}',
    remedies: ['pass the function by name', 'compile the file that defines it with `ribozyme clang` too, and link it with this one'],
  },
  argumentCount: {
    code: 'RZ4003', title: '`{marker}` of `{function}`: {message}', why: 'the arguments do not fit the signature of `{function}`',
    remedies: ['pass each pointer with its shadow, each number once (reverse) or with its tangent (forward), or mark it enzyme_const'],
  },
  returnType: {
    code: 'RZ4004', title: '`{marker}` of `{function}` returns {found}, but the derivatives are {expected}',
    why: 'the declared return type must hold them', remedies: ['declare the call to return {expected}'],
  },
  badMarker: {
    code: 'RZ4005', title: '`{marker}` cannot mark this argument of `{function}`', why: '{why}', remedies: ['use another activity marker for argument {argument}'],
  },
  markerValue: {
    code: 'RZ4007', title: '`{marker}` needs {expected} after it', why: 'what follows it is {found}', remedies: ['write {expected} right after `{marker}`'],
  },
  markerElsewhere: {
    code: 'RZ4010', title: '`{marker}` says nothing to `{entryPoint}`', why: 'it is about the tape between `__enzyme_augmentfwd` and `__enzyme_reverse` or `__enzyme_fwdsplit`',
    remedies: ['leave it out'],
  },
  tapeTooSmall: {
    code: 'RZ4008', title: 'the tape of `{function}` needs {needed} bytes, but `enzyme_allocated` gives {given}',
    why: 'what does not fit would be written over other memory', remedies: ['give {needed} bytes, or ask `__enzyme_augmentsize` how many are needed', 'leave `enzyme_allocated` out: the tape is then on the heap'],
  },
  splitMismatch: {
    code: 'RZ4009', title: '`__enzyme_reverse` of `{function}` has no `__enzyme_augmentfwd` with the same activity',
    why: 'a tape fits only the two halves of one derivative, and these differ in {difference}',
    remedies: ['give both calls the same markers before the same arguments'],
  },
  missingHalf: {
    code: 'RZ4014', title: '`__enzyme_fwdsplit` of `{function}` has no `__enzyme_augmentfwd`',
    why: 'the first half logs what the second reads, if both are seen together, and here there is no first half of that function',
    remedies: ['call `__enzyme_augmentfwd` of `{function}` in the same file, or in one that is linked with it'],
  },
  constantMemory: {
    code: 'RZ4006', title: '{what} is stored in memory declared constant, and read back',
    why: 'constant memory has no adjoint, so that part of the derivative would be lost',
    remedies: [
      'pass the buffer with a shadow (enzyme_dup, or enzyme_dupnoneed for scratch memory)',
      'if a global may point to it since before the call: let the function allocate it, or take it as an argument',
      'if it is an exception: hand the value to the handler through a variable of the function that catches it',
    ],
  },
  badRegistration: {
    code: 'RZ4011', title: '`{registration}`: {message}', why: 'a registration that cannot be followed would leave the derivative as it was without it',
    remedies: ['see the form of registrations in docs/registrations.md'],
  },
  missingRegistration: {
    code: 'RZ4012', title: '`{function}` has no registered derivative for {mode} mode',
    why: 'it has {has} only, and the derivative of its body may be another than the registered one',
    remedies: ['register one: `void *{registration}_{function}[] = {entries};`'],
  },
  missingShadow: {
    code: 'RZ4013', title: 'the registered derivative of `{function}` takes a shadow of argument {argument}, and there is none here',
    why: 'the argument is constant at this call (or may be), and the size of a block of zeros to stand in for its shadow is not known',
    remedies: ['give the memory a shadow (enzyme_dup or enzyme_dupnoneed)', 'leave the shadow of that argument out of the registered functions'],
  },
  toolMissing: {
    code: 'RZ5001', title: 'cannot find `{tool}`', why: '{why}', remedies: ['{remedy}'],
  },
  toolFailed: {
    code: 'RZ5002', title: '`{tool}` failed', why: '{why}', remedies: ['see its messages above'],
  },
  badUsage: {
    code: 'RZ5003', title: '{message}', why: 'the command line cannot be understood', remedies: ['see `ribozyme {command} --help`'],
  },
  badInput: {
    code: 'RZ5004', title: '{message}', why: '{why}', remedies: ['{remedy}'],
  },
} as const satisfies Record<string, DiagnosticRow>;

export type DiagnosticKind = keyof typeof diagnostics;
