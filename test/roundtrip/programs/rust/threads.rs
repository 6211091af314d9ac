use std::sync::{atomic::{AtomicUsize, Ordering}, mpsc, Arc, Mutex, RwLock};
use std::thread;
thread_local! { static LOCAL: std::cell::Cell<u32> = const { std::cell::Cell::new(7) }; }
static CALLS: AtomicUsize = AtomicUsize::new(0);
fn main() {
    let total = Arc::new(Mutex::new(0u64));
    let handles: Vec<_> = (0..4).map(|i| { let total = Arc::clone(&total); thread::spawn(move || { for j in 0..100 { *total.lock().unwrap() += i * j; CALLS.fetch_add(1, Ordering::Relaxed); } LOCAL.with(|l| { l.set(l.get() + i as u32); l.get() }) }) }).collect();
    let locals: Vec<u32> = handles.into_iter().map(|h| h.join().unwrap()).collect();
    println!("{} {} {locals:?}", total.lock().unwrap(), CALLS.load(Ordering::SeqCst));
    let (send, receive) = mpsc::channel();
    thread::scope(|s| { for i in 0..3 { let send = send.clone(); s.spawn(move || send.send(i * 10).unwrap()); } });
    drop(send);
    let mut got: Vec<i32> = receive.iter().collect(); got.sort();
    let lock = RwLock::new(got); lock.write().unwrap().push(99);
    println!("{:?}", lock.read().unwrap());
}
