use std::fmt;
use std::ops::{Add, Index, Mul};
trait Shape { fn area(&self) -> f64; fn name(&self) -> String { String::from("shape") } }
struct Circle(f64);
struct Square { side: f64 }
impl Shape for Circle { fn area(&self) -> f64 { 3.0 * self.0 * self.0 } fn name(&self) -> String { "circle".into() } }
impl Shape for Square { fn area(&self) -> f64 { self.side * self.side } }
impl Drop for Square { fn drop(&mut self) { println!("dropped {}", self.side); } }
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Vector<const N: usize>([f64; N]);
impl<const N: usize> Add for Vector<N> { type Output = Self; fn add(mut self, o: Self) -> Self { for i in 0..N { self.0[i] += o.0[i]; } self } }
impl<const N: usize> Mul<f64> for Vector<N> { type Output = Self; fn mul(self, k: f64) -> Self { Vector(self.0.map(|x| x * k)) } }
impl<const N: usize> Index<usize> for Vector<N> { type Output = f64; fn index(&self, i: usize) -> &f64 { &self.0[i] } }
impl<const N: usize> fmt::Display for Vector<N> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "<")?; for x in &self.0 { write!(f, "{x:.2} ")?; } write!(f, ">") } }
fn total(shapes: &[Box<dyn Shape>]) -> f64 { shapes.iter().map(|s| s.area()).sum() }
fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Circle(2.0)), Box::new(Square { side: 1.5 })];
    for s in &shapes { println!("{} {}", s.name(), s.area()); }
    println!("{:.3}", total(&shapes));
    let v = Vector([1.0, 2.0, 3.0]) + Vector([0.5; 3]) * 2.0;
    println!("{v} {} {}", v[1], v < Vector([2.0, 4.0, 0.0]));
}
