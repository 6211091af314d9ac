/** Names as bytes: each character of a name is one byte, as in LLVM. */

/** What stands between the quotes, with `\xx` replaced by the byte it stands for, and other characters by their UTF-8 bytes. */
export function unquote(text: string): string {
  if (isPlain.test(text)) return text;
  return text.replace(/\\\\|\\([0-9a-fA-F]{2})|[^\x00-\x7f]+/g, (found, byte: string | undefined) => {
    if (byte !== undefined) return String.fromCharCode(parseInt(byte, 16));
    return found === '\\\\' ? '\\' : String.fromCharCode(...new TextEncoder().encode(found));
  });
}

const isPlain = /^[^\\\x80-\uffff]*$/;

/**
 * The name of a global or type as the module keys it. An unnamed one (`@0`) has its number as its name, so a name that
 * only looks like a number (`@"0"`) gets the `\01` of LLVM's "do not mangle" before it: the same symbol to a linker.
 */
export function distinctName(name: string, isNumber: boolean): string {
  return !isNumber && looksLikeNumber(name) ? `\x01${name}` : name;
}

export function looksLikeNumber(name: string): boolean { return /^\d+$/.test(name); }

/**
 * The name of an overloaded intrinsic without the pointee types that typed pointers had in it:
 * `llvm.memcpy.p0i8.p0i8.i64` is `llvm.memcpy.p0.p0.i64`.
 */
export function opaqueIntrinsicName(name: string): string {
  if (!name.startsWith('llvm.')) return name;
  return name.replace(pointerSuffix, '$1');
}

/**
 * `.v4p0f64` in two parts: a pointer (or vectors and arrays of them), and the mangled type it pointed to: scalars,
 * vectors, arrays, pointers and functions of them, structs by name (`s_foos`) or by their fields (`sl_i8i8s`).
 */
const pointerSuffix = new RegExp('(\\.(?:nxv\\d+|v\\d+|a\\d+)*p\\d+)'
  + '(?:nxv\\d+|v\\d+|a\\d+|p\\d+)*'
  + '(?:i\\d+|f16|bf16|f32|f64|f80|f128|ppcf128|x86mmx|x86amx|isVoid|Metadata|sl?_.*?s|f_.*?f)(?=\\.|$)', 'g');
