//! How a program is driven never shows: in one go, a few instructions at a time, batch by batch.

use brooklet_protocol::{EngineProgress, RecordSelection, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

/// The number of the stream that `updateStateByKey` makes.
const STATE: u32 = 2;

const PROGRAM: &str = r#"
from operator import add, sub
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Pace")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
queue = ssc.queueStream([[("a", i), ("b", i * i), ("c", -i)] for i in range(6)])
total = 0


def note(time, rdd):
    global total
    for key, value in rdd.collect():
        total += value
    print(time, total)


queue.reduceByKeyAndWindow(add, sub, 5, 1).pprint()
queue.updateStateByKey(lambda new, old: (old or 0) + sum(new)).foreachRDD(note)
queue.map(lambda kv: 10 // kv[1]).count().pprint()
ssc.start()
for step in range(4):
    sleep(1.5)
    print("woke", step, total)
print(ssc.awaitTerminationOrTimeout(0) if total < 0 else "going on")
ssc.stop(stopGraceFully=True)
print("stopped", total)
"#;

/// All that the program prints, and its exit code.
fn run(instructions: u64) -> (String, i32) {
    let mut driver = Driver::new(PROGRAM, "pace.py", DriverOptions::default()).unwrap();
    let mut printed = String::new();
    loop {
        let progress = driver.poll(instructions);
        if let EngineProgress::Waiting { .. } = progress {
            driver.tick();
        }
        for event in driver.take_events() {
            if let RunEvent::Text { text, .. } = event {
                printed.push_str(&text);
            }
        }
        if let EngineProgress::Ended { exit_code } = progress {
            return (printed, exit_code);
        }
    }
}

#[test]
fn the_size_of_a_slice_never_shows() {
    let (whole, exit_code) = run(u64::MAX);
    assert_eq!(exit_code, 0, "{whole}");
    assert!(whole.contains("Time: 2024-01-01 00:00:08"), "{whole}");
    assert!(whole.contains("ZeroDivisionError"), "{whole}");
    for instructions in [1, 7, 1000] {
        assert_eq!(run(instructions), (whole.clone(), exit_code));
    }
}

#[test]
fn inspecting_a_batch_changes_nothing() {
    let mut driver = Driver::new(PROGRAM, "pace.py", DriverOptions::default()).unwrap();
    let mut printed = String::new();
    let mut inspected = 0;
    loop {
        let progress = driver.poll(u64::MAX);
        if let EngineProgress::Waiting { .. } = progress {
            driver.tick();
        }
        for event in driver.take_events() {
            match event {
                RunEvent::Text { text, .. } => printed.push_str(&text),
                RunEvent::Batch { report } => {
                    let selection = RecordSelection::Page {
                        offset: 1,
                        limit: 1,
                        order: None,
                    };
                    let shown = driver.inspect(STATE, report.batch_time_ms, selection);
                    assert_eq!(
                        (shown.records.total, shown.records.columns[0].texts.len()),
                        (3, 1)
                    );
                    inspected += 1;
                }
                _ => {}
            }
        }
        if let EngineProgress::Ended { .. } = progress {
            break;
        }
    }
    assert_eq!(inspected, 8);
    assert_eq!(printed, run(u64::MAX).0);
}
