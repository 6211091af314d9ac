// Records of text, a number and an integer: in an array and in a vector, moved and exchanged; named in a hash table and erased.
#include <string>
#include <unordered_map>
#include <vector>
struct Employee { std::string name; double pay; int age; };
double paid(const double *x, int n) {
  Employee few[3];
  for (int i = 0; i < 3; i++) few[i] = {"e" + std::to_string(i), x[i] * x[i], 20 + i};
  Employee first = few[0];
  few[1] = std::move(first);
  std::vector<Employee> all;
  for (int i = 0; i < n; i++) all.push_back({"employee number " + std::to_string((i * 3) % n), x[i] * x[(i + 1) % n], 30 + i});
  std::swap(all[0], all[2]);
  all.erase(all.begin() + 1);
  std::unordered_map<std::string, double> named;
  for (int i = 0; i < 2 * n; i++) {
    std::string key = "k" + std::to_string(i % 3);
    if (auto it = named.find(key); it == named.end()) named.emplace(key, x[i % n] + 0.2);
    else if (i % 4 == 0) named.erase(it);
    else it->second *= x[i % n];
  }
  double s = few[1].pay * few[2].age, weight = 1;
  for (const Employee &each : all) s += (weight += 0.3) * each.pay * each.age;
  for (const auto &each : named) s += each.second;
  return s;
}
// function: paid
// at: x = [0.5, -1.1, 0.7, 1.6], n = 4
// gradient: finite-differences
// feature: containers
