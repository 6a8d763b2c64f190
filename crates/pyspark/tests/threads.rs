//! Threads of a program beside its batches, on the virtual clock.

use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

/// What a program prints, standard error included, and its exit code.
fn run(program: &str, fuel: u64) -> (String, i32) {
    let program = format!(
        "import threading, time\nfrom pyspark import SparkContext\n\
         from pyspark.streaming import StreamingContext\n{program}"
    );
    let mut driver = Driver::new(&program, "program.py", DriverOptions::default()).unwrap();
    let exit_code = loop {
        match driver.poll(fuel) {
            EngineProgress::Ended { exit_code } => break exit_code,
            EngineProgress::Waiting { .. } => driver.tick(),
            EngineProgress::Running => {}
        }
    };
    let texts = driver.take_events().into_iter();
    let texts = texts.filter_map(|event| match event {
        RunEvent::Text { text, .. } => Some(text),
        _ => None,
    });
    (texts.collect(), exit_code)
}

const CONTEXT: &str = "sc = SparkContext('local[4]', 'threads')\nssc = StreamingContext(sc, 1)\n";
const SHORT_BATCHES: &str =
    "sc = SparkContext('local[4]', 'threads')\nssc = StreamingContext(sc, 0.1)\n";

fn prints(program: &str, expected: &str) {
    for fuel in [100, 1 << 20] {
        let (printed, _) = run(&format!("{CONTEXT}{program}"), fuel);
        assert_eq!(printed, expected, "{program}");
    }
}

#[test]
fn a_batch_sets_what_the_program_waits_for() {
    prints(
        r#"
stopping, total = threading.Event(), [0]
def process(time, batch):
    if total[0] >= 4:
        return
    total[0] += batch.count()
    print("total", total[0])
    if total[0] >= 4:
        stopping.set()
ssc.queueStream([[1, 2], [3, 4], [5, 6]]).foreachRDD(process)
ssc.start()
print("waits")
stopping.wait()
ssc.stop(False, True)
print("stopped at", total[0])
"#,
        "waits\ntotal 2\ntotal 4\nstopped at 4\n",
    );
}

#[test]
fn a_thread_or_a_timer_stops_the_context() {
    let seen = "seen = []\nssc.queueStream([[1], [2], [3]]).foreachRDD(lambda rdd: seen.extend(rdd.collect()))\n";
    let end = "ssc.awaitTermination()\nprint(seen, round(time.time() - START, 1))\n";
    for stopper in [
        "def stop():\n    time.sleep(5.5)\n    ssc.stop()\nSTART = time.time()\n\
         threading.Thread(target=stop).start()\nssc.start()\n",
        "ssc.start()\nSTART = time.time()\nthreading.Timer(5.5, lambda: ssc.stop()).start()\n",
    ] {
        prints(&format!("{seen}{stopper}{end}"), "[1, 2, 3] 5.5\n");
    }
}

#[test]
fn a_feeder_fills_the_queue_while_batches_run() {
    prints(
        r#"
queue = []
def feed():
    for n in range(4):
        queue.append(sc.parallelize([n]))
        time.sleep(0.4)
threading.Thread(target=feed, daemon=True).start()
time.sleep(0.1)
ssc.queueStream(queue).foreachRDD(lambda rdd: print(rdd.collect()))
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop()
"#,
        // As in Spark, the list is read once.
        "[0]\n[]\n[]\n[]\n",
    );
}

#[test]
fn a_feeder_that_never_waits_starves_no_batch() {
    let (printed, _) = run(
        &format!(
            "{SHORT_BATCHES}
made = 0
def feed():
    global made
    while True:
        made += 1
threading.Thread(target=feed, daemon=True).start()
ssc.queueStream([[1], [2]]).foreachRDD(lambda rdd: print(rdd.collect(), made > 0))
ssc.start()
ssc.awaitTerminationOrTimeout(0.2)
ssc.stop()
print('end')
"
        ),
        1 << 20,
    );
    assert_eq!(printed, "[1] True\n[2] True\nend\n");
}

#[test]
fn a_program_that_only_looks_lets_batches_run() {
    let (printed, _) = run(
        &format!(
            "{SHORT_BATCHES}
seen = []
ssc.queueStream([[1], [2]]).foreachRDD(lambda rdd: seen.extend(rdd.collect()))
ssc.start()
while len(seen) < 2: pass
print(seen)
"
        ),
        1 << 20,
    );
    assert_eq!(printed, "[1, 2]\n");
}

#[test]
fn batches_run_while_a_thread_outlives_the_programs_text() {
    prints(
        r#"
ssc.queueStream([[1], [2]]).foreachRDD(lambda rdd: print(rdd.collect()))
ssc.start()
def late():
    time.sleep(2.5)
    print("late")
def forever():
    while True:
        time.sleep(1)
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=late).start()
print("text ends")
"#,
        "text ends\n[1]\n[2]\nlate\n",
    );
}

#[test]
fn a_batch_waits_for_a_lock_of_a_thread() {
    prints(
        r#"
lock, told = threading.Lock(), []
def hold():
    with lock:
        time.sleep(2.5)
        told.append("held")
threading.Thread(target=hold).start()
def process(rdd):
    with lock:
        print(told, rdd.collect())
ssc.queueStream([[1], [2]]).foreachRDD(process)
ssc.start()
time.sleep(3)
"#,
        "['held'] [1]\n['held'] [2]\n['held'] []\n",
    );
}

#[test]
fn time_moves_with_and_without_a_context() {
    let (printed, _) = run(
        "
def slept(seconds):
    start = time.time(), time.monotonic()
    time.sleep(seconds)
    return time.time() - start[0], time.monotonic() - start[1]
print(slept(10**9))
sc = SparkContext('local[4]', 'clock')
print(slept(2))
ssc = StreamingContext(sc, 1)
print(slept(2))
ssc.queueStream([[1]]).foreachRDD(lambda rdd: print('in a batch', slept(3)))
ssc.start()
print(slept(1.5))
ssc.stop(False)
print(slept(2))
def task(items):
    end = time.time() + 2
    rounds = 0
    while time.time() < end:
        rounds += 1
        time.sleep(0.5)
    yield rounds
print(sc.parallelize([1, 2], 2).mapPartitions(task).collect())
",
        1 << 20,
    );
    let expected = "(1000000000.0, 1000000000.0)\n(2.0, 2.0)\n(2.0, 2.0)\nin a batch (3.0, 3.0)\n\
                    (1.5, 1.5)\n(2.0, 2.0)\n[4, 4]\n";
    assert_eq!(printed, expected);
}

#[test]
fn threads_run_in_tasks() {
    let (printed, _) = run(
        "
from concurrent.futures import ThreadPoolExecutor
def square(x):
    time.sleep((3 - x) / 10)
    return x * x
def task(items):
    with ThreadPoolExecutor(4) as pool:
        yield from pool.map(square, items)
print(SparkContext('local[2]', 'tasks').parallelize(range(4), 2).mapPartitions(task).collect())
",
        1 << 20,
    );
    assert_eq!(printed, "[0, 1, 4, 9]\n");
}

#[test]
fn a_deadlock_is_told() {
    let told = "RuntimeError: deadlock: every thread waits, and nothing is left that could wake one of them\n";
    let (printed, exit_code) = run(
        "lock = threading.Lock()\nlock.acquire()\nlock.acquire()\n",
        100,
    );
    assert!(printed.ends_with(told), "{printed}");
    assert_eq!(exit_code, 1);
    let threads = "
a, b = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        time.sleep(1)
        with second: pass
threading.Thread(target=take, args=(a, b)).start()
threading.Thread(target=take, args=(b, a)).start()
print('text ends')
";
    let (printed, exit_code) = run(threads, 100);
    assert_eq!(printed, format!("text ends\n{told}"));
    assert_eq!(exit_code, 1);
}

#[test]
fn a_failing_thread_is_told_and_the_program_goes_on() {
    let program = "
def fail():
    raise ValueError('no')
thread = threading.Thread(target=fail, name='feeder')
thread.start()
thread.join()
print('on')
";
    let (printed, exit_code) = run(program, 100);
    let expected = "Exception in thread feeder:\nTraceback (most recent call last):\n  \
                    File \"program.py\", line 6, in fail\n    raise ValueError('no')\n\
                    ValueError: no\non\n";
    assert_eq!((printed.as_str(), exit_code), (expected, 0));
}
