//! The graph that the page is told of: streams as the program wrote them.

use brooklet_protocol::{EngineProgress, OutputInfo, RunEvent, StreamInfo};
use brooklet_pyspark::{Driver, DriverOptions};

const PROGRAM: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext('local[2]', 'graph'), 1)
ssc.checkpoint('checkpoint')
words = ssc.queueStream([['a', 'b'], ['a']])
pairs = words.map(lambda word: (word, 1)).filter(lambda pair: pair[0])
windowed = pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 3, 2)
counted = words.countByWindow(3, 1)
state = pairs.updateStateByKey(lambda new, old: sum(new, old or 0))
joined = windowed.leftOuterJoin(pairs)
ssc.union(pairs, counted).pprint()
state.foreachRDD(lambda rdd: None)
ssc.start()
ssc.stop()
";

fn graph() -> (Vec<StreamInfo>, Vec<OutputInfo>) {
    let mut driver =
        Driver::new(PROGRAM, "program.py", DriverOptions::default()).expect("it compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let graph = driver
        .take_events()
        .into_iter()
        .find_map(|event| match event {
            RunEvent::Graph { streams, outputs } => Some((streams, outputs)),
            _ => None,
        });
    graph.expect("the program starts its context")
}

#[test]
fn one_call_is_one_stream() {
    let (streams, _) = graph();
    let told: Vec<(u32, &str, &[u32])> = streams
        .iter()
        .map(|stream| (stream.id, stream.operator.as_str(), &*stream.parents))
        .collect();
    let expected: [(u32, &str, &[u32]); 8] = [
        (0, "queueStream", &[]),
        (1, "map", &[0]),
        (2, "filter", &[1]),
        (3, "reduceByKeyAndWindow", &[2]),
        (4, "countByWindow", &[0]),
        (5, "updateStateByKey", &[2]),
        (6, "leftOuterJoin", &[3, 2]),
        (7, "union", &[2, 4]),
    ];
    assert_eq!(told, expected);
}

#[test]
fn slides_windows_and_state_are_told() {
    let (streams, _) = graph();
    let slides: Vec<i64> = streams.iter().map(|stream| stream.slide_ms).collect();
    assert_eq!(slides, [1000, 1000, 1000, 2000, 1000, 1000, 2000, 1000]);
    let windows: Vec<(u32, i64)> = streams
        .iter()
        .filter_map(|stream| Some((stream.id, stream.window_ms?)))
        .collect();
    assert_eq!(windows, [(3, 3000), (4, 3000)]);
    let stateful: Vec<u32> = streams
        .iter()
        .filter_map(|stream| stream.is_stateful.then_some(stream.id))
        .collect();
    assert_eq!(stateful, [5]);
}

#[test]
fn a_place_ends_where_the_call_ends() {
    let (streams, outputs) = graph();
    let ends: Vec<(u32, u32)> = streams[1..=2]
        .iter()
        .filter_map(|stream| stream.place.as_ref())
        .map(|place| (place.end_line, place.end_column))
        .collect();
    let line = PROGRAM.lines().nth(6).expect("the line of `pairs`");
    let first = line.find(").filter").expect("the end of `map`") as u32 + 1;
    assert_eq!(ends, [(7, first), (7, line.len() as u32)]);
    let put_out: Vec<(&str, u32)> = outputs
        .iter()
        .map(|output| (output.operator.as_str(), output.stream))
        .collect();
    assert_eq!(put_out, [("pprint", 7), ("foreachRDD", 5)]);
}
