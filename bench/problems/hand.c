// The vertices of a hand model by the angles of its joints: the whole Jacobian, in forward mode.
#include "bench.h"

enum { BONES = 16, ANGLES = 3 * BONES, VERTICES = 200, INFLUENCES = 4, OUTPUTS = 3 * VERTICES };

/** Each bone hangs on the one before it, but for the first of each of five fingers, which hang on the wrist. */
static inline int parent(int bone) { return bone % 3 == 1 ? 0 : bone - 1; }

/** local = the rotation about x, y and z in turn; 3 x 3, by rows. */
static inline void rotation(const double *angles, double *local) {
  double sx = sin(angles[0]), cx = cos(angles[0]), sy = sin(angles[1]), cy = cos(angles[1]), sz = sin(angles[2]), cz = cos(angles[2]);
  local[0] = cy * cz, local[1] = sx * sy * cz - cx * sz, local[2] = cx * sy * cz + sx * sz;
  local[3] = cy * sz, local[4] = sx * sy * sz + cx * cz, local[5] = cx * sy * sz - sx * cz;
  local[6] = -sy, local[7] = sx * cy, local[8] = cx * cy;
}

static inline void product(const double *a, const double *b, double *result) {
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++) result[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
}

/** offsets: of each bone from its parent; rest: of each vertex from each of its bones; weights: how much each bone pulls. */
PRIMAL void pose(const double *angles, const double *offsets, const int *bones, const double *rest, const double *weights, double *vertices) {
  double turn[BONES][9], place[BONES][3];
  for (int bone = 0; bone < BONES; bone++) {
    double local[9];
    rotation(angles + 3 * bone, local);
    if (bone == 0) {
      for (int i = 0; i < 9; i++) turn[0][i] = local[i];
      for (int i = 0; i < 3; i++) place[0][i] = offsets[i];
      continue;
    }
    int above = parent(bone);
    product(turn[above], local, turn[bone]);
    for (int i = 0; i < 3; i++) {
      const double *row = turn[above] + 3 * i, *offset = offsets + 3 * bone;
      place[bone][i] = place[above][i] + row[0] * offset[0] + row[1] * offset[1] + row[2] * offset[2];
    }
  }
  for (int v = 0; v < VERTICES; v++)
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int k = 0; k < INFLUENCES; k++) {
        int bone = bones[INFLUENCES * v + k];
        const double *row = turn[bone] + 3 * i, *r = rest + 3 * (INFLUENCES * v + k);
        sum += weights[INFLUENCES * v + k] * (place[bone][i] + row[0] * r[0] + row[1] * r[1] + row[2] * r[2]);
      }
      vertices[3 * v + i] = sum;
    }
}

SHARED double *angles, *offsets, *rest, *weights;
SHARED int *bones;

#ifdef DERIVATIVES
/** Row by row of the transposed Jacobian: eight angles at once. */
void run_gradient(double *gradient) {
  enum { LANES = 8 };
  static double directions[ANGLES][ANGLES];
  double vertices[OUTPUTS];
  for (int i = 0; i < ANGLES; i++) directions[i][i] = 1;
  memset(gradient, 0, ANGLES * OUTPUTS * sizeof *gradient);
  for (int a = 0; a < ANGLES; a += LANES)
    __enzyme_fwddiff((void *)pose, enzyme_width, LANES, enzyme_dupv, sizeof directions[0], angles, directions[a],
      enzyme_const, offsets, enzyme_const, bones, enzyme_const, rest, enzyme_const, weights,
      enzyme_dupv, OUTPUTS * sizeof(double), vertices, gradient + a * OUTPUTS);
}
#else
const char *const problem_name = "hand, Jacobian";
size_t set_up(void) {
  angles = numbers(ANGLES, 0.5, 0);
  offsets = numbers(3 * BONES, 1, 0);
  rest = numbers(3 * VERTICES * INFLUENCES, 1, 0);
  weights = numbers(VERTICES * INFLUENCES, 0.25, 0.25);
  bones = malloc(VERTICES * INFLUENCES * sizeof *bones);
  for (int i = 0; i < VERTICES * INFLUENCES; i++) bones[i] = (int)((noise() + 1) / 2 * BONES) % BONES;
  return ANGLES * OUTPUTS;
}
double run_primal(void) {
  double vertices[OUTPUTS], sum = 0;
  pose(angles, offsets, bones, rest, weights, vertices);
  for (int i = 0; i < OUTPUTS; i++) sum += vertices[i];
  return sum;
}

/** The derivative of `rotation` by each of its angles. */
static void rotation_derivatives(const double *angle, double derivative[3][9]) {
  double sx = sin(angle[0]), cx = cos(angle[0]), sy = sin(angle[1]), cy = cos(angle[1]), sz = sin(angle[2]), cz = cos(angle[2]);
  const double by_x[9] = {0, cx * sy * cz + sx * sz, cx * sz - sx * sy * cz, 0, cx * sy * sz - sx * cz, -sx * sy * sz - cx * cz, 0, cx * cy, -sx * cy};
  const double by_y[9] = {-sy * cz, sx * cy * cz, cx * cy * cz, -sy * sz, sx * cy * sz, cx * cy * sz, -cy, -sx * sy, -cx * sy};
  const double by_z[9] = {-cy * sz, -sx * sy * sz - cx * cz, sx * cz - cx * sy * sz, cy * cz, sx * sy * cz - cx * sz, cx * sy * cz + sx * sz, 0, 0, 0};
  memcpy(derivative[0], by_x, sizeof by_x);
  memcpy(derivative[1], by_y, sizeof by_y);
  memcpy(derivative[2], by_z, sizeof by_z);
}

/** An angle moves the bones that hang on its own, and no others. */
void run_by_hand(double *restrict gradient) {
  double local[BONES][9], turn[BONES][9], by[BONES][3][9];
  for (int bone = 0; bone < BONES; bone++) {
    rotation(angles + 3 * bone, local[bone]);
    rotation_derivatives(angles + 3 * bone, by[bone]);
    if (bone == 0) memcpy(turn[0], local[0], sizeof turn[0]);
    else product(turn[parent(bone)], local[bone], turn[bone]);
  }
  memset(gradient, 0, ANGLES * OUTPUTS * sizeof *gradient);
  for (int bone = 0; bone < BONES; bone++)
    for (int axis = 0; axis < 3; axis++) {
      double turned[BONES][9], placed[BONES][3];
      int moves[BONES] = {0};
      if (bone == 0) memcpy(turned[0], by[0][axis], sizeof turned[0]);
      else product(turn[parent(bone)], by[bone][axis], turned[bone]);
      memset(placed[bone], 0, sizeof placed[bone]);
      moves[bone] = 1;
      for (int below = bone + 1; below < BONES; below++) {
        int above = parent(below);
        if (!moves[above]) continue;
        moves[below] = 1;
        product(turned[above], local[below], turned[below]);
        for (int i = 0; i < 3; i++) {
          const double *row = turned[above] + 3 * i, *offset = offsets + 3 * below;
          placed[below][i] = placed[above][i] + row[0] * offset[0] + row[1] * offset[1] + row[2] * offset[2];
        }
      }
      double *restrict out = gradient + (3 * bone + axis) * OUTPUTS;
      for (int v = 0; v < VERTICES; v++)
        for (int k = 0; k < INFLUENCES; k++) {
          int at = INFLUENCES * v + k, mover = bones[at];
          if (!moves[mover]) continue;
          const double *r = rest + 3 * at;
          for (int i = 0; i < 3; i++) {
            const double *row = turned[mover] + 3 * i;
            out[3 * v + i] += weights[at] * (placed[mover][i] + row[0] * r[0] + row[1] * r[1] + row[2] * r[2]);
          }
        }
    }
}
#endif
