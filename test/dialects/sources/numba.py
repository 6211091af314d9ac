"""What the numba fixtures are made of: python source.py FOLDER, with NUMBA_LOOP_VECTORIZE=0."""
import math, sys
import numpy as np
import numba
from numba import njit

alone = dict(no_cpython_wrapper=True)
if numba.__version__ >= '0.50':
    alone['no_cfunc_wrapper'] = True

@njit("f8(f8,f8)", **alone)
def ratio(x, y):
    return math.sin(x) / (y * y - x)

@njit("f8(f8[::1],f8[:])", **alone)
def temporaries(x, w):
    y = np.empty_like(x)
    for i in range(x.shape[0]):
        y[i] = x[i] * w[(i + 1) % x.shape[0]]
    z = np.sqrt(y * y + 1.0)
    return z.sum()

@njit("f8(f8[:,:],i8)", **alone)
def smoothed(given, n):
    a = given.copy()
    for k in range(n):
        for i in range(a.shape[0]):
            for j in range(1, a.shape[1]):
                a[i, j] += math.tanh(a[i, j - 1] * a[i, j])
    return a[0, -1] * a[-1, -1]

for f in (ratio, temporaries, smoothed):
    for text in f.inspect_llvm().values():
        open("%s/%s.ll" % (sys.argv[1], f.__name__), "w").write(text)
