enum { DIMENSIONS = 10, COMPONENTS = 25, POINTS = 1000 };
#include "gmm.h"
#if !defined DERIVATIVES && !defined TAPED
const char *const problem_name = "gmm d=10 k=25";
#endif
