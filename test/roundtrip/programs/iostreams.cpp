#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
struct point {
  double x, y;
};
std::ostream &operator<<(std::ostream &o, const point &p) { return o << '(' << p.x << ", " << p.y << ')'; }
std::istream &operator>>(std::istream &i, point &p) { return i >> p.x >> p.y; }
int main() {
  std::istringstream in("1.5 2.5 3 4 oops 5");
  point p;
  int n = 0;
  while (in >> p) {
    std::cout << p << ' ';
    n++;
  }
  std::cout << n << in.fail() << '\n';
  std::ostringstream out;
  out << std::hex << std::showbase << 255 << ' ' << std::dec << std::setw(8) << std::setfill('*') << 42 << ' '
      << std::fixed << std::setprecision(3) << 3.14159 << std::scientific << ' ' << 12345.678 << ' ' << std::boolalpha
      << true;
  std::cout << out.str() << '\n';
  std::string line;
  std::stringstream lines("a,b\nc,d\n");
  while (std::getline(lines, line)) std::cout << '[' << line << ']';
  std::cout << std::endl;
  return n;
}
