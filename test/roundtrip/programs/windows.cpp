// flags: --target=x86_64-pc-windows-msvc -fms-extensions -fexceptions -fcxx-exceptions -nostdinc
// run: no
extern "C" int printf(const char *, ...);
struct guard {
  ~guard() { printf("gone\n"); }
};
void thrower(int);
__declspec(dllexport) int catcher(int k) {
  guard g;
  try {
    guard h;
    thrower(k);
  } catch (int i) {
    return i;
  } catch (...) {
    guard i;
    thrower(2);
    return -1;
  }
  return 0;
}
__declspec(dllimport) extern int outside;
int use() { return outside; }
int seh(int *p) {
  __try {
    return *p;
  } __except (1) {
    return -1;
  }
}
inline int vague() {
  static int n = 3;
  return n++;
}
int both() { return vague(); }
struct base {
  virtual void f();
};
struct derived : virtual base {
  void f() override {}
};
derived make;
int __stdcall conv(int a) { return a; }
int __vectorcall vec(double d) { return (int)d; }
__declspec(thread) int tls = 4;
int *where() { return &tls; }
