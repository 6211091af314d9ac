// flags: --target=nvptx64-nvidia-cuda -nostdinc
// run: no
__attribute__((address_space(3))) static float shared[64];
__attribute__((address_space(1))) float *global;
typedef float __attribute__((address_space(1))) gfloat;
__attribute__((nvptx_kernel)) void scale(gfloat *x, float k, int n) {
  int i = __nvvm_read_ptx_sreg_tid_x();
  if (i < n) {
    shared[i & 63] = x[i];
    __syncthreads();
    x[i] = shared[63 - (i & 63)] * k;
  }
}
float read(float *p, gfloat *q) { return *p + *(float *)q; }
