// Who owns whom: arrays of unique owners of objects with virtual methods, and children that their parents share.
#include <memory>
#include <vector>
struct Spring {
  double rate;
  explicit Spring(double r) : rate(r) {}
  virtual ~Spring() {}
  virtual double pull(double t) { return rate * t; }
};
struct Damped : Spring {
  double loss[2];
  Damped(double r, double l) : Spring(r), loss{l, r * l} {}
  double pull(double t) override { return Spring::pull(t) + loss[0] * loss[1] + (rate += 0.1 * t); }
};
struct Node : std::enable_shared_from_this<Node> {
  double value;
  std::weak_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> children;
  explicit Node(double v) : value(v) {}
  void add(double v) {
    children.push_back(std::make_shared<Node>(v));
    children.back()->parent = shared_from_this();
  }
  double up() const { auto above = parent.lock(); return above ? value * above->up() : value; }
};
double owned(const double *x, int n) {
  auto springs = std::make_unique<std::unique_ptr<Spring>[]>(n);
  for (int i = 0; i < n; i++) {
    if (i % 2) springs[i] = std::make_unique<Damped>(x[i], x[0]);
    else springs[i].reset(new Spring(x[i]));
  }
  double s = 0;
  for (int i = 0; i < 2 * n; i++) s += springs[i % n]->pull(x[(i + 1) % n]) * (i + 1);
  std::vector<std::shared_ptr<Node>> all{std::make_shared<Node>(s)};
  for (int i = 0; i < n; i++) {
    all[i / 2]->add(x[i]);
    all.push_back(all[i / 2]->children.back());
  }
  double sum = 0;
  for (const auto &node : all) sum += node->up() * (1 + node->children.size());
  return sum;
}
// function: owned
// at: x = [0.5, -1.1, 0.7], n = 3
// gradient: finite-differences
// feature: containers
