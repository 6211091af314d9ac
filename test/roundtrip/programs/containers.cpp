#include <algorithm>
#include <deque>
#include <iostream>
#include <list>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>
int main() {
  std::vector<int> v(50);
  std::iota(v.begin(), v.end(), -20);
  std::reverse(v.begin(), v.end());
  std::sort(v.begin(), v.end(),
            [](int a, int b) { return a * a % 17 < b * b % 17 || (a * a % 17 == b * b % 17 && a < b); });
  std::map<std::string, std::vector<int>> m;
  for (int x : v) m["k" + std::to_string(((x % 5) + 5) % 5)].push_back(x);
  for (auto &[k, list] : m)
    std::cout << k << ':' << std::accumulate(list.begin(), list.end(), 0) << ' '
              << *std::max_element(list.begin(), list.end()) << '\n';
  std::unordered_map<long, double> u;
  for (int i = 0; i < 100; i++) u[i * 37 % 101] += i * 0.5;
  double s = 0;
  for (auto &p : u) s += p.second * (double)p.first;
  std::cout << s << ' ' << u.size() << '\n';
  std::set<std::pair<int, char>> st;
  for (int i = 0; i < 20; i++) st.insert({i % 7, (char)('a' + i % 3)});
  std::deque<std::string> d;
  for (auto &p : st) d.push_front(std::string(1, p.second) + std::to_string(p.first));
  std::list<std::string> l(d.begin(), d.end());
  l.sort();
  l.unique();
  for (auto &x : l) std::cout << x << ',';
  std::cout << '\n';
}
