use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
fn main() {
    let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, w) in "the quick fox the lazy dog the end".split(' ').enumerate() { words.entry(w.to_string()).or_default().push(i); }
    for (w, at) in &words { println!("{w}: {at:?}"); }
    let counts: HashMap<u64, u64> = (0..100).fold(HashMap::new(), |mut m, i| { *m.entry(i * i % 13).or_insert(0) += i; m });
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by_key(|&(k, v)| (std::cmp::Reverse(v), k));
    println!("{:?}", &sorted[..3]);
    let set: HashSet<i32> = [1, 5, 1, 7].into_iter().collect();
    let mut queue: VecDeque<_> = set.iter().map(|x| x * 2).collect();
    queue.make_contiguous().sort_unstable();
    queue.rotate_left(1);
    println!("{queue:?}");
}
