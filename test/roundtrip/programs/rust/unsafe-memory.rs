use std::alloc::{alloc, dealloc, Layout};
use std::mem::{size_of, transmute, ManuallyDrop, MaybeUninit};
#[repr(C)] union Bits { f: f32, u: u32 }
#[repr(C, packed)] struct Packed { a: u8, b: u32, c: u16 }
#[repr(u8)] #[derive(Debug, Clone, Copy)] enum Level { Low = 1, High = 200 }
extern "C" { fn strlen(s: *const std::ffi::c_char) -> usize; fn qsort(base: *mut i32, n: usize, size: usize, compare: extern "C" fn(*const i32, *const i32) -> i32); }
extern "C" fn compare(a: *const i32, b: *const i32) -> i32 { unsafe { (*a).cmp(&*b) as i32 } }
#[no_mangle] pub extern "C" fn exported(x: i128) -> i64 { (x >> 3) as i64 }
fn main() {
    unsafe {
        println!("{:x} {}", Bits { f: 1.5 }.u, transmute::<u64, f64>(0x4009_21FB_5444_2D18));
        let layout = Layout::array::<u16>(10).unwrap(); let p = alloc(layout) as *mut u16; for i in 0..10 { p.add(i).write(i as u16 * 3); } println!("{}", (0..10).map(|i| *p.add(i) as u32).sum::<u32>()); dealloc(p as *mut u8, layout);
        let mut list = [5, -2, 9, 0]; qsort(list.as_mut_ptr(), 4, 4, compare); println!("{list:?} {}", strlen(c"twelve chars".as_ptr()));
        let mut slots: [MaybeUninit<String>; 2] = [const { MaybeUninit::uninit() }; 2]; slots[0].write("zero".into()); println!("{}", slots[0].assume_init_ref()); slots[0].assume_init_drop();
    }
    let p = Packed { a: 1, b: 2, c: 3 }; let (b, c) = (p.b, p.c); println!("{} {} {}", size_of::<Packed>(), b + c as u32, p.a);
    println!("{:?} {} {} {}", Level::High, Level::Low as u8, size_of::<Option<Box<i32>>>(), exported(1 << 70));
    let m = ManuallyDrop::new(vec![1]); println!("{}", m.len()); let r = u8::MAX.wrapping_add(3).rotate_left(3); println!("{r} {:?} {:?}", 250u8.checked_add(9), 250u8.overflowing_mul(2));
}
