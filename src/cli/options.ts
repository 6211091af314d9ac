/** clang's options, as far as splitting one command into several needs to know them. */

/**
 * `source`: source to IR only. `dependencies`: the same, for `-MD` and its family. `code`: IR to machine code, and the
 * linker, which does that when linking is delayed (LTO). `link`: the linker only. `both`: each compile step, and the
 * linker driver. `neither`: dropped when we split.
 */
export type Stage = 'source' | 'dependencies' | 'code' | 'link' | 'both' | 'neither';

/** Options whose value is the next word. */
const separateValue = new Set([
  '-o', '-x', '-I', '-D', '-U', '-L', '-l', '-F', '-T', '-u', '-z', '-e', '-B', '-J', '-include', '-imacros', '-isystem', '-iquote',
  '-idirafter', '-isysroot', '-iprefix', '-iwithprefix', '-iwithprefixbefore', '-iframework', '-ivfsoverlay', '-include-pch',
  '-cxx-isystem', '-MF', '-MT', '-MQ', '-MJ', '-Xclang', '-Xlinker', '-Xassembler', '-Xpreprocessor', '-Xanalyzer', '-Xflang',
  '-Xopenmp-target', '-mllvm', '-mmlir', '-target', '-arch', '-framework', '-rpath', '-soname', '-install_name', '-working-directory',
  '-gcc-toolchain', '-module-dir', '-dumpdir', '-aux-info', '-main-file-name', '--sysroot', '--param', '--target', '--output',
  '--config', '--include', '--define-macro', '--include-directory', '--library-directory',
]);

export function takesValue(word: string): boolean { return separateValue.has(word) || word.startsWith('-Xarch_'); }

/** The first pattern that matches decides. */
const stages: readonly (readonly [RegExp, Stage])[] = [
  [/^-(MD|MMD|MF|MT|MQ|MP|MG|MV|MJ)/, 'dependencies'],
  [/^(-save-temps|--save-temps|-ftime-trace|-ftime-report|-pipe$)/, 'neither'],
  [/^(-Wl,|-l|-L|-Xlinker|-fuse-ld|-framework|-F|-rpath|-soname|-install_name|-T|-u|-z|-e$|--library)/, 'link'],
  [/^-(static|shared|rdynamic|pie|no-pie|nopie|static-pie|nostdlib|nodefaultlibs|nostartfiles|nolibc|s|r|dynamiclib|bundle)$/, 'link'],
  [/^-(static-lib\w+|shared-lib\w+|nostdlib\+\+|dynamic)$/, 'link'],
  [/^(-Wa,|-Xassembler|-gsplit-dwarf|-gz|-flto|-fno-lto|-R)/, 'code'],
  [/^(-w$|-Wno-|-Wframe-larger-than)/, 'both'],
  [/^-[DUIJ]/, 'source'],
  [/^-(include|imacros|isystem|iquote|idirafter|iprefix|iwithprefix|iframework|ivfsoverlay|cxx-isystem)/, 'source'],
  [/^(-std|--std|-ansi|-W|-pedantic|-Xpreprocessor|-Xclang|-Xflang|-mmlir|-trigraphs|-nostdinc|-undef|-H$|-C$|-CC$|-P$|-v?--include|--define)/, 'source'],
  [/^-(fmodule|fplugin|finput-charset|fexec-charset|module-dir|fdebug-|ffile-prefix-map|fmacro-prefix-map|fcoverage-|fno-diagnostics|fdiagnostics|f(no-)?c(olor|aret)-)/, 'source'],
];

export function optionStage(word: string): Stage {
  return stages.find(([pattern]) => pattern.test(word))?.[1] ?? 'both';
}
