//! `sc`, `spark` and `sqlContext`, made for programs that use them and make none.

use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

/// What a program prints, and the line that the advice about made names points to.
fn run(program: &str) -> (String, Option<u32>) {
    let mut driver = Driver::new(program, "program.py", DriverOptions::default()).unwrap();
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let (mut printed, mut line) = (String::new(), None);
    for event in driver.take_events() {
        match event {
            RunEvent::Text { text, .. } => printed += &text,
            RunEvent::Advice { advice } if advice.message.contains("makes none") => {
                line = advice.place.map(|place| place.line);
            }
            _ => {}
        }
    }
    (printed, line)
}

#[test]
fn they_are_as_in_the_shell() {
    let (printed, line) = run("from pyspark.streaming import StreamingContext\n\
         ssc = StreamingContext(sc, 1)\n\
         print(sc.appName, ssc.sparkContext is sc)\n");
    assert_eq!(printed, "PySparkShell True\n");
    assert_eq!(line, Some(2));
    let (printed, line) = run("def f():\n    return spark.sparkContext is sc\n\
         print(f(), sqlContext.sparkSession is spark, sqlCtx is sqlContext)\n");
    assert_eq!(printed, "True True True\n");
    assert_eq!(line, Some(2));
}

#[test]
fn a_name_that_the_program_binds_is_its_own() {
    for program in [
        "try:\n    sc\nexcept NameError:\n    print('none')\nsc = 1\n",
        "def f():\n    global sc\n    sc = 2\ntry:\n    print(sc)\nexcept NameError:\n    print('none')\n",
    ] {
        assert_eq!(run(program), ("none\n".to_owned(), None), "{program}");
    }
    let (printed, line) = run("from pyspark import SparkContext as Context\n\
         with Context('local[2]', 'own') as sc:\n    print(sc.appName)\n");
    assert_eq!((printed.as_str(), line), ("own\n", None));
}

#[test]
fn a_session_of_the_program_is_the_one_that_was_made() {
    let (printed, _) = run("from pyspark.sql import SparkSession\n\
         print(SparkSession.builder.appName('mine').getOrCreate().sparkContext is sc)\n");
    assert_eq!(printed, "True\n");
}
