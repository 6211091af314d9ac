use std::rc::Rc;
use std::cell::RefCell;
#[derive(Debug, Clone, PartialEq)]
enum Expr { Number(f64), Variable(char), Binary(Box<Expr>, Op, Box<Expr>), Call { name: &'static str, argument: Rc<Expr> } }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op { Add, Mul }
use Expr::*;
fn evaluate(e: &Expr, x: f64) -> Option<f64> { Some(match e { Number(n) => *n, Variable('x') => x, Variable(_) => return None, Binary(a, Op::Add, b) => evaluate(a, x)? + evaluate(b, x)?, Binary(a, Op::Mul, b) => evaluate(a, x)? * evaluate(b, x)?, Call { name: "sin", argument } => evaluate(argument, x)?.sin(), Call { .. } => return None }) }
fn derive(e: &Expr) -> Expr { match e { Number(_) => Number(0.0), Variable(c) => Number(if *c == 'x' { 1.0 } else { 0.0 }), Binary(a, Op::Add, b) => Binary(derive(a).into(), Op::Add, derive(b).into()), Binary(a, Op::Mul, b) => Binary(Binary(derive(a).into(), Op::Mul, b.clone()).into(), Op::Add, Binary(a.clone(), Op::Mul, derive(b).into()).into()), Call { argument, .. } => Binary(Call { name: "cos", argument: argument.clone() }.into(), Op::Mul, derive(argument).into()) } }
fn bucket(n: i64) -> &'static str { match n { i64::MIN..=-1 => "negative", 0 => "zero", 1 | 2 | 3 => "few", n if n % 2 == 0 => "even", 4..=1000 => "odd", _ => "big" } }
fn main() {
    let e = Binary(Box::new(Variable('x')), Op::Mul, Box::new(Call { name: "sin", argument: Rc::new(Variable('x')) }));
    println!("{:?} {:?}", evaluate(&e, 2.0).map(|v| (v * 1e9).round()), evaluate(&derive(&e), 2.0));
    println!("{:?}", derive(&Binary(Number(3.0).into(), Op::Add, Variable('y').into())));
    for n in [-5, 0, 2, 10, 11, 100_001] { print!("{} ", bucket(n)); } println!();
    let shared = Rc::new(RefCell::new(vec![1])); let other = Rc::clone(&shared); other.borrow_mut().extend([2, 3]); println!("{:?} {}", shared.borrow(), Rc::strong_count(&shared));
    let all = shared.borrow().clone(); if let [first, .., last] = all.as_slice() { println!("{first} {last}"); }
}
