import { describe, expect, it } from 'vitest';
import type { FloatKind } from '../ir/index.js';
import { floatBitsOf, floatLiteral } from './floats.js';

describe('floating-point literals', () => {
  it.each<[FloatKind, string, bigint]>([
    ['double', '1.000000e+00', 0x3ff0000000000000n], ['double', '-0.000000e+00', 0x8000000000000000n], ['double', '1.500000e-310', 0x1b9cd1295941n],
    ['double', '1.000000e-01', 0x3fb999999999999an], ['double', '0x3FD5555555555555', 0x3fd5555555555555n], ['double', '0x7FF8000000000001', 0x7ff8000000000001n], ['double', '1.000000e+22', 0x4480f0cf064dd592n],
    ['float', '1.500000e+00', 0x3fc00000n], ['float', '0x3FB99999A0000000', 0x3dcccccdn], ['float', '0x7FF0000000000000', 0x7f800000n],
    ['float', '0x7FF8000000000000', 0x7fc00000n], ['float', '0x7FF0000020000000', 0x7f800001n],
    ['half', '0xH3C00', 0x3c00n], ['bfloat', '0xR3F80', 0x3f80n], ['x86_fp80', '0xK3FFF8000000000000000', 0x3fff8000000000000000n],
    ['fp128', '0xL0000000000000001BFFF000000000000', 0xbfff0000000000000000000000000001n],
    ['ppc_fp128', '0xM3FF00000000000000000000000000001', 0x13ff0000000000000n],
  ])('%s %s', (format, literal, bits) => {
    expect(floatBitsOf(literal, format)).toBe(bits);
    expect(floatLiteral(bits, format)).toBe(literal);
  });

  it.each<[FloatKind, string, bigint | undefined]>([
    ['double', '1.', 0x3ff0000000000000n], ['double', '+1.0e+0', 0x3ff0000000000000n], ['half', '1.0', 0x3c00n], ['bfloat', '1.0', 0x3f80n],
    ['float', 'f0x3F800000', 0x3f800000n],
    ['fp128', '0xL1', 1n], ['x86_fp80', '0xK3FFF1', 0x3fff0000000000000001n], ['half', '0xH1', 1n],
    ['float', '0.1', undefined], ['half', '0.1', undefined], ['float', '1', undefined], ['double', '1e5', undefined], ['x86_fp80', '1.0', undefined],
    ['half', '0xK3C00', undefined], ['half', '0xH3C000', undefined], ['double', '0x', undefined], ['double', '0x10000000000000000', undefined],
  ])('%s %s is read as LLVM reads it', (format, literal, bits) => { expect(floatBitsOf(literal, format)).toBe(bits); });
});
