// flags: -pthread
#include <pthread.h>
#include <stdio.h>
static _Thread_local int mine = 5;
_Thread_local long shared_name;
static __thread char buffer[16] __attribute__((tls_model("initial-exec")));
static void *work(void *arg) {
  mine += (int)(long)arg;
  shared_name = mine * 2;
  snprintf(buffer, sizeof buffer, "t%d", mine);
  return (void *)(shared_name + buffer[0]);
}
int main(void) {
  pthread_t t;
  void *r;
  pthread_create(&t, 0, work, (void *)10);
  pthread_join(t, &r);
  printf("%d %ld %ld\n", mine, shared_name, (long)r);
  return 0;
}
