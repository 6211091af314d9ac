// flags: --target=wasm32-unknown-unknown -fwasm-exceptions -nostdinc
// run: no
extern "C" __attribute__((import_module("env"), import_name("log"))) void log(int);
struct guard {
  ~guard() { log(1); }
};
void thrower();
__attribute__((export_name("run"))) int run(int k) {
  guard g;
  try {
    thrower();
  } catch (int i) {
    return i + k;
  }
  return __builtin_wasm_memory_size(0) > 0;
}
