/*
 * What code compiled by numba needs of numba's run-time library, for programs outside of Python: memory with a count of
 * references. The count and `data` stand where numba's code looks for them; it counts by itself, and asks here for memory
 * and for what happens when the count has come to nothing.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

struct memory {
  size_t references;
  void *destructor, *destructor_argument; /* arrays of numbers have none */
  char *data;
  size_t size;
};

struct memory *NRT_MemInfo_alloc_aligned(size_t size, unsigned alignment) {
  struct memory *m = malloc(sizeof *m + size + alignment);
  if (!m) return NULL;
  char *data = (char *)(m + 1);
  if (alignment > 1) data += (alignment - (uintptr_t)data % alignment) % alignment;
  *m = (struct memory){1, NULL, NULL, data, size};
  return m;
}

struct memory *NRT_MemInfo_alloc_safe_aligned(size_t size, unsigned alignment) { return NRT_MemInfo_alloc_aligned(size, alignment); }

void NRT_MemInfo_call_dtor(struct memory *m) { free(m); }
