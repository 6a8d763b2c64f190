//! The jobs, stages and tasks that batch reports tell of.

use std::sync::atomic::{AtomicU32, Ordering};

use brooklet_protocol::{BatchReport, EngineProgress, JobReport, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

const PROGRAM: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext('local[2]', 'jobs'), 1)
words = ssc.queueStream([['a', 'b', 'a', 'c'], ['b']])
counts = words.map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)


def sized(rdd):
    rdd.count()
    return rdd


counts.transform(sized).pprint()
counts.map(lambda pair: 1 // (pair[1] - 2)).foreachRDD(lambda rdd: rdd.collect())
ssc.start()
ssc.awaitTerminationOrTimeout(2)
ssc.stop()
";

/// A clock that goes on by a millisecond whenever it is read.
fn wall_clock_ms() -> f64 {
    static CLOCK: AtomicU32 = AtomicU32::new(1_000);
    f64::from(CLOCK.fetch_add(1, Ordering::Relaxed))
}

fn reports() -> Vec<BatchReport> {
    let options = DriverOptions {
        wall_clock_ms,
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(PROGRAM, "jobs.py", options).expect("it compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let events = driver.take_events().into_iter();
    let reports = events.filter_map(|event| match event {
        RunEvent::Batch { report } => Some(report),
        _ => None,
    });
    reports.collect()
}

/// A job's stages: number, name, parents, whether it was skipped.
fn stages(job: &JobReport) -> Vec<(u64, &str, &[u64], bool)> {
    job.stages
        .iter()
        .map(|stage| {
            (
                stage.id,
                stage.name.as_str(),
                &*stage.parents,
                stage.is_skipped,
            )
        })
        .collect()
}

#[test]
fn jobs_belong_to_the_outputs_that_ran_them() {
    let reports = reports();
    let jobs = &reports[0].jobs;
    let ran: Vec<(u64, Option<u32>)> = jobs.iter().map(|job| (job.id, job.output)).collect();
    assert_eq!(ran, [(0, None), (1, Some(0)), (2, Some(0)), (3, Some(1))]);
}

#[test]
fn stages_form_a_graph_and_shuffles_are_reused() {
    let reports = reports();
    let jobs = &reports[0].jobs;
    let first: [(u64, &str, &[u64], bool); 2] =
        [(0, "combineByKey", &[], false), (1, "reduce", &[0], false)];
    let (ran, then) = (stages(&jobs[0]), stages(&jobs[1]));
    assert_eq!((ran[0], ran[1].2), (first[0], first[1].2));
    let skipped: (u64, &str, &[u64], bool) = (0, "combineByKey", &[], true);
    assert_eq!((then.len(), then[0]), (2, skipped));
    assert_eq!((then[1].1, then[1].2, then[1].3), ("take", &[0][..], false));
}

#[test]
fn tasks_say_what_they_wrote_and_when_they_ran() {
    let reports = reports();
    let stage = &reports[0].jobs[0].stages[0];
    let written: Vec<(u32, u64)> = stage
        .tasks
        .iter()
        .map(|task| (task.partition, task.records))
        .collect();
    assert_eq!(written, [(0, 2), (1, 2)]);
    assert_eq!(stage.shuffle_write_records, 4);
    for task in &stage.tasks {
        assert!(task.started_ms >= 1.0 && task.processing_time_ms >= 1.0);
        assert_eq!(task.attempts, 1);
    }
    assert_eq!(reports[0].jobs[0].stages[1].shuffle_write_records, 0);
}

#[test]
fn a_stage_that_failed_is_told_as_far_as_it_came() {
    let reports = reports();
    let failed = &reports[0].jobs[3];
    assert!(reports[0].outputs[1].failure.is_some());
    let last = failed.stages.last().expect("the stage of the failed task");
    assert!((1..=2).contains(&last.tasks.len()));
    assert!(last.tasks.iter().any(|task| task.records == 0));
}
