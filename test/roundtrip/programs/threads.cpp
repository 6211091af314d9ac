// flags: -pthread
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <future>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>
int main() {
  std::mutex m;
  std::condition_variable cv;
  std::queue<int> q;
  std::atomic<long> sum{0};
  bool done = false;
  std::vector<std::thread> ts;
  for (int i = 0; i < 3; i++)
    ts.emplace_back([&] {
      for (;;) {
        std::unique_lock<std::mutex> l(m);
        cv.wait(l, [&] { return !q.empty() || done; });
        if (q.empty()) return;
        int x = q.front();
        q.pop();
        l.unlock();
        sum.fetch_add(x * x, std::memory_order_relaxed);
      }
    });
  for (int i = 0; i < 100; i++) {
    {
      std::lock_guard<std::mutex> g(m);
      q.push(i);
    }
    cv.notify_one();
  }
  {
    std::lock_guard<std::mutex> g(m);
    done = true;
  }
  cv.notify_all();
  for (auto &t : ts) t.join();
  auto f = std::async(std::launch::async, [] { return 6 * 7; });
  std::promise<int> p;
  auto pf = p.get_future();
  std::thread([&p] {
    try {
      throw 3;
    } catch (...) {
      p.set_exception(std::current_exception());
    }
  }).join();
  int caught = 0;
  try {
    pf.get();
  } catch (int i) {
    caught = i;
  }
  std::once_flag once;
  int calls = 0;
  for (int i = 0; i < 3; i++) std::call_once(once, [&] { calls++; });
  std::printf("%ld %d %d %d\n", sum.load(), f.get(), caught, calls);
}
