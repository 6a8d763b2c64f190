//! Pages of a stream's records, in an order.

use brooklet_protocol::{
    EngineProgress, RecordOrder, RecordPage, RecordSelection, RunEvent, ValueKind,
};
use brooklet_pyspark::{Driver, DriverOptions};

/// Runs a program of one batch whose only output has `records`.
fn run(records: &str) -> (Driver, i64) {
    let program = format!(
        "from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext()
ssc = StreamingContext(sc, 1)
ssc.queueStream([{records}]).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(1)
"
    );
    let mut driver = Driver::new(&program, "inspecting.py", DriverOptions::default()).unwrap();
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let time = driver
        .take_events()
        .into_iter()
        .find_map(|event| match event {
            RunEvent::Batch { report } => Some(report.batch_time_ms),
            _ => None,
        });
    (driver, time.expect("a batch ran"))
}

/// Records of the only stream.
fn page(
    driver: &mut Driver,
    time: i64,
    (offset, limit): (u64, u64),
    order: Option<RecordOrder>,
) -> RecordPage {
    let selection = RecordSelection::Page {
        offset,
        limit,
        order,
    };
    driver.inspect(0, time, selection).records
}

/// The cells of a column, a page of two after the other.
fn cells(records: &str, column: u32, descending: bool) -> Vec<String> {
    let (mut driver, time) = run(records);
    let order = Some(RecordOrder { column, descending });
    let mut found = Vec::new();
    for offset in (0..).step_by(2) {
        let mut page = page(&mut driver, time, (offset, 2), order);
        found.append(&mut page.columns[column as usize].texts);
        assert_eq!(page.more, (found.len() as u64) < page.total);
        if !page.more {
            break;
        }
    }
    found
}

#[test]
fn numbers_are_ordered_by_value() {
    let records = "[10, 9.5, -1, 2**53 + 1, 2**53, float('-inf')]";
    let rising = [
        "-inf",
        "-1",
        "9.5",
        "10",
        "9007199254740992",
        "9007199254740993",
    ];
    assert_eq!(cells(records, 0, false), rising);
    let falling: Vec<&str> = rising.into_iter().rev().collect();
    assert_eq!(cells(records, 0, true), falling);
}

#[test]
fn scalars_of_numpy_are_numbers() {
    let records = "[__import__('numpy').float64(x) for x in (10.5, -3, 9)] + [4]";
    assert_eq!(
        cells(records, 0, false),
        [
            "np.float64(-3.0)",
            "4",
            "np.float64(9.0)",
            "np.float64(10.5)"
        ]
    );
}

#[test]
fn numbers_come_before_text_and_text_is_ordered_without_its_quotes() {
    let records = "['b', \"it's\", 3, None, 'a', (1,)]";
    assert_eq!(
        cells(records, 0, false),
        ["3", "(1,)", "None", "'a'", "'b'", "\"it's\""]
    );
}

#[test]
fn equal_records_stay_in_their_order_and_a_column_of_pairs_orders_the_pairs() {
    let pairs = "[('a', 2), ('b', 1), ('c', 2), ('d', 1)]";
    assert_eq!(cells(pairs, 1, false), ["1", "1", "2", "2"]);
    let (mut driver, time) = run(pairs);
    for (descending, keys) in [(false, ["b", "d", "a", "c"]), (true, ["a", "c", "b", "d"])] {
        let order = RecordOrder {
            column: 1,
            descending,
        };
        let page = page(&mut driver, time, (0, 10), Some(order));
        let found: Vec<&str> = page.columns[0]
            .strings
            .iter()
            .filter_map(|key| key.as_deref())
            .collect();
        assert_eq!(found, keys);
    }
}

#[test]
fn another_stream_or_batch_has_none_of_the_records_kept() {
    let (mut driver, time) = run("[1, 2]");
    let mut total = |stream, time| {
        let selection = RecordSelection::Page {
            offset: 0,
            limit: 10,
            order: None,
        };
        driver.inspect(stream, time, selection).records.total
    };
    assert_eq!(total(0, time), 2);
    assert_eq!(total(1, time), 0);
    assert_eq!(total(0, time + 1000), 0);
    assert_eq!(total(0, time), 2);
}

#[test]
fn columns_are_typed() {
    let column = |records| {
        let (mut driver, time) = run(records);
        page(&mut driver, time, (0, 10), None).columns.remove(0)
    };
    let kinds = [
        ("[1, 2**70]", ValueKind::Int),
        ("[1, 2.5]", ValueKind::Float),
        ("[True, False]", ValueKind::Bool),
        ("[None]", ValueKind::None),
        ("['a', 'b']", ValueKind::Str),
        ("[(1,), (1, 2)]", ValueKind::Tuple),
        ("[[1], [2]]", ValueKind::Other),
        ("[1, 'a']", ValueKind::Other),
        (
            "[__import__('numpy').float64(x) for x in (1, 2)]",
            ValueKind::Float,
        ),
        (
            "[__import__('pyspark.mllib.linalg', fromlist=['Vectors']).Vectors.dense(1, 2)]",
            ValueKind::Vector,
        ),
    ];
    for (records, kind) in kinds {
        assert_eq!(column(records).kind, kind, "{records}");
    }
    let mixed = column("['it\\'s', 1, None, float('nan'), 2.5]");
    assert_eq!(mixed.texts, ["\"it's\"", "1", "None", "nan", "2.5"]);
    assert_eq!(mixed.numbers, [None, Some(1.0), None, None, Some(2.5)]);
    assert_eq!(
        mixed.strings,
        [Some("it's".to_owned()), None, None, None, None]
    );
    assert!(column("['a']").numbers.is_empty());
}
