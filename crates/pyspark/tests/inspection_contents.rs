//! What inspections show: folded operators, windows, state, and why there may be nothing.

use brooklet_engine::dstream::START_MS;
use brooklet_protocol::{EngineProgress, RecordSelection, RunEvent, StateChange, StreamInspection};
use brooklet_pyspark::{Driver, DriverOptions};

const PROGRAM: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext('local[2]', 'inspected')
ssc = StreamingContext(sc, 1)
ssc.checkpoint('checkpoint')
factor = 10
calls = sc.accumulator(0)


def scaled(number):
    calls.add(1)
    print('scaling', number)
    return number * factor


def grow(rdd):
    global factor
    factor += 1
    return rdd


numbers = ssc.queueStream([[1, 2, 3], [4], []])
products = numbers.map(scaled)
kept = products.filter(lambda number: number > 15)
kept.transform(grow).pprint()
unread = numbers.map(lambda number: -number)
windowed = numbers.window(2, 2)
windowed.count().pprint()
pairs = numbers.map(lambda number: (number % 2, number))
state = pairs.updateStateByKey(
    lambda new, old: (old or 0) + sum(new) if new or old != 4 else None,
    initialRDD=[(0, 2), (7, 4)],
)
state.foreachRDD(lambda rdd: None)
failing = numbers.map(lambda number: 1 // (number - 4))
failing.count().foreachRDD(lambda rdd: None)
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
print(calls.value)
";

/// The numbers of the streams above.
const PRODUCTS: u32 = 1;
const KEPT: u32 = 2;
const UNREAD: u32 = 4;
const WINDOWED: u32 = 5;
const STATE: u32 = 8;
const FAILING: u32 = 9;

fn finished() -> (Driver, Vec<String>) {
    let mut driver =
        Driver::new(PROGRAM, "inspected.py", DriverOptions::default()).expect("compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let events = driver.take_events();
    let texts = events.into_iter().filter_map(|event| match event {
        RunEvent::Text { text, .. } => Some(text),
        _ => None,
    });
    let texts = texts.collect();
    (driver, texts)
}

fn inspect(driver: &mut Driver, stream: u32, batch: i64) -> StreamInspection {
    let time = START_MS + batch * 1000;
    driver.inspect(stream, time, RecordSelection::Partitions { limit: 2 })
}

/// The first records of each partition.
fn rows(inspection: &StreamInspection) -> Vec<Vec<&str>> {
    let mut rows = inspection.records.columns[0]
        .texts
        .iter()
        .map(String::as_str);
    let partitions = inspection.partitions.iter();
    partitions
        .map(|partition| rows.by_ref().take(partition.shown as usize).collect())
        .collect()
}

#[test]
fn operators_that_run_fused_are_seen_one_by_one() {
    let (mut driver, _) = finished();
    let products = inspect(&mut driver, PRODUCTS, 1);
    assert_eq!(rows(&products), [vec!["11"], vec!["22", "33"]]);
    assert_eq!(products.records.columns[0].name, "value");
    let kept = inspect(&mut driver, KEPT, 1);
    assert_eq!(rows(&kept), [vec![], vec!["22", "33"]]);
    let later = inspect(&mut driver, PRODUCTS, 2);
    assert_eq!(
        rows(&later),
        [vec![], vec!["48"]],
        "with the factor of its batch"
    );
}

#[test]
fn no_more_records_than_asked_for_are_shown() {
    let (mut driver, _) = finished();
    let windowed = inspect(&mut driver, WINDOWED, 2);
    let totals: Vec<u64> = windowed.partitions.iter().map(|part| part.total).collect();
    assert_eq!(totals, [1, 2, 0, 1]);
    let state = inspect(&mut driver, STATE, 1)
        .state_changes
        .expect("changes");
    assert_eq!((state.total, state.changes.len()), (3, 2));
}

#[test]
fn inspecting_adds_and_prints_nothing() {
    let (mut driver, texts) = finished();
    assert_eq!(texts.last().map(String::as_str), Some("4\n"));
    inspect(&mut driver, PRODUCTS, 1);
    assert!(driver.take_events().is_empty());
}

#[test]
fn a_window_says_which_batches_it_holds() {
    let (mut driver, _) = finished();
    let window = inspect(&mut driver, WINDOWED, 2).window.expect("a window");
    let times = [START_MS + 1000, START_MS + 2000];
    assert_eq!(window.inside_ms, times);
    assert_eq!(window.entered_ms, times);
    assert!(window.left_ms.is_empty());
}

#[test]
fn a_state_says_what_changed() {
    let (mut driver, _) = finished();
    let change = |key: &str, before: Option<&str>, after: Option<&str>| StateChange {
        key: key.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    let first = inspect(&mut driver, STATE, 1)
        .state_changes
        .expect("changes");
    let expected = [
        change("0", Some("2"), Some("4")),
        change("1", None, Some("4")),
    ];
    assert_eq!(first.changes, expected);
    let second = inspect(&mut driver, STATE, 2)
        .state_changes
        .expect("changes");
    let expected = [
        change("0", Some("4"), Some("8")),
        change("1", Some("4"), None),
    ];
    assert_eq!(second.changes, expected);
    let third = inspect(&mut driver, STATE, 3)
        .state_changes
        .expect("changes");
    assert_eq!(third.total, 0);
}

#[test]
fn what_is_not_there_is_explained() {
    let (mut driver, _) = finished();
    let mut why = |stream, batch| {
        inspect(&mut driver, stream, batch)
            .absence
            .expect("a reason")
    };
    assert_eq!(
        why(UNREAD, 1),
        "No output reads it, so Spark never computes it."
    );
    assert_eq!(
        why(WINDOWED, 1),
        "It has no RDD at this time: it has one every 2 s."
    );
    assert_eq!(why(99, 1), "The program defined no such stream.");
    assert_eq!(why(KEPT, 0), "No batch ran at this time.");
    assert_eq!(
        why(FAILING, 2),
        "Its records cannot be computed: ZeroDivisionError: integer division or modulo by zero"
    );
    assert_eq!(why(FAILING, 9), "No batch ran at this time.");
}
