/** What `--help` says: what a command is for, by example first. */

export const generalHelp = `\
Derivatives of programs, on LLVM IR.

  ribozyme clang -O3 fit.c -o fit          compile, with derivatives: before any clang or clang++ command
  ribozyme run FILE.c [ARGS]               compile with the clang that comes along, and run: nothing to install
  ribozyme grad FILE FUNCTION ARGS...      the value and the gradient of a function
  ribozyme check FILE FUNCTION ARGS...     is the gradient right? against finite differences
  ribozyme explain FILE FUNCTION           what the gradient keeps in memory, line by line, and why
  ribozyme opt IN.ll -o OUT.ll             derivatives in LLVM IR
  ribozyme doctor                          which compilers are here, and what they are good for

A first derivative:

  $ cat square.c
  double square(double x) { return x * x; }
  $ ribozyme grad square.c square 3
  value     9
  gradient  (6)  with respect to (x)

In a program, call a function that is declared and never defined; Ribozyme puts the derivative in its place:

  double __enzyme_autodiff(void *, ...);
  double slope(double x) { return __enzyme_autodiff((void *)square, x); }

Exit codes: 0 success; 1 the input was refused, or a check failed; 2 the command line could not be understood;
70 a bug in Ribozyme. As a prefix of a compiler, the compiler's own.

\`ribozyme COMMAND --help\` says more; \`ribozyme --time-report COMMAND ...\` says where the time went.
`;

const clang = `\
ribozyme clang[++][-NN] ...    a compile command, with derivatives

Put \`ribozyme\` before any clang, clang++ or flang command (LLVM 14 to 22). Everything works as without it: -c, -S,
-emit-llvm, -o, several inputs, linking, -MD, -fsanitize, response files. Code that asks for no derivative compiles to
exactly what it would compile to without the prefix.

  ribozyme clang -O2 main.c model.c -lm -o fit     derivatives may cross files that are compiled in one command,
  ribozyme clang -O2 -c main.c                     or one by one and linked, with static libraries too: then the link
  ribozyme clang main.o libmodel.a -lm -o fit      needs the prefix as well
  make CC='ribozyme clang'                         CMake and Meson: see docs/build-systems.md

The headers of this package are found without a flag: #include <ribozyme/autodiff.h> (C), <ribozyme/autodiff> (C++)

  ribozyme --time-report clang ...                 says where the time went
  ribozyme --plan POLICY clang ...                 what the gradient keeps: cheapest (the default); cache, recompute or undo, as
                                                   much as can be, to see whether a result depends on it

The exit code is the compiler's, or 1 if a derivative was refused; the output file is then left as it was.
`;

const opt = `\
ribozyme opt IN... [-o OUT]    derivatives in LLVM IR

Reads LLVM IR (text, or bitcode where an llvm-dis or clang is at hand), replaces every call that asks for a derivative,
and writes text. \`-\` stands for the standard input or output, which is also where OUT is by default. Several inputs
are merged into one module.

  ribozyme opt in.ll -o out.ll
  clang -O2 -fno-vectorize -fno-unroll-loops -g -S -emit-llvm f.c -o - | ribozyme opt - | clang -O3 -x ir - -c -o f.o

  --print types|activity|plan    print what the analyses found, for each function to differentiate, instead
  --llvm N                       write for LLVM N (14 to 22); by default, the version that wrote the input. For an older one than
                                 that, debug info is left out
  --strip-debug                  leave debug info out
  -S                             accepted and ignored

Exit codes: 0 success, 1 refused, 2 wrong usage.
`;

const run = `\
ribozyme run [OPTIONS] FILE [ARGS...]    compile and run, with nothing installed

Compiles C or C++ with the clang that comes with this package (as WebAssembly), puts the derivatives in, and runs the
program here. It sees the current directory and ARGS. The exit code is the program's.

  ribozyme run examples/rosenbrock.c
  ribozyme run -O1 -DSTEPS=50 --with model.c main.c 0.5

  --with FILE    a further source file (any number of times)
  -...           other options before FILE are for clang: -O0 to -O3 (default -O3), -D, -I, -std=...
`;

const functionArguments = `\
Arguments are numbers, arrays ([1,2,3]), "strings", true, false and null, in the order of the parameters. Arrays are for
pointers; their elements are converted to the type pointed to. Quote them for the shell: '[1, 2, 3]'.`;

const grad = `\
ribozyme grad [OPTIONS] FILE FUNCTION ARGS...    the value and the gradient of a function

Compiles FILE (C or C++) with the clang that comes with this package and differentiates FUNCTION in reverse mode, with
respect to every floating-point number and array of them.

  ribozyme grad examples/rosenbrock.c rosenbrock 1 2
  ribozyme grad examples/logsumexp.c logsumexp '[1, 2, 3]' 3

${functionArguments}

  --wrt NAME,...       with respect to these parameters only
  --seed NAME=VALUE    for functions that write their result to memory: the weight of each element of the array NAME;
                       the gradient is that of the weighted sum (\`return\` is the returned number)
  --with FILE          a further source file (any number of times)
  --json               print JSON
  -...                 other options before FILE are for clang: -D, -I, -std=...

Exit codes: 0 success, 1 refused, 2 wrong usage.
`;

const check = `\
ribozyme check [OPTIONS] FILE FUNCTION ARGS...    is the derivative right?

Differentiates FUNCTION at ARGS in forward mode, in reverse mode, and by finite differences, and compares argument by
argument. Outputs are the returned number and the arrays that are not const.

  ribozyme check examples/rosenbrock.c rosenbrock 1 2

${functionArguments}

  --tolerance T    the relative difference to accept (default 1e-6; 1e-2 where single precision is involved)
  --wrt NAME,...   these parameters only
  --with FILE      a further source file (any number of times)
  --json           print JSON
  -...             other options before FILE are for clang: -D, -I, -std=...

Exit codes: 0 all agree, 1 a mismatch or a refusal, 2 wrong usage.
`;

const explain = `\
ribozyme explain [OPTIONS] FILE FUNCTION    what the gradient of a function keeps in memory, and why

A gradient runs the function, then goes back through it. What the way back needs is computed again or kept. By source
line, this prints what is active (\`*\`), what is kept or computed again and why, and the bytes: per iteration, and in one
call as a formula in the program's variables. Where a loop's iterations cannot be told in advance, they are an unknown
of their own. FUNCTION is compiled as by \`grad\`, for WebAssembly, with pointers of 4 bytes; with LLVM IR (FILE.ll, as
clang -O2 -g -fno-vectorize -fno-unroll-loops makes it), the machine is that of the IR.

  ribozyme explain examples/logsumexp.c logsumexp
  ribozyme explain --html kept.html examples/gmm.c log_likelihood

  --html FILE      write a page instead: the source in the colours of heat, for values of the variables that you type in
  --json           print JSON
  --wrt NAME,...   with respect to these parameters only
  --with FILE      a further source file (any number of times)
  -...             other options before FILE are for clang: -D, -I, -std=...

Exit codes: 0 success, 1 refused, 2 wrong usage.
`;

const doctor = `\
ribozyme doctor [--json]    which compilers are here, and what they are good for

Exit codes: 0; 1 if not even the embedded clang can be loaded.
`;

export const help: Readonly<Record<string, string>> = { clang, 'clang++': clang, opt, run, grad, check, explain, doctor };
