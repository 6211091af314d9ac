// flags: -flto -fwhole-program-vtables -fsanitize=cfi-vcall -fno-sanitize-ignorelist -fvisibility=hidden
// run: no
struct shape {
  virtual double area() const;
  virtual ~shape();
};
struct circle : shape {
  double r;
  double area() const override { return r * r; }
};
double shape::area() const { return 0; }
shape::~shape() {}
double total(shape **s, int n) {
  double t = 0;
  for (int i = 0; i < n; i++) t += s[i]->area();
  return t;
}
shape *make() { return new circle; }
