//! Partitions recomputed from their lineage hold the same rows.

mod support;

use brooklet_engine::StorageLevel;
use brooklet_engine::example::Example;
use brooklet_engine::files::MemoryFiles;
use brooklet_python::Value;
use support::{SEEDS, random_rdd};

#[test]
fn a_partition_computed_alone_is_the_one_of_the_whole_job() {
    for seed in 0..SEEDS {
        let mut example = Example::local(3);
        let rdd = random_rdd(&mut example, seed).expect("the RDD can be made");
        let whole = example.layout(&rdd);
        let mut alone = Vec::new();
        for partition in (0..rdd.partitions()).rev() {
            let records = rdd.run_job(&mut example.vm, &[partition]);
            alone.push(Value::list(records.expect("the job succeeds")));
        }
        alone.reverse();
        assert_eq!(example.repr(&Value::list(alone)), whole, "seed {seed}");
    }
}

#[test]
fn caching_and_checkpointing_change_no_row() {
    for seed in 0..SEEDS {
        let mut example = Example::local(3);
        let rdd = random_rdd(&mut example, seed).expect("the RDD can be made");
        let plain = example.layout(&rdd);
        let files = MemoryFiles::new();
        example
            .context
            .set_checkpoint_directory(&files, "checkpoints", 0);
        let made = random_rdd(&mut example, seed).expect("the RDD can be made");
        made.persist(&mut example.vm, StorageLevel::MEMORY_SERIALIZED)
            .expect("it can be kept");
        made.checkpoint(&mut example.vm)
            .expect("there is a directory");
        for time in 0..3 {
            assert_eq!(example.layout(&made), plain, "seed {seed} time {time}");
        }
        assert!(
            made.is_checkpointed(&mut example.vm)
                .expect("it is realized")
        );
    }
}

#[test]
fn a_long_lineage_is_dropped_without_recursion() {
    let mut example = Example::local(1);
    let mut rdd = example.parallelize("[1]", 1);
    for _ in 0..20_000 {
        rdd = rdd.coalesce(&mut example.vm, 1).expect("one is positive");
    }
    drop(rdd);
}
