use std::collections::BTreeSet;
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }
fn counter() -> impl FnMut() -> u32 { let mut n = 0; move || { n += 1; n } }
fn boxed(k: i32) -> Box<dyn Fn(i32) -> i32> { if k > 0 { Box::new(move |x| x + k) } else { Box::new(|x| x * 2) } }
fn gcd<T: Copy + PartialEq + std::ops::Rem<Output = T> + Default>(a: T, b: T) -> T { if b == T::default() { a } else { gcd(b, a % b) } }
fn sort<T: PartialOrd + Clone>(list: &[T]) -> Vec<T> { match list { [] => vec![], [p, rest @ ..] => { let (l, r): (Vec<T>, Vec<T>) = rest.iter().cloned().partition(|x| x < p); [sort(&l), vec![p.clone()], sort(&r)].concat() } } }
fn integrate(f: &dyn Fn(f64) -> f64, a: f64, b: f64, n: u32) -> f64 { let h = (b - a) / n as f64; (0..n).map(|i| { let x = a + i as f64 * h; (f(x) + 4.0 * f(x + h / 2.0) + f(x + h)) * h / 6.0 }).sum() }
fn main() {
    let mut c = counter(); c(); c();
    println!("{} {} {} {}", compose(|x: i32| x + 1, |y| format!("<{y}>"))(4), c(), boxed(3)(4), boxed(-1)(4));
    println!("{} {}", gcd(48u32, 36), gcd(17i64, -5));
    println!("{:?} {:?}", sort(&[3, 1, 2]), sort(&["b", "c", "a"]));
    println!("{:.9}", integrate(&|x| x.exp() * x.cos(), 0.0, 1.0, 50));
    let s: BTreeSet<_> = "mississippi".bytes().collect(); println!("{}", String::from_utf8(s.into_iter().collect()).unwrap());
}
