//! Programs that read feeds: the tables of what Spark does with a socket, and what arrives while a
//! program runs.

use brooklet_protocol::{
    ArrivalTime, EngineProgress, Feed, FeedAddress, FeedBytes, FolderFile, ProgramChange,
    ProgramEdit, RecordSelection, RunEvent, SocketArrival, TextStream, TopicRecord,
};
use brooklet_pyspark::{BEGINNING_MS, Driver, DriverOptions, TimeFormat};

/// A server that sends these texts at these milliseconds.
fn server(port: u32, sent: &[(i64, &str)]) -> Feed {
    Feed::Socket {
        host: "localhost".to_owned(),
        port,
        listens_from: None,
        arrivals: sent
            .iter()
            .map(|(ms, text)| arrival(ArrivalTime::Ms(*ms), text))
            .collect(),
    }
}

fn arrival(time: ArrivalTime, text: &str) -> SocketArrival {
    SocketArrival {
        time,
        data: FeedBytes(text.as_bytes().to_vec()),
        closes: false,
    }
}

/// What a program prints and logs, driven to its end.
struct Ran {
    stdout: String,
    stderr: String,
    events: Vec<RunEvent>,
}

/// A program that makes `sc` with so many cores and `ssc` with batches of a second.
fn program(cores: usize, body: &str) -> String {
    format!(
        "from pyspark import SparkContext\n\
         from pyspark.streaming import StreamingContext\n\
         sc = SparkContext('local[{cores}]', 'Feeds')\n\
         ssc = StreamingContext(sc, 1)\n\
         {body}"
    )
}

fn driver(program: &str, feeds: Vec<Feed>) -> Driver {
    let options = DriverOptions {
        feeds,
        time_format: TimeFormat::Batch,
        ..DriverOptions::default()
    };
    Driver::new(program, "feeds.py", options).expect("it compiles")
}

fn run(program: &str, feeds: Vec<Feed>) -> Ran {
    let mut driver = driver(program, feeds);
    let mut ran = Ran {
        stdout: String::new(),
        stderr: String::new(),
        events: Vec::new(),
    };
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    for event in driver.take_events() {
        match event {
            RunEvent::Text {
                stream: TextStream::Stdout,
                text,
                ..
            } => ran.stdout.push_str(&text),
            RunEvent::Text { text, .. } => ran.stderr.push_str(&text),
            event => ran.events.push(event),
        }
    }
    ran
}

/// What each batch of a stream is, `glom`med; `make` makes the stream of `lines`.
fn batches(make: &str, seconds: u32, feeds: Vec<Feed>) -> Vec<String> {
    let body = format!(
        "lines = ssc.socketTextStream('localhost', 9999)\n\
         ({make}).foreachRDD(lambda rdd: print(rdd.glom().collect()))\n\
         ssc.start()\n\
         ssc.awaitTerminationOrTimeout({seconds})\n"
    );
    let ran = run(&program(2, &body), feeds);
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn blocks_are_partitions() {
    let one = |sent: &[(i64, &str)]| batches("lines", 2, vec![server(9999, sent)]);
    assert_eq!(one(&[]), ["[]", "[]"]);
    assert_eq!(one(&[(600, "one line\n")]), ["[['one line']]", "[]"]);
    assert_eq!(
        one(&[(600, "a b\nc d\na a\n")]),
        ["[['a b', 'c d', 'a a']]", "[]"]
    );
    assert_eq!(
        one(&[(1100, "x\n"), (1700, "y\nz\n")]),
        ["[]", "[['x'], ['y', 'z']]"]
    );
    assert_eq!(
        one(&[(600, "half"), (1600, "-line\nnext\n")]),
        ["[]", "[['half-line', 'next']]"]
    );
    // The block that is cut at the time of the batch misses it.
    assert_eq!(one(&[(801, "late\n")]), ["[]", "[['late']]"]);
}

#[test]
fn what_is_meant_for_a_batch_is_one_block_of_it() {
    let feed = Feed::Socket {
        host: "127.0.0.1".to_owned(),
        port: 9999,
        listens_from: None,
        arrivals: vec![
            arrival(ArrivalTime::Batch(2), "c\n"),
            arrival(ArrivalTime::Batch(1), "a\n"),
            arrival(ArrivalTime::Batch(1), "b\n"),
        ],
    };
    assert_eq!(
        batches("lines", 3, vec![feed]),
        ["[['a', 'b']]", "[['c']]", "[]"]
    );
}

#[test]
fn a_batch_without_blocks_has_no_partition() {
    for (make, expected) in [
        ("lines.map(len)", "[]"),
        (
            "lines.map(lambda line: (line, 1)).reduceByKey(max)",
            "[[], []]",
        ),
        ("lines.map(lambda line: (line, 1)).groupByKey()", "[[], []]"),
        ("lines.countByValue()", "[[], []]"),
        ("lines.count()", "[[]]"),
        ("lines.reduce(max)", "[[]]"),
        ("lines.repartition(3)", "[[], [], []]"),
        (
            "lines.map(lambda line: (line, 1)).join(lines.map(lambda line: (line, 1)))",
            "[[], []]",
        ),
    ] {
        assert_eq!(
            batches(make, 1, vec![server(9999, &[])]),
            [expected],
            "{make}"
        );
    }
}

#[test]
fn windows_hold_the_blocks_of_their_batches() {
    let feeds = || vec![server(9999, &[(600, "a\n"), (1100, "b\n"), (1700, "c\n")])];
    assert_eq!(
        batches("lines.window(2)", 4, feeds()),
        ["[['a']]", "[['a'], ['b'], ['c']]", "[['b'], ['c']]", "[]"]
    );
    let feeds = vec![server(9999, &[(1600, "one line\n")])];
    let counted = "(ssc.checkpoint('checkpoint'), lines.countByWindow(2, 1))[1]";
    assert_eq!(
        batches(counted, 4, feeds),
        ["[[]]", "[[1]]", "[[1]]", "[[]]"]
    );
}

#[test]
fn blocks_move_as_spark_moves_them() {
    let feeds = || vec![server(9999, &[(100, "x\n"), (700, "y\nz\n")])];
    assert_eq!(
        batches("lines.repartition(3)", 1, feeds()),
        ["[['x'], ['y', 'z'], []]"]
    );
    let sorted = "lines.transform(lambda rdd: rdd.sortBy(lambda line: line))";
    assert_eq!(batches(sorted, 1, feeds()), ["[['x', 'y'], ['z']]"]);
}

#[test]
fn two_receivers_are_united_in_their_order() {
    let feeds = || vec![server(9999, &[(600, "a\n")]), server(9998, &[(100, "b\n")])];
    let union = |make: &str| {
        let body = format!(
            "a = ssc.socketTextStream('localhost', 9999)\n\
             b = ssc.socketTextStream('localhost', 9998)\n\
             {make}.foreachRDD(lambda rdd: print(rdd.glom().collect()))\n\
             ssc.start()\n\
             ssc.awaitTerminationOrTimeout(1)\n"
        );
        run(&program(3, &body), feeds()).stdout
    };
    assert_eq!(union("a.union(b)"), "[['a'], ['b']]\n");
    assert_eq!(union("b.union(a)"), "[['b'], ['a']]\n");
    assert_eq!(union("ssc.union(a, b)"), "[['a'], ['b']]\n");
}

#[test]
fn a_refused_connection_is_tried_again() {
    let body = "ssc.socketTextStream('localhost', 9999).pprint()\n\
                ssc.start()\n\
                print(ssc.awaitTerminationOrTimeout(5))\n";
    let late = Feed::Socket {
        host: "localhost".to_owned(),
        port: 9999,
        listens_from: Some(ArrivalTime::Ms(3000)),
        arrivals: vec![arrival(ArrivalTime::Ms(3500), "found\n")],
    };
    let ran = run(&program(2, body), vec![late]);
    assert!(
        ran.stdout
            .contains("<batch 5>\n-------------------------------------------\nfound\n")
    );
    assert!(ran.stdout.ends_with("False\n"));
    let restarts = "24/01/01 00:00:02 WARN ReceiverSupervisorImpl: Restarting receiver with delay 2000 ms: \
                    Error connecting to localhost:9999\n\
                    java.net.ConnectException: Connection refused\n\
                    24/01/01 00:00:02 ERROR ReceiverTracker: Deregistered receiver for stream 0: Restarting \
                    receiver with delay 2000ms: Error connecting to localhost:9999 - \
                    java.net.ConnectException: Connection refused\n";
    assert!(ran.stderr.contains(restarts), "{}", ran.stderr);
    assert_eq!(
        ran.stderr
            .matches("Restarting receiver with delay 2000 ms")
            .count(),
        2
    );
}

#[test]
fn the_tail_of_a_closed_connection_is_kept() {
    let feed = Feed::Socket {
        host: "localhost".to_owned(),
        port: 9999,
        listens_from: None,
        arrivals: vec![
            SocketArrival {
                closes: true,
                ..arrival(ArrivalTime::Ms(600), "tail")
            },
            arrival(ArrivalTime::Ms(1000), "next\n"),
        ],
    };
    assert_eq!(
        batches("lines", 3, vec![feed]),
        ["[['tail']]", "[]", "[['next']]"]
    );
}

#[test]
fn a_graceful_stop_processes_what_was_read() {
    let stopped = |gracefully: &str| {
        let body = format!(
            "import time\n\
             lines = ssc.socketTextStream('localhost', 9999)\n\
             lines.foreachRDD(lambda rdd: print(rdd.collect()))\n\
             ssc.start()\n\
             time.sleep(1.9)\n\
             ssc.stop(True, {gracefully})\n"
        );
        run(
            &program(2, &body),
            vec![server(9999, &[(1850, "pending\n"), (1950, "lost\n")])],
        )
        .stdout
    };
    assert_eq!(stopped("True"), "[]\n['pending']\n[]\n");
    assert_eq!(stopped("False"), "[]\n");
}

#[test]
fn the_rate_delays_reading() {
    let body = "import pyspark\n\
                sc.stop()\n\
                conf = pyspark.SparkConf().setMaster('local[2]').setAppName('Rate')\n\
                conf.set('spark.streaming.receiver.maxRate', '5')\n\
                conf.set('spark.streaming.blockInterval', '1s')\n\
                ssc = StreamingContext(pyspark.SparkContext(conf=conf), 1)\n\
                lines = ssc.socketTextStream('localhost', 9999)\n\
                lines.glom().map(len).foreachRDD(lambda rdd: print(rdd.collect()))\n\
                ssc.start()\n\
                ssc.awaitTerminationOrTimeout(6)\n";
    let twenty: String = (0..20).map(|number| format!("{number}\n")).collect();
    let ran = run(&program(2, body), vec![server(9999, &[(0, &twenty)])]);
    assert_eq!(ran.stdout, "[1]\n[5]\n[5]\n[5]\n[4]\n[]\n");
}

#[test]
fn without_a_core_left_spark_waits() {
    let body = "lines = ssc.socketTextStream('localhost', 9999)\n\
                lines.pprint()\n\
                ssc.start()\n\
                print(ssc.awaitTerminationOrTimeout(3))\n\
                ssc.stop(True, True)\n";
    let ran = run(&program(1, body), vec![server(9999, &[(1600, "hello\n")])]);
    let header = |batch: u32| {
        let line = "-------------------------------------------\n";
        format!("{line}Time: <batch {batch}>\n{line}")
    };
    let before = format!("{}\nFalse\n", header(1));
    // Stopping the receiver first gives its core back.
    let after = format!(
        "{}hello\n\n{}\n{}\n{}\n",
        header(2),
        header(3),
        header(4),
        header(5)
    );
    assert_eq!(ran.stdout, before + &after);
    let told = ran.events.iter().find_map(|event| match event {
        RunEvent::NoCoreLeft {
            cores,
            receivers,
            advice,
        } => Some((*cores, *receivers, advice.fix.as_ref()?.label.as_str())),
        _ => None,
    });
    let fix = r#"Write "local[2]" in its place"#;
    assert_eq!(told, Some((1, 1, fix)));
    let words = body.replace("lines.pprint()", "lines.countByValue().pprint()");
    let words = words.replace("ssc.stop(True, True)\n", "");
    let ran = run(&program(1, &words), vec![server(9999, &[])]);
    assert_eq!(ran.stdout, "False\n");
    let own =
        "ssc.socketTextStream('localhost', 9999).pprint()\nssc.start()\nprint(sc.range(3).sum())\n";
    let mut driver = driver(&program(1, own), vec![server(9999, &[])]);
    let progress = driver.poll(u64::MAX);
    assert!(matches!(
        progress,
        EngineProgress::Waiting { is_quiet: true, .. }
    ));
}

#[test]
fn a_topic_that_is_asked_for_and_not_there_is_told() {
    let body = "from pyspark.streaming.kafka import KafkaUtils\n\
                KafkaUtils.createDirectStream(ssc, ['clicks'], {'bootstrap.servers': 'a:1'})\n";
    let ran = run(&program(2, body), vec![]);
    let feed = FeedAddress::Topic {
        name: "clicks".to_owned(),
    };
    assert!(ran.events.contains(&RunEvent::FeedMissing { feed }));
}

#[test]
fn a_failure_offers_what_mends_it() {
    let old = "hdfs://node/logs";
    let ran = run(
        &program(2, &format!("ssc.textFileStream('{old}')\n")),
        vec![],
    );
    let fix = ran.events.iter().find_map(|event| match event {
        RunEvent::Ended { failure, .. } => failure.as_ref()?.fix.clone(),
        _ => None,
    });
    let edit = ProgramEdit::ReplaceText {
        old: old.to_owned(),
        new: "logs".to_owned(),
    };
    assert_eq!(fix.unwrap().change, ProgramChange::Text { edit });
}

#[test]
fn a_record_that_arrives_now_is_of_the_same_batch_in_the_next_run() {
    let body = "from pyspark.streaming.kafka import KafkaUtils\n\
                lines = KafkaUtils.createDirectStream(ssc, ['t'], {'bootstrap.servers': 'a:1'})\n\
                lines.pprint()\n\
                ssc.start()\n\
                ssc.awaitTermination()\n";
    let topic = |time| Feed::Topic {
        name: "t".to_owned(),
        partitions: vec![vec![TopicRecord {
            time,
            key: None,
            value: Some(FeedBytes(b"v".to_vec())),
        }]],
    };
    let mut driver = driver(
        &program(2, body),
        vec![Feed::Topic {
            name: "t".to_owned(),
            partitions: vec![vec![]],
        }],
    );
    let batches = |driver: &mut Driver, count: usize| -> Vec<u64> {
        let mut reports = Vec::new();
        let mut arrived = None;
        while reports.len() < count {
            driver.poll(u64::MAX);
            driver.tick();
            for event in driver.take_events() {
                match event {
                    RunEvent::Batch { report } => reports.push(report.input_records),
                    RunEvent::Arrived { ms, .. } => arrived = Some(ms),
                    _ => {}
                }
            }
        }
        assert!(arrived.is_none_or(|ms| ms == 1001));
        reports
    };
    assert_eq!(batches(&mut driver, 1), [0]);
    driver.arrive(topic(ArrivalTime::Now), BEGINNING_MS);
    assert_eq!(batches(&mut driver, 1), [1]);
    let mut again = self::driver(&program(2, body), vec![topic(ArrivalTime::Ms(1001))]);
    assert_eq!(batches(&mut again, 2), [0, 1]);
}

#[test]
fn what_arrives_while_it_runs() {
    let body = "lines = ssc.socketTextStream('localhost', 9999)\n\
                lines.window(2).foreachRDD(lambda rdd: print(rdd.collect()))\n\
                ssc.start()\n\
                ssc.awaitTermination()\n";
    let mut driver = driver(&program(2, body), vec![server(9999, &[(600, "a\n")])]);
    let is_fed = |progress| matches!(progress, EngineProgress::Waiting { is_fed: true, .. });
    assert!(is_fed(driver.poll(u64::MAX)));
    let mut printed = String::new();
    let mut given = Vec::new();
    let mut run_until_quiet = |driver: &mut Driver| {
        while !matches!(
            driver.poll(u64::MAX),
            EngineProgress::Waiting { is_quiet: true, .. } | EngineProgress::Ended { .. }
        ) {
            driver.tick();
        }
        for event in driver.take_events() {
            match event {
                RunEvent::Text {
                    stream: TextStream::Stdout,
                    text,
                    ..
                } => printed.push_str(&text),
                RunEvent::Arrived { feed, ms } => given.push((feed, ms)),
                _ => {}
            }
        }
        std::mem::take(&mut printed)
    };
    // The window lets go of the line before the clock stands.
    assert_eq!(run_until_quiet(&mut driver), "['a']\n['a']\n[]\n");
    let typed = Feed::Socket {
        host: "localhost".to_owned(),
        port: 9999,
        listens_from: None,
        arrivals: vec![arrival(ArrivalTime::Now, "typed\n")],
    };
    driver.arrive(typed.clone(), BEGINNING_MS + 3350);
    assert_eq!(run_until_quiet(&mut driver), "['typed']\n['typed']\n[]\n");
    assert!(!is_fed(driver.poll(u64::MAX)));
    driver.arrive(typed, BEGINNING_MS);
    assert_eq!(run_until_quiet(&mut driver), "['typed']\n['typed']\n[]\n");
    let address = FeedAddress::Socket {
        host: "localhost".to_owned(),
        port: 9999,
    };
    assert_eq!(given, [(address.clone(), 3350), (address, 6000)]);
}

#[test]
fn a_feed_that_is_made_while_it_runs_is_found() {
    let body = "ssc.socketTextStream('localhost', 9999).foreachRDD(lambda rdd: print(rdd.collect()))\n\
                ssc.start()\n\
                ssc.awaitTerminationOrTimeout(5)\n";
    let mut driver = driver(&program(2, body), Vec::new());
    for _ in 0..2 {
        driver.poll(u64::MAX);
        driver.tick();
    }
    let feed = Feed::Socket {
        host: "localhost".to_owned(),
        port: 9999,
        listens_from: None,
        arrivals: vec![arrival(ArrivalTime::Now, "typed\n")],
    };
    driver.arrive(feed, 0);
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let printed: String =
        driver
            .take_events()
            .iter()
            .fold(String::new(), |all, event| match event {
                RunEvent::Text {
                    text,
                    stream: TextStream::Stdout,
                    ..
                } => all + text,
                _ => all,
            });
    assert_eq!(printed, "[]\n[]\n[]\n[]\n['typed']\n");
}

#[test]
fn files_appear_in_a_folder() {
    let body = "import os\n\
                ssc.textFileStream('inbox').foreachRDD(lambda rdd: print(rdd.collect(), os.listdir('inbox')))\n\
                ssc.start()\n\
                ssc.awaitTerminationOrTimeout(3)\n";
    let file = |time, name: &str, text: &str| FolderFile {
        time,
        name: name.to_owned(),
        data: FeedBytes(text.as_bytes().to_vec()),
    };
    let feed = Feed::Folder {
        path: "inbox".to_owned(),
        files: vec![
            file(ArrivalTime::Batch(3), "b.txt", "last\n"),
            file(ArrivalTime::Ms(500), "a.txt", "first\nsecond\n"),
        ],
    };
    let ran = run(&program(2, body), vec![feed]);
    assert_eq!(
        ran.stdout,
        "['first', 'second'] ['a.txt']\n[] ['a.txt']\n['last'] ['a.txt', 'b.txt']\n"
    );
}

#[test]
fn past_batches_can_be_inspected_and_streams_name_their_feeds() {
    let body = "lines = ssc.socketTextStream('localhost', 9999)\n\
                lines.pprint()\n\
                ssc.start()\n\
                ssc.awaitTerminationOrTimeout(3)\n";
    let mut driver = driver(
        &program(2, body),
        vec![server(9999, &[(100, "x\n"), (700, "y\nz\n")])],
    );
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let selection = RecordSelection::Partitions { limit: 10 };
    let inspection = driver.inspect(0, BEGINNING_MS + 1000, selection);
    let sizes: Vec<u64> = inspection
        .partitions
        .iter()
        .map(|part| part.total)
        .collect();
    assert_eq!(sizes, [1, 2]);
    let events = driver.take_events();
    let feeds = events.iter().find_map(|event| match event {
        RunEvent::Graph { streams, .. } => Some(streams[0].feeds.clone()),
        _ => None,
    });
    let address = FeedAddress::Socket {
        host: "localhost".to_owned(),
        port: 9999,
    };
    assert_eq!(feeds, Some(vec![address]));
    let records: Vec<u64> = events
        .iter()
        .filter_map(|event| match event {
            RunEvent::Batch { report } => Some(report.input_records),
            _ => None,
        })
        .collect();
    assert_eq!(records, [3, 0, 0]);
}

#[test]
fn listeners_are_told_how_many_records_a_receiver_got() {
    let program = program(
        2,
        "from pyspark.streaming import StreamingListener\n\
         class Told(StreamingListener):\n\
        \x20   def onBatchCompleted(self, batchCompleted):\n\
        \x20       info = batchCompleted.batchInfo()\n\
        \x20       print(info.numRecords(), info.streamIdToInputInfo()[0].numRecords())\n\
         ssc.addStreamingListener(Told())\n\
         ssc.socketTextStream('localhost', 9999).foreachRDD(lambda rdd: None)\n\
         ssc.start()\n\
         ssc.awaitTerminationOrTimeout(3)\n",
    );
    let ran = run(
        &program,
        vec![server(9999, &[(600, "a\nb\n"), (1600, "c\n")])],
    );
    assert_eq!(ran.stdout, "2 2\n1 1\n0 0\n");
}

#[test]
fn every_context_with_one_core_is_warned_of() {
    let ran = run(&program(1, "StreamingContext(sc, 1)\n"), Vec::new());
    let warning = "WARN StreamingContext: spark.master should be set as local[n]";
    assert_eq!(ran.stderr.matches(warning).count(), 2, "{}", ran.stderr);
    let ran = run(&program(2, "StreamingContext(sc, 1)\n"), Vec::new());
    assert_eq!(ran.stderr, "");
}
