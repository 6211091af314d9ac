// flags: -pthread
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
static atomic_int counter;
static _Atomic(long) total;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static _Atomic double sum;
static int plain;
struct pair {
  int a, b;
};
static _Atomic struct pair both;
static void *work(void *arg) {
  for (int i = 0; i < 1000; i++) {
    atomic_fetch_add_explicit(&counter, 1, memory_order_relaxed);
    total += (long)arg;
    while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire)) {
    }
    plain++;
    sum = sum + 0.5;
    atomic_flag_clear_explicit(&lock, memory_order_release);
  }
  return 0;
}
int main(void) {
  pthread_t t[4];
  for (long i = 0; i < 4; i++) pthread_create(&t[i], 0, work, (void *)i);
  for (int i = 0; i < 4; i++) pthread_join(t[i], 0);
  int expected = 4000;
  _Bool swapped = atomic_compare_exchange_strong(&counter, &expected, 7);
  expected = 1;
  _Bool weak =
      atomic_compare_exchange_weak_explicit(&counter, &expected, 8, memory_order_acq_rel, memory_order_relaxed);
  atomic_thread_fence(memory_order_seq_cst);
  atomic_signal_fence(memory_order_release);
  struct pair p = {1, 2};
  atomic_store(&both, p);
  p = atomic_load(&both);
  printf("%d %d %d %ld %d %.1f %d\n", swapped, weak, counter, (long)total, plain, (double)sum, p.a + p.b);
  printf("%d %d %d\n", __atomic_fetch_nand(&plain, 12, __ATOMIC_SEQ_CST), __sync_fetch_and_xor(&plain, 3),
         __atomic_exchange_n(&plain, 9, __ATOMIC_RELEASE));
  return plain;
}
