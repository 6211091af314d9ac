"""The gradient of a function that numba compiled, called from Python.

    python gradient.py

numba writes LLVM IR; a few lines that call `__enzyme_autodiff` are put beside it, `ribozyme opt` puts the derivative in the place of
the call, and clang makes a library of it. Needs numba 0.60 or newer, `ribozyme` and clang on PATH.
"""
import ctypes
import math
import os
import re
import shlex
import subprocess
import tempfile

import numpy as np
from numba import njit

ribozyme = shlex.split(os.environ.get("RIBOZYME", "npx ribozyme"))
clang = os.environ.get("CLANG", "clang-22")
runtime = os.path.join(os.path.dirname(os.path.abspath(__file__)), "runtime.c")


@njit("f8(f8[::1],f8)", no_cpython_wrapper=True, no_cfunc_wrapper=True)
def loss(x, scale):
    y = np.empty_like(x)
    for i in range(x.shape[0]):
        y[i] = math.tanh(scale * x[i]) * x[(i + 1) % x.shape[0]]
    return (y * y).sum()


def entry(text):
    """The name that numba gave to the function: it is defined first."""
    return re.search(r'^define .*?@("[^"]+"|[\w.$]+)\(', text, re.M).group(1)


# numba's own convention: the result goes through the first pointer, an exception through the second, the status is returned. A contiguous
# array is its owner twice, its number of elements, their size, the data, the shape and the strides.
def caller(function):
    return f"""
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32
declare double @__enzyme_autodiff(ptr, ...)

define double @loss_gradient(ptr %x, ptr %dx, i64 %n, double %scale) {{
  %result = alloca double
  %seed = alloca double
  %raised = alloca ptr
  store double 1.0, ptr %seed
  %dscale = call double (ptr, ...) @__enzyme_autodiff(ptr @{function},
    ptr @enzyme_dup, ptr %result, ptr %seed, ptr @enzyme_const, ptr %raised,
    ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, i64 %n, i64 8, ptr @enzyme_dup, ptr %x, ptr %dx, i64 %n, i64 8,
    ptr @enzyme_out, double %scale)
  ret double %dscale
}}
declare i32 @{function}(ptr, ptr, ptr, ptr, i64, i64, ptr, i64, i64, double)
"""


def build(folder):
    (text,) = loss.inspect_llvm().values()
    path = lambda name: os.path.join(folder, name)
    with open(path("loss.ll"), "w") as file:
        file.write(text)
    with open(path("caller.ll"), "w") as file:
        file.write(caller(entry(text)))
    run = lambda *command: subprocess.run(command, check=True)
    run(clang, "-O1", "-g", "-S", "-emit-llvm", "-fPIC", runtime, "-o", path("runtime.ll"))
    run(*ribozyme, "opt", path("loss.ll"), path("caller.ll"), path("runtime.ll"), "--llvm", "22", "-o", path("derived.ll"))
    run(clang, "-w", "-O2", "-fPIC", "-shared", path("derived.ll"), "-lm", "-o", path("gradient.so"))
    return ctypes.CDLL(path("gradient.so")).loss_gradient


def main():
    with tempfile.TemporaryDirectory() as folder:
        gradient = build(folder)
        gradient.restype = ctypes.c_double
        gradient.argtypes = [np.ctypeslib.ndpointer(np.float64)] * 2 + [ctypes.c_int64, ctypes.c_double]
        x, dx = np.array([0.7, -0.4, 1.3]), np.zeros(3)
        dscale = gradient(x, dx, len(x), 1.5)
    h, f = 1e-6, loss.py_func  # loss itself was compiled without the part that Python calls
    steps = [(f(x + h * e, 1.5) - f(x - h * e, 1.5)) / (2 * h) for e in np.eye(3)]
    print("gradient          ", np.round(dx, 6), round(dscale, 6))
    print("finite differences", np.round(steps, 6), round((f(x, 1.5 + h) - f(x, 1.5 - h)) / (2 * h), 6))


main()
