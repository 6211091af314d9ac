#[derive(Clone)]
struct Matrix { rows: usize, cols: usize, data: Vec<f64> }
impl Matrix {
    fn new(rows: usize, cols: usize, f: impl Fn(usize, usize) -> f64) -> Self { Matrix { rows, cols, data: (0..rows * cols).map(|k| f(k / cols, k % cols)).collect() } }
    fn multiply(&self, o: &Matrix) -> Matrix { assert_eq!(self.cols, o.rows); Matrix::new(self.rows, o.cols, |i, j| (0..self.cols).map(|k| self.data[i * self.cols + k] * o.data[k * o.cols + j]).sum()) }
    fn cholesky(&self) -> Option<Matrix> { let n = self.rows; let mut l = Matrix::new(n, n, |_, _| 0.0); for i in 0..n { for j in 0..=i { let s: f64 = (0..j).map(|k| l.data[i * n + k] * l.data[j * n + k]).sum(); let d = self.data[i * n + j] - s; l.data[i * n + j] = if i == j { if d <= 0.0 { return None; } d.sqrt() } else { d / l.data[j * n + j] }; } } Some(l) }
}
fn mandelbrot(w: usize, h: usize) -> u64 { let mut sum = 0; for y in 0..h { for x in 0..w { let (cr, ci) = (x as f32 / w as f32 * 3.0 - 2.0, y as f32 / h as f32 * 2.0 - 1.0); let (mut r, mut i, mut n) = (0f32, 0f32, 0u64); while r * r + i * i < 4.0 && n < 50 { (r, i) = (r * r - i * i + cr, 2.0 * r * i + ci); n += 1; } sum += n; } } sum }
fn main() {
    let a = Matrix::new(8, 8, |i, j| 1.0 / (1.0 + (i as f64 - j as f64).abs()) + if i == j { 2.0 } else { 0.0 });
    println!("{:.10} {}", a.cholesky().map_or(f64::NAN, |l| l.data.iter().sum()), a.multiply(&a).multiply(&Matrix::new(8, 8, |_, _| -1.0)).cholesky().is_none());
    println!("{}", mandelbrot(40, 30));
    println!("{:?} {} {} {}", f64::NAN.max(1.0), (2.5f64).mul_add(2.0, 0.5), i32::MAX.saturating_add(5), (300.7f32) as u8);
    println!("{:e} {:?} {} {}", 1.0e-310f64, 0.1f32 + 0.2f32, u128::MAX / 3, (-7i32).rem_euclid(3));
}
