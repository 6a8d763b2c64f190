//! `--live` against a Kafka broker that is not ours: offsets, two partitions, a broker that goes away
//! and comes back.

mod mock_broker;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::{env, fs, process, thread};

use mock_broker::MockBroker;

/// A program in progress; what it prints is read line by line.
struct Running {
    process: Child,
    lines: std::io::Lines<BufReader<process::ChildStdout>>,
    log: thread::JoinHandle<String>,
}

impl Running {
    fn start(name: &str, program: &str, arguments: &[&str]) -> Running {
        let file = env::temp_dir().join(format!("brooklet-{name}-{}.py", process::id()));
        fs::write(&file, program).expect("there is room");
        let mut process = Command::new(env!("CARGO_BIN_EXE_brooklet"))
            .arg("run")
            .arg(&file)
            .arg("--live")
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let output = process.stdout.take().expect("it has an output");
        let mut errors = process.stderr.take().expect("it has a log");
        let log = thread::spawn(move || {
            let mut log = String::new();
            let _ = errors.read_to_string(&mut log);
            log
        });
        Running {
            process,
            lines: BufReader::new(output).lines(),
            log,
        }
    }

    fn line(&mut self) -> String {
        self.lines.next().and_then(Result::ok).unwrap_or_default()
    }

    /// So many lines.
    fn take(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.line()).collect()
    }

    /// What it still prints, its log and its exit code.
    fn end(mut self) -> (Vec<String>, String, Option<i32>) {
        let rest = self.lines.by_ref().map_while(Result::ok).collect();
        let status = self.process.wait().expect("it ends");
        (rest, self.log.join().unwrap_or_default(), status.code())
    }
}

const DIRECT: &str = r#"
import sys, time
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils

ssc = StreamingContext(SparkContext("local[2]", "Direct"), 0.5)
kafka = {"metadata.broker.list": sys.argv[1], "auto.offset.reset": "smallest"}
stream = KafkaUtils.createDirectStream(
    ssc, ["words"], kafka, messageHandler=lambda m: (m.partition, m.offset, m.key, m.message))
seen, reached = 0, [0, 0]

def show(rdd):
    global seen
    for range in rdd.offsetRanges():
        assert range.fromOffset == reached[range.partition], str(range)
        reached[range.partition] = range.untilOffset
    for record in rdd.collect():
        print(*record, flush=True)
        seen += 1

stream.foreachRDD(show)
ssc.start()
began, failed = time.time(), False
while seen < 7 and time.time() < began + 120:
    time.sleep(0.2)
    try:
        ssc.awaitTerminationOrTimeout(0)
    except Exception as error:
        if not failed:
            print("failed", "Couldn't find leader offsets for Set([words,0], [words,1])" in str(error), flush=True)
        failed = True
ssc.stop()
print(seen, reached)
"#;

#[test]
fn a_broker_that_goes_away_and_comes_back_loses_nothing() {
    let mut broker = MockBroker::start();
    broker.tell("topic words 2");
    for record in ["0 - hello world", "1 k one", "0 - again"] {
        broker.tell(&format!("produce words {record}"));
    }
    let mut program = Running::start("direct", DIRECT, &["--", &broker.address]);
    let mut seen = program.take(3);
    broker.tell("produce words 1 k two");
    seen.extend(program.take(1));
    broker.tell("down");
    assert_eq!(program.line(), "failed True");
    broker.tell("up");
    for record in ["0 - back", "1 - three", "1 k four"] {
        broker.tell(&format!("produce words {record}"));
    }
    seen.extend(program.take(3));
    seen.sort();
    let (rest, log, code) = program.end();
    let expected = [
        "0 0 None hello world",
        "0 1 None again",
        "0 2 None back",
        "1 0 k one",
        "1 1 k two",
        "1 2 None three",
        "1 3 k four",
    ];
    assert_eq!(seen, expected, "{log}");
    assert_eq!(
        (rest, code),
        (vec!["7 [3, 4]".to_owned()], Some(0)),
        "{log}"
    );
}

const RANGES: &str = r#"
import sys
from pyspark import SparkConf, SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils, OffsetRange, TopicAndPartition

conf = SparkConf().setMaster("local[2]").setAppName("Ranges")
sc = SparkContext(conf=conf.set("spark.streaming.kafka.maxRatePerPartition", "2"))
kafka = {"bootstrap.servers": sys.argv[1]}
rdd = KafkaUtils.createRDD(sc, kafka, [OffsetRange("words", 1, 0, 2), OffsetRange("words", 0, 1, 2)])
print(rdd.glom().collect(), [str(range) for range in rdd.offsetRanges()])

def told(make):
    try:
        make()
    except Exception as error:
        print(str(error).splitlines()[1])

told(lambda: KafkaUtils.createRDD(sc, kafka, [OffsetRange("words", 0, 0, 9)]))
ssc = StreamingContext(sc, 0.5)
told(lambda: KafkaUtils.createDirectStream(ssc, ["nothing"], kafka))
told(lambda: KafkaUtils.createDirectStream(ssc, ["words"], {"bootstrap.servers": "127.0.0.1:1,127.0.0.1:2"}))
sc.setLogLevel("OFF")
offsets = {TopicAndPartition("words", 0): 1, TopicAndPartition("words", 1): 2}
batches = []
stream = KafkaUtils.createDirectStream(ssc, ["words"], kafka, offsets)
stream.foreachRDD(lambda rdd: batches.extend(rdd.glom().collect()))
ssc.start()
ssc.awaitTerminationOrTimeout(1.8)
ssc.stop()
print(batches[:6])
"#;

#[test]
fn offsets_are_those_of_the_broker() {
    let mut broker = MockBroker::start();
    broker.tell("topic words 2");
    for record in ["0 - a", "0 - b", "0 - c", "1 k x", "1 k y", "1 k z"] {
        broker.tell(&format!("produce words {record}"));
    }
    let program = Running::start("ranges", RANGES, &["--", &broker.address]);
    let (printed, log, code) = program.end();
    let expected = [
        "[[('k', 'x'), ('k', 'y')], [(None, 'b')]] ['OffsetRange(topic: words, partition: 1, range: [0 -> 2]', \
         'OffsetRange(topic: words, partition: 0, range: [1 -> 2]']",
        ": org.apache.spark.SparkException: Offsets not available on leader: OffsetRange(topic: 'words', \
         partition: 0, range: [0 -> 9])",
        ": org.apache.spark.SparkException: Error getting partition metadata for 'nothing'. Does the topic exist?",
        ": org.apache.spark.SparkException: java.nio.channels.ClosedChannelException",
        "[[(None, 'b')], [('k', 'z')], [(None, 'c')], [], [], []]",
    ];
    assert_eq!(printed, expected, "{log}");
    assert_eq!(code, Some(0), "{log}");
}

const RECEIVER: &str = r#"
import sys, time
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils

ssc = StreamingContext(SparkContext("local[3]", "Receiver"), 0.5)
seen = 0

def show(rdd):
    global seen
    for record in rdd.collect():
        print(*record, flush=True)
        seen += 1

stream = KafkaUtils.createStream(ssc, "localhost:2181", "group", {"words": 1}, {"auto.offset.reset": "smallest"})
stream.foreachRDD(show)
ssc.start()
began = time.time()
while seen < 4 and time.time() < began + 120:
    ssc.awaitTerminationOrTimeout(0.3)
ssc.stop()
"#;

#[test]
fn a_receiver_goes_on_where_it_was() {
    let mut broker = MockBroker::start();
    broker.tell("topic words 2");
    broker.tell("produce words 0 - one");
    broker.tell("produce words 1 k two");
    let mut program = Running::start("receiver", RECEIVER, &["--broker", &broker.address]);
    let mut seen = program.take(2);
    broker.tell("down");
    broker.tell("up");
    broker.tell("produce words 0 - three");
    broker.tell("produce words 1 k four");
    seen.extend(program.take(2));
    seen.sort();
    let (rest, log, _) = program.end();
    assert_eq!(seen, ["None one", "None three", "k four", "k two"], "{log}");
    assert!(rest.is_empty(), "{rest:?}");
}
