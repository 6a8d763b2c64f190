//! `pyspark.streaming.kafka` over topics that are feeds.

use brooklet_protocol::{
    ArrivalTime, EngineProgress, Feed, FeedAddress, FeedBytes, RunEvent, TextStream, TopicRecord,
};
use brooklet_pyspark::{Driver, DriverOptions};

const HEAD: &str = "
from pyspark import SparkConf, SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import *

sc = SparkContext('local[2]', 'Topics')
ssc = StreamingContext(sc, 1)
params = {'metadata.broker.list': 'localhost:9092'}


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[-1])


def direct(topics, **more):
    return KafkaUtils.createDirectStream(ssc, topics, params, **more)


";

fn record(ms: i64, key: Option<&str>, value: &str) -> TopicRecord {
    let bytes = |text: &str| FeedBytes(text.as_bytes().to_vec());
    TopicRecord {
        time: ArrivalTime::Ms(ms),
        key: key.map(bytes),
        value: Some(bytes(value)),
    }
}

/// A topic of two partitions.
fn topic() -> Feed {
    Feed::Topic {
        name: "t".to_owned(),
        partitions: vec![
            vec![
                record(0, None, "old"),
                record(500, Some("k"), "a b"),
                record(1000, None, "a"),
                record(2500, None, "c"),
            ],
            vec![record(1500, None, "b b")],
        ],
    }
}

/// What a program prints, and its events.
fn run(body: &str) -> (String, Vec<RunEvent>) {
    let options = DriverOptions {
        feeds: vec![topic()],
        ..DriverOptions::default()
    };
    let program = format!("{HEAD}{body}");
    let mut driver = Driver::new(&program, "topics.py", options).expect("it compiles");
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let mut printed = String::new();
    let mut events = Vec::new();
    for event in driver.take_events() {
        match event {
            RunEvent::Text {
                stream: TextStream::Stdout,
                text,
                ..
            } => printed.push_str(&text),
            RunEvent::Text { text, .. } => eprintln!("{text}"),
            event => events.push(event),
        }
    }
    (printed, events)
}

#[test]
fn a_batch_reads_what_was_produced_since_the_last() {
    let (printed, events) = run("
stream = direct(['t'])
print(type(stream).__name__)
stream.foreachRDD(lambda rdd: print(rdd.glom().collect(), [str(r) for r in rdd.offsetRanges()]))
stream.map(lambda x: x[1]).flatMap(lambda line: line.split(' ')).countByValue().foreachRDD(
    lambda rdd: print(sorted(rdd.collect())))
ssc.start()
ssc.awaitTerminationOrTimeout(4)
");
    let range = |partition: u32, from: u32, until: u32| {
        format!("'OffsetRange(topic: t, partition: {partition}, range: [{from} -> {until}]'")
    };
    let expected = [
        "KafkaDStream".to_owned(),
        format!(
            "[[('k', 'a b'), (None, 'a')], []] [{}, {}]",
            range(0, 1, 3),
            range(1, 0, 0)
        ),
        "[('a', 2), ('b', 1)]".to_owned(),
        format!(
            "[[], [(None, 'b b')]] [{}, {}]",
            range(0, 3, 3),
            range(1, 0, 1)
        ),
        "[('b', 2)]".to_owned(),
        format!(
            "[[(None, 'c')], []] [{}, {}]",
            range(0, 3, 4),
            range(1, 1, 1)
        ),
        "[('c', 1)]".to_owned(),
        format!("[[], []] [{}, {}]", range(0, 4, 4), range(1, 1, 1)),
        "[]".to_owned(),
    ];
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
    let mut records = Vec::new();
    for event in &events {
        match event {
            RunEvent::Batch { report } => records.push(report.input_records),
            RunEvent::Graph { streams, .. } => {
                let address = FeedAddress::Topic {
                    name: "t".to_owned(),
                };
                assert_eq!(streams[0].operator, "createDirectStream");
                assert_eq!(streams[0].feeds, [address]);
            }
            _ => {}
        }
    }
    assert_eq!(records, [2, 1, 1, 0]);
}

#[test]
fn offsets_where_they_are_known() {
    let (printed, _) = run("
offsets = []


def store(rdd):
    global offsets
    offsets = rdd.offsetRanges()
    return rdd


def show(rdd):
    print([(o.topic, o.partition, o.fromOffset, o.untilOffset) for o in offsets], type(rdd).__name__)
    attempt(lambda: rdd.offsetRanges)


direct(['t'], fromOffsets={TopicAndPartition('t', 0): 2}).transform(store).foreachRDD(show)
direct(['t']).map(lambda x: x).foreachRDD(lambda rdd: attempt(lambda: rdd.offsetRanges))
ssc.start()
ssc.awaitTerminationOrTimeout(1)
");
    assert_eq!(
        printed,
        "[('t', 0, 2, 3)] RDD\n\
         AttributeError 'RDD' object has no attribute 'offsetRanges'\n\
         AttributeError 'RDD' object has no attribute 'offsetRanges'\n"
    );
}

#[test]
fn the_first_offset_and_the_whole_message() {
    let (printed, _) = run("
params['auto.offset.reset'] = 'smallest'
handler = lambda m: (m.topic, m.partition, m.offset, m.key, m.message, str(m))
direct(['t'], messageHandler=handler, valueDecoder=len).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(0.5)
ssc.awaitTerminationOrTimeout(0.5)
");
    let expected = "('t', 0, 0, None, 3, 'KafkaMessageAndMetadata(topic: t, partition: 0, offset: 0, key \
                    and message...)')\n\
                    ('t', 0, 1, 'k', 3, 'KafkaMessageAndMetadata(topic: t, partition: 0, offset: 1, key and \
                    message...)')\n";
    assert!(printed.contains(expected), "{printed}");
}

#[test]
fn rates_and_mistakes() {
    let (printed, _) = run("
sc.stop()
conf = SparkConf().setMaster('local[2]').setAppName('Rates')
conf.set('spark.streaming.kafka.maxRatePerPartition', '1')
ssc = StreamingContext(SparkContext(conf=conf), 1)
params['auto.offset.reset'] = 'SMALLEST'
direct(['t']).foreachRDD(lambda rdd: print([r.untilOffset for r in rdd.offsetRanges()]))
attempt(lambda: direct('t'))
attempt(lambda: direct(['t', 'none']))
attempt(lambda: direct(['t'], fromOffsets={TopicAndPartition('c', 0): 0}))
attempt(lambda: KafkaUtils.createDirectStream(ssc, ['t'], []))
attempt(lambda: KafkaUtils.createDirectStream(ssc, ['t'], {}))
attempt(lambda: KafkaUtils.createDirectStream(ssc, ['t'], {'bootstrap.servers': 'x'}))
attempt(lambda: KafkaUtils.createStream(ssc, 'localhost:2181', 'group', ['t']))
ssc.start()
ssc.awaitTerminationOrTimeout(4)
");
    assert_eq!(
        printed,
        "TypeError topics should be list\n\
         Py4JJavaError : org.apache.spark.SparkException: Error getting partition metadata for 'none'. Does \
         the topic exist?\n\
         Py4JJavaError : java.lang.IllegalStateException: The specified topics: t do not equal to the topic \
         from offsets: c\n\
         TypeError kafkaParams should be dict\n\
         Py4JJavaError : org.apache.spark.SparkException: Must specify metadata.broker.list or \
         bootstrap.servers\n\
         Py4JJavaError : org.apache.spark.SparkException: Broker not in the correct format of <host>:<port> \
         [x]\n\
         TypeError topics should be dict\n\
         [1, 0]\n[2, 1]\n[3, 1]\n[4, 1]\n"
    );
}

#[test]
fn an_rdd_of_ranges() {
    let (printed, _) = run("
import time
ssc.queueStream([[1]]).foreachRDD(lambda rdd: None)
ssc.start()
time.sleep(3)
ranges = [OffsetRange('t', 1, 0, 1), OffsetRange('t', 0, 1, 3)]
rdd = KafkaUtils.createRDD(sc, params, ranges)
print(type(rdd).__name__, rdd.glom().collect(), rdd.offsetRanges() == ranges)
attempt(lambda: type(rdd.map(str)).__name__)
attempt(lambda: KafkaUtils.createRDD(sc, params, [OffsetRange('t', 0, 0, 9), OffsetRange('t', 7, 0, 1)]))
attempt(lambda: KafkaUtils.createRDD(sc, params, ()))
attempt(lambda: KafkaUtils.createRDD(sc, params, [OffsetRange('t', 0, 3, 1)]).collect())
attempt(lambda: hash(OffsetRange('t', 0, 0, 1)))
attempt(lambda: {TopicAndPartition('t', 0): 1}[TopicAndPartition('t', 0)])
attempt(lambda: Broker('a', 1) == Broker('a', 1))
attempt(lambda: (utf8_decoder(None), utf8_decoder(b'\\xc3\\xa9')))
");
    let expected = [
        "KafkaRDD [[(None, 'b b')], [('k', 'a b'), (None, 'a')]] True",
        "PipelinedRDD",
        "Py4JJavaError : org.apache.spark.SparkException: Offsets not available on leader: \
         OffsetRange(topic: 't', partition: 0, range: [0 -> 9]),OffsetRange(topic: 't', partition: 7, \
         range: [0 -> 1])",
        "TypeError offsetRanges should be list",
    ];
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[..4], expected);
    assert!(
        lines[4].contains(
            "Beginning offset 3 is after the ending offset 1 for topic t partition 0. You either"
        ),
        "{}",
        lines[4]
    );
    assert_eq!(
        lines[5..],
        [
            "TypeError unhashable type: 'OffsetRange'",
            "1",
            "False",
            "(None, 'é')"
        ]
    );
}

#[test]
fn a_receiver_of_topics() {
    let (printed, events) = run("
given = {}
stream = KafkaUtils.createStream(ssc, 'localhost:2181', 'group', {'t': 1}, given)
print(sorted(given))
stream.foreachRDD(lambda rdd: print(type(rdd).__name__, rdd.glom().collect()))
ssc.start()
ssc.awaitTerminationOrTimeout(3)
");
    assert_eq!(
        printed,
        "['group.id', 'zookeeper.connect', 'zookeeper.connection.timeout.ms']\n\
         RDD [[('k', 'a b')]]\n\
         RDD [[(None, 'a')], [(None, 'b b')]]\n\
         RDD [[(None, 'c')]]\n"
    );
    assert!(!events.is_empty());
}
