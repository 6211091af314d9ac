// std::string as what chooses: keys, formulas, formatting of active numbers that nobody reads back.
#include <cmath>
#include <sstream>
#include <string>
#include <vector>
static double apply(const std::string &op, double a, double b) {
  if (op == "add") return a + b;
  if (op == "mul") return a * b;
  if (op.substr(0, 3) == "pow") return std::pow(a, op.size() - 3.0);
  return a;
}
double formula(double x, double y) {
  std::vector<std::string> program{"add", "mul", "powxx", "nothing at all that is short enough", "add"};
  double v = x;
  std::string log;
  std::ostringstream stream;
  for (const std::string &op : program) {
    v = apply(op, v, y);
    log += op + "=" + std::to_string(v) + ";";
    stream << v << ' ' << op.length() << '\n';
  }
  return v * program.size() + 0.0 * log.size() + (stream.str().empty() ? 0 : y);
}
// function: formula
// at: x = 0.8, y = 1.3
// gradient: finite-differences
// feature: containers
