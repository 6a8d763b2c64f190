//! `--live` against a real TCP server: lines, a connection that closes, one that is opened anew.

use std::io::Write;
use std::net::TcpListener;
use std::process::Command;
use std::{env, fs, process, thread};

const PROGRAM: &str = r#"
import sys, time
from pyspark import SparkConf, SparkContext
from pyspark.streaming import StreamingContext

conf = SparkConf().setMaster("local[2]").setAppName("Live")
conf.set("spark.streaming.receiverRestartDelay", "100ms")
ssc = StreamingContext(SparkContext(conf=conf), 0.5)
seen = []
ssc.socketTextStream("localhost", int(sys.argv[1])).foreachRDD(lambda rdd: seen.extend(rdd.collect()))
ssc.start()
began = time.time()
while len(seen) < 4 and time.time() < began + 20:
    ssc.awaitTerminationOrTimeout(0.3)
ssc.stop(True, True)
print(seen, time.time() > 1_704_067_200 + 86_400)
"#;

#[test]
fn a_real_server_is_read_and_found_again() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    thread::spawn(move || {
        for lines in ["one\ntw", "three\nfour\n"] {
            let (mut connection, _) = listener.accept().expect("somebody connects");
            connection.write_all(lines.as_bytes()).expect("it is read");
        }
        // Nobody listens any more.
    });
    let file = env::temp_dir().join(format!("brooklet-live-{}.py", process::id()));
    fs::write(&file, PROGRAM).expect("there is room");
    let run = Command::new(env!("CARGO_BIN_EXE_brooklet"))
        .arg("run")
        .arg(&file)
        .arg(port.to_string())
        .arg("--live")
        .output()
        .expect("it runs");
    let _ = fs::remove_file(&file);
    let printed = String::from_utf8_lossy(&run.stdout);
    let log = String::from_utf8_lossy(&run.stderr);
    assert_eq!(printed, "['one', 'tw', 'three', 'four'] True\n", "{log}");
    let closed = "WARN ReceiverSupervisorImpl: Restarting receiver with delay 100 ms: \
                  Socket data stream had no more data\n";
    assert!(log.contains(closed), "{log}");
}
