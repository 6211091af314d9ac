struct Fibonacci { a: u64, b: u64 }
impl Iterator for Fibonacci { type Item = u64; fn next(&mut self) -> Option<u64> { let r = self.a; (self.a, self.b) = (self.b, self.a.checked_add(self.b)?); Some(r) } }
fn primes(n: usize) -> Vec<usize> { let mut sieve = vec![true; n + 1]; (2..=n).filter(|&i| { let p = sieve[i]; if p { (i * i..=n).step_by(i).for_each(|j| sieve[j] = false); } p }).collect() }
fn main() {
    println!("{}", Fibonacci { a: 0, b: 1 }.take_while(|&x| x < 4_000_000).filter(|x| x % 2 == 0).sum::<u64>());
    println!("{:?}", primes(60));
    let text = "héllo wörld"; println!("{} {} {:?}", text.len(), text.chars().rev().collect::<String>(), text.char_indices().nth(3));
    let (even, odd): (Vec<i32>, Vec<i32>) = (1..10).partition(|x| x % 2 == 0);
    println!("{:?}", even.iter().zip(&odd).map(|(a, b)| a * b).collect::<Vec<_>>());
    println!("{:?}", [3u8, 1, 2].iter().max_by(|a, b| a.cmp(b)).and_then(|m| m.checked_sub(2)));
    let nested = vec![vec![1.5f32], vec![], vec![2.0, 3.0]]; println!("{}", nested.concat().iter().flat_map(|&x| [x, -x / 2.0]).fold(0.0, |a, b| a * 0.5 + b));
    for w in [1, 4, 9, 16].windows(2).rev() { print!("{} ", w[1] - w[0]); } println!();
}
