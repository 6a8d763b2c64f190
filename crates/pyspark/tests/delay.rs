//! The scheduling delay of batches that take longer than their interval.

use std::sync::atomic::{AtomicU32, Ordering};

use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

const PROGRAM: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext('local[2]', 'delay'), 1)
ssc.queueStream([[1, 2], [3], [4]]).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
";

/// A clock that goes on by a fifth of a second whenever it is read.
fn wall_clock_ms() -> f64 {
    static CLOCK: AtomicU32 = AtomicU32::new(0);
    f64::from(CLOCK.fetch_add(200, Ordering::Relaxed))
}

#[test]
fn a_batch_waits_until_those_before_it_are_done() {
    let options = DriverOptions {
        wall_clock_ms,
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(PROGRAM, "delay.py", options).expect("it compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let mut expected = 0.0;
    let mut batches = 0;
    for event in driver.take_events() {
        if let RunEvent::Batch { report } = event {
            assert_eq!(report.scheduling_delay_ms, expected);
            assert!(report.processing_time_ms > 1000.0);
            expected += report.processing_time_ms - 1000.0;
            batches += 1;
        }
    }
    assert_eq!(batches, 3);
}
