/**
 * Derivatives of BLAS and LAPACK, written with BLAS. In the code of a row, `c.get('alpha')` is an argument by its name,
 * `c.has('dA')` whether A is active; `primal` and `shadow` are arrays with the distance of their columns or elements.
 *
 * Formulas: M. B. Giles, "Collected matrix derivative results for forward and reverse mode algorithmic differentiation", 2008.
 * Where a triangle stands for a symmetric matrix, its adjoint is that of the numbers that are stored.
 */
import type { BlasName } from '../rules/index.js';
import { lapackRows } from './blas-lapack.js';
import { vectorRows } from './blas-level1.js';
import { matrixVectorRows } from './blas-level2.js';
import { matrixRows } from './blas-level3.js';
import type { BlasRow } from './blas-row.js';

export const blasRows: Readonly<Record<BlasName, BlasRow>> = { ...vectorRows, ...matrixVectorRows, ...matrixRows, ...lapackRows };
