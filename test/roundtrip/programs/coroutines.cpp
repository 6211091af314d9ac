// flags: -std=c++20
#include <coroutine>
#include <cstdio>
#include <exception>
template <class T> struct generator {
  struct promise_type {
    T value;
    std::exception_ptr failure;
    generator get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { failure = std::current_exception(); }
  };
  std::coroutine_handle<promise_type> h;
  bool next() {
    h.resume();
    if (h.promise().failure) std::rethrow_exception(h.promise().failure);
    return !h.done();
  }
  T value() { return h.promise().value; }
  generator(std::coroutine_handle<promise_type> h) : h(h) {}
  generator(generator &&o) : h(o.h) { o.h = nullptr; }
  ~generator() {
    if (h) h.destroy();
  }
};
static generator<int> range(int a, int b) {
  for (int i = a; i < b; i++) co_yield i;
}
static generator<long> fibonacci() {
  long a = 0, b = 1;
  for (;;) {
    co_yield a;
    long c = a + b;
    a = b;
    b = c;
  }
}
static generator<int> squares(int n) {
  auto r = range(1, n);
  while (r.next()) co_yield r.value() * r.value();
  if (n > 4) throw 5;
}
int main() {
  auto s = squares(4);
  while (s.next()) std::printf("%d ", s.value());
  auto f = fibonacci();
  for (int i = 0; i < 30; i++) f.next();
  std::printf("%ld\n", f.value());
  try {
    auto t = squares(6);
    while (t.next()) std::printf("%d ", t.value());
  } catch (int i) {
    std::printf("caught %d\n", i);
  }
}
