//! A window kept up with an inverse function holds what the window reduced anew holds.

use brooklet_engine::XorShift;
use brooklet_engine::dstream::{KeyedWindow, StreamExample};

/// How many streams are tried.
const SEEDS: u64 = 25;

/// Batches of pairs with few keys; some are empty.
fn batches(random: &mut XorShift, count: u32) -> String {
    let mut text = String::from("[");
    for _ in 0..count {
        text.push('[');
        for _ in 0..random.next_int(7) {
            let (key, value) = (random.next_int(4), i64::from(random.next_int(2000)) - 1000);
            text.push_str(&format!("({key}, {value}), "));
        }
        text.push_str("], ");
    }
    text + "]"
}

/// The sums by key of a window over a queue, for each batch: sorted, and without sums of 0, since a
/// window with an inverse keeps the keys that have left it.
fn sums(seed: u64, with_inverse: bool) -> Vec<String> {
    let mut random = XorShift::new(seed);
    let slide_ms = i64::from(random.next_int(2) + 1) * 1000;
    let window_ms = slide_ms * i64::from(random.next_int(4) + 5);
    let mut example = StreamExample::local(random.next_int(4) as usize + 1);
    let queue = example.queue(&batches(&mut random, 14));
    let function = example.value("lambda left, right: left + right");
    let inverse = example.value("lambda left, right: left - right");
    let windowed = queue.reduce_by_key_and_window(KeyedWindow {
        function,
        inverse: with_inverse.then_some(inverse),
        window_ms,
        slide_ms: Some(slide_ms),
        partitions: random.next_int(4) as usize + 1,
        filter: None,
    });
    let windowed = windowed.expect("the window is a whole number of slides");
    let some = example.value("lambda pair: pair[1] != 0");
    let sort = example.value("sorted");
    let sorted = windowed.filter(&some).map_partitions(&sort, false);
    example.batches(&sorted, 20)
}

#[test]
fn subtracting_what_left_is_reducing_what_stayed() {
    for seed in 0..SEEDS {
        let kept_up = sums(seed, true);
        assert!(
            kept_up.iter().any(|layout| layout.contains('(')),
            "seed {seed}"
        );
        assert_eq!(kept_up, sums(seed, false), "seed {seed}");
    }
}
