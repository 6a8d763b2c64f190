//! An inspection leaves no trace, and blocks go with what they belong to.

use std::rc::Rc;

use brooklet_engine::example::Example;
use brooklet_engine::files::MemoryFiles;
use brooklet_engine::{
    BlockStore, Context, ContextOptions, PartitionFunction, PythonErrors, Rdd, StorageLevel, Worker,
};
use brooklet_python::Vm;
use brooklet_python::vm::SilentHost;

fn cached_and_shuffled(example: &mut Example) -> Rdd {
    let pairs = example.parallelize("[(i % 3, i) for i in range(30)]", 4);
    let kept = pairs.map(&example.value("lambda pair: (pair[0], -pair[1])"), false);
    kept.persist(&mut example.vm, StorageLevel::MEMORY_SERIALIZED)
        .expect("it can be kept");
    let add = example.value("lambda left, right: left + right");
    let hash = PartitionFunction::Portable;
    kept.reduce_by_key(&mut example.vm, &add, Some(2), &hash)
        .expect("the function can be pickled")
}

#[test]
fn an_inspection_keeps_no_block_and_no_number() {
    let mut example = Example::local(2);
    let rdd = cached_and_shuffled(&mut example);
    let inspected = rdd.inspect(&mut example.vm).expect("the job succeeds");
    assert_eq!(inspected.len(), 2);
    assert_eq!(example.context.stored_bytes(), 0);

    example.context.note_jobs(true);
    let collected = rdd.collect(&mut example.vm).expect("the job succeeds");
    let jobs = example.context.take_jobs();
    assert_eq!(jobs[0].id, 0);
    let stages: Vec<u64> = jobs[0].stages.iter().map(|stage| stage.id).collect();
    assert_eq!(stages, [0, 1]);

    let stored = example.context.stored_bytes();
    assert!(stored > 0);
    let inspected = rdd.inspect(&mut example.vm).expect("the job succeeds");
    let records = inspected.iter().map(|partition| partition.len());
    assert_eq!(records.sum::<usize>(), collected.len());
    assert_eq!(example.context.stored_bytes(), stored);
    assert!(example.context.take_jobs().is_empty());
}

#[test]
fn blocks_go_with_their_rdd_and_their_shuffle() {
    let mut example = Example::local(2);
    let rdd = cached_and_shuffled(&mut example);
    rdd.collect(&mut example.vm).expect("the job succeeds");
    assert!(example.context.stored_bytes() > 0);
    drop(rdd);
    assert_eq!(example.context.stored_bytes(), 0);
}

#[test]
fn a_checkpoint_lets_the_blocks_before_it_go() {
    let mut example = Example::local(2);
    let files = MemoryFiles::new();
    example
        .context
        .set_checkpoint_directory(&files, "checkpoints", 0);
    let rdd = cached_and_shuffled(&mut example);
    rdd.collect(&mut example.vm).expect("the job succeeds");
    let before = example.context.stored_bytes();
    let last = rdd.map_values(&example.value("abs"));
    let given = last.handed_on(&mut example.vm).expect("it is pickled");
    drop((rdd, last));
    given.checkpoint(&mut example.vm).expect("it has a folder");
    given.collect(&mut example.vm).expect("the job succeeds");
    assert!(example.context.stored_bytes() < before);
    assert_eq!(
        given.collect(&mut example.vm).expect("it is there").len(),
        3
    );
}

#[test]
fn two_contexts_of_a_program_do_not_mix_up_their_blocks() {
    let mut example = Example::local(2);
    let store = BlockStore::new();
    let mut rdds = Vec::new();
    for records in ["[1, 2]", "['a', 'b']"] {
        let options = ContextOptions {
            default_parallelism: 2,
            cores: 2,
            explicit_parallelism: false,
            max_failures: 1,
            worker: Worker::new(PythonErrors::default(), |_| Vm::new(Rc::new(SilentHost))),
            store: store.clone(),
            wall_clock_ms: || 0.0,
        };
        example.context = Context::new(&mut example.vm, options);
        let rdd = example.parallelize(records, 2);
        rdd.persist(&mut example.vm, StorageLevel::MEMORY_SERIALIZED)
            .expect("it can be kept");
        assert_eq!(rdd.id(&mut example.vm).expect("it is pickled"), 0);
        assert_eq!(rdd.collect(&mut example.vm).expect("it runs").len(), 2);
        rdds.push(rdd);
    }
    let both = rdds[0].union(&mut example.vm, &rdds[1]);
    let both = both.expect("they can be united");
    assert_eq!(example.layout(&both), "[[1], [2], ['a'], ['b']]");
}
