/** Which functions are BLAS, and what their arguments are called. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { findBlas, nameByColumns } from './blas.js';

const find = (declaration: string) => {
  const [fn] = parseModule(`declare ${declaration}`).functions.values();
  return fn && findBlas(fn.name, fn.functionType);
};

describe('a routine', () => {
  it('has its arguments by reference in Fortran, and by value in CBLAS', () => {
    expect(find('double @ddot_(ptr, ptr, ptr, ptr, ptr)')).toMatchObject({ name: 'dot', precision: 'double', spelling: 'fortran' });
    expect(find('float @cblas_sdot(i32, ptr, i32, ptr, i32)')).toMatchObject({ name: 'dot', precision: 'float', spelling: 'cblas' });
    expect(find('void @cblas_dgemv(i32, i32, i32, i32, double, ptr, i32, ptr, i32, double, ptr, i32)')?.operands.slice(0, 4)).toEqual(['order', 'trans', 'm', 'n']);
  });

  it('may have the lengths of strings at the end', () => {
    expect(find('void @dpotrf_(ptr, ptr, ptr, ptr, ptr, i64)')).toMatchObject({ name: 'potrf' });
  });

  it('is another function with other arguments, or another name', () => {
    for (const other of ['double @ddot_(ptr, ptr, ptr)', 'double @ddot(i32, ptr, i32, ptr, i32)', 'void @cblas_ddot(i32, ptr, i32, ptr, i32)', 'double @cblas_ddot(i64, ptr, i64, ptr, i64)',
      'void @cblas_dpotrf(ptr, ptr, ptr, ptr, ptr)', 'void @dsyr_(ptr, ptr, ptr, ptr, ptr, ptr, ptr)', 'double @zdot_(ptr, ptr, ptr, ptr, ptr)']) {
      expect(find(other)).toBeUndefined();
    }
  });
});

it('a row-major call is another one by columns', () => {
  expect(nameByColumns('gemm', 'A', true)).toEqual({ name: 'B', isTurned: false });
  expect(nameByColumns('gemm', 'ldb', true)).toEqual({ name: 'lda', isTurned: false });
  expect(nameByColumns('trsm', 'uplo', true)).toEqual({ name: 'uplo', isTurned: true });
  expect(nameByColumns('trsm', 'uplo', false)).toEqual({ name: 'uplo', isTurned: false });
});
