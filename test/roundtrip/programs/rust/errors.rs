use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
#[derive(Debug)]
enum Failure { Parse(ParseIntError), Negative(i64), Empty }
impl fmt::Display for Failure { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { match self { Failure::Parse(e) => write!(f, "parse: {e}"), Failure::Negative(n) => write!(f, "negative {n}"), Failure::Empty => f.write_str("empty") } } }
impl Error for Failure {}
impl From<ParseIntError> for Failure { fn from(e: ParseIntError) -> Self { Failure::Parse(e) } }
fn parse(s: &str) -> Result<u32, Failure> { if s.is_empty() { return Err(Failure::Empty); } let n: i64 = s.trim().parse()?; if n < 0 { Err(Failure::Negative(n)) } else { Ok(n as u32) } }
fn sum(list: &[&str]) -> Result<u32, Box<dyn Error>> { let mut t = 0u32; for s in list { t = t.checked_add(parse(s)?).ok_or("overflow")?; } Ok(t) }
fn main() {
    for list in [&["1", " 2 "][..], &["x"], &["-4"], &[""], &["4294967295", "1"]] { match sum(list) { Ok(n) => println!("ok {n}"), Err(e) => println!("error {e}") } }
    std::process::exit(sum(&["3", "4"]).unwrap() as i32);
}
