use std::panic;
struct Noisy(&'static str);
impl Drop for Noisy { fn drop(&mut self) { println!("drop {}", self.0); } }
fn risky(i: usize) -> i32 { let _a = Noisy("a"); let v = vec![1, 2, 3]; let _b = Noisy("b"); v[i] / (i as i32 - 1) }
fn main() {
    panic::set_hook(Box::new(|info| println!("hook {}", info.payload().downcast_ref::<String>().map_or("str", |s| s.as_str()))));
    for i in [0, 1, 2, 9] { match panic::catch_unwind(|| risky(i)) { Ok(x) => println!("value {x}"), Err(_) => println!("caught {i}") } }
    let r: Result<i32, _> = panic::catch_unwind(|| panic::resume_unwind(Box::new(17)));
    println!("{:?}", r.unwrap_err().downcast_ref::<i32>());
}
