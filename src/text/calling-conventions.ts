/** Calling conventions, which stand among other words before a type. */
import { Punctuation, Token } from './lexer.js';
import type { Reader } from './reader.js';

/** Most of LLVM's end like this, and those that are still to come will. */
const looksLikeOne = /^(?:\w+cc|\w+_cc\w*|cc|spir_\w+|intel_ocl_bicc|amdgpu_\w+|ptx_\w+|aarch64_\w+|arm_\w+|riscv_\w+|avr_\w+|msp430_\w+|m68k_\w+|win64cc|webkit_jscc|anyregcc|hhvm\w*)$/;

/** Reads `fastcc`, `cc 10`, ..., or nothing. */
export function readCallingConvention(reader: Reader): string {
  if (!reader.at(Token.word)) return '';
  const { slice } = reader;
  if (!looksLikeOne.test(slice)) return '';
  reader.next();
  // `riscv_vls_cc(256)` and `cc 10` have a number.
  if (slice === 'cc') return `cc ${reader.integer('the number of a calling convention')}`;
  if (!reader.at(Punctuation.open)) return slice;
  const from = reader.start;
  return `${slice}${reader.text.slice(from, reader.skipBalanced())}`;
}
