// An active number written as text and read back: no derivative gets through, so zero would be wrong.
#include <stdio.h>
#include <stdlib.h>
double through_text(double x) { char text[50]; snprintf(text, sizeof text, "%.17g", x); return atof(text) * x; }
// function: through_text
// at: x = 2.0
// error: RZ3004
// feature: refusals
