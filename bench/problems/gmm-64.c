enum { DIMENSIONS = 64, COMPONENTS = 25, POINTS = 200 };
#include "gmm.h"
#if !defined DERIVATIVES && !defined TAPED
const char *const problem_name = "gmm d=64 k=25";
#endif
