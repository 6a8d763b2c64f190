//! Nothing depends on the number of threads.
#![cfg(feature = "threads")]

mod support;

use brooklet_engine::example::Example;
use rayon::ThreadPoolBuilder;
use support::{SEEDS, random_rdd};

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the pool starts").install(work)
}

#[test]
fn rows_and_their_order_do_not_depend_on_threads() {
    for seed in 0..SEEDS {
        let layouts = [1, 2, 4].map(|threads| {
            with_threads(threads, || {
                let mut example = Example::local(4);
                let rdd = random_rdd(&mut example, seed).expect("the RDD can be made");
                example.layout(&rdd)
            })
        });
        assert_eq!(layouts[0], layouts[1], "seed {seed}");
        assert_eq!(layouts[0], layouts[2], "seed {seed}");
    }
}

#[test]
fn the_first_partition_that_fails_is_reported() {
    for threads in [1, 2, 4] {
        let failure = with_threads(threads, || {
            let mut example = Example::local(4);
            let rdd = example.parallelize("list(range(16))", 8);
            let fail = example.value("lambda x: 1 // 0 if x >= 14 else {}[x] if x >= 6 else x");
            let result = rdd.map(&fail, false).collect(&mut example.vm);
            example.failure(result)
        });
        assert_eq!(failure.as_deref(), Some("KeyError: 6"));
    }
}
