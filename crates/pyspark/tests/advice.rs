//! Advice on programs that run, but perhaps not as they are meant.

use std::sync::Arc;

use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{BEGINNING_MS, Driver, DriverOptions};

/// The lines of the program about which advice was given, with a word of it each.
fn advice(body: &str) -> Vec<(Option<u32>, String)> {
    let files = Arc::new(MemoryFiles::new());
    files.put("in/early.txt", *b"", BEGINNING_MS - 5000);
    let program = format!(
        "from pyspark import SparkContext\n\
         from pyspark.streaming import StreamingContext\n\
         from time import sleep\n\
         ssc = StreamingContext(SparkContext('local[2]', 'advice'), 1)\n\
         ssc.checkpoint('checkpoint')\n\
         pairs = ssc.queueStream([[(n, 1)] for n in range(30)])\n\
         {body}\n\
         ssc.start()\n\
         sleep(25)\n\
         ssc.stop()\n"
    );
    let options = DriverOptions {
        files,
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(&program, "program.py", options).expect("it compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let events = driver.take_events();
    let advice = events.into_iter().filter_map(|event| match event {
        RunEvent::Advice { advice } => Some((
            advice.place.map(|place| place.line),
            advice
                .message
                .split(' ')
                .take(4)
                .collect::<Vec<_>>()
                .join(" "),
        )),
        _ => None,
    });
    advice.collect()
}

fn said(line: u32, begins: &str) -> Vec<(Option<u32>, String)> {
    vec![(Some(line), begins.to_owned())]
}

#[test]
fn an_inverse_function_over_a_short_window() {
    let short = advice("pairs.reduceByKeyAndWindow(max, min, 4, 1).pprint()");
    assert_eq!(short, said(7, "The inverse function is"));
    let none = advice("pairs.reduceByKeyAndWindow(max, None, 4, 1).pprint()");
    assert_eq!(none, []);
}

#[test]
fn keys_that_stay_in_a_long_window() {
    let long = "pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1";
    assert_eq!(
        advice(&format!("{long}).pprint()")),
        said(7, "Keys that have left")
    );
    let filtered = advice(&format!(
        "{long}, filterFunc=lambda pair: pair[1]).pprint()"
    ));
    assert_eq!(filtered, []);
}

#[test]
fn state_that_only_grows() {
    let grows = advice("pairs.updateStateByKey(lambda new, old: 1).pprint()");
    assert_eq!(grows, said(7, "Every key stays in"));
    let shrinks = advice("pairs.updateStateByKey(lambda new, old: 1 if new else None).pprint()");
    assert_eq!(shrinks, []);
}

#[test]
fn a_failure_that_nobody_hears_of() {
    let failing = advice("pairs.map(lambda pair: 1 // (pair[0] - 3)).pprint()");
    assert_eq!(failing, said(9, "A batch failed and"));
}

#[test]
fn folders_and_files() {
    let saved = advice("pairs.saveAsTextFiles('out')");
    assert_eq!(saved, said(7, "Every batch writes a"));
    let ignored = advice("ssc.textFileStream('in').pprint()");
    assert_eq!(ignored, said(7, "A file in the"));
}

#[test]
fn models_that_explode_and_predictions_that_lag() {
    let told = advice(
        "from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD\n\
         model = StreamingLinearRegressionWithSGD(stepSize=10.0).setInitialWeights([0.0])\n\
         points = pairs.map(lambda pair: LabeledPoint(pair[0], [100.0 * pair[0]]))\n\
         model.predictOnValues(points.map(lambda p: (p.label, p.features))).pprint()\n\
         model.trainOn(points)",
    );
    let expected = [
        (Some(10), "Predictions use the model".to_owned()),
        (Some(11), "The weights explode: the".to_owned()),
    ];
    assert_eq!(told, expected);
}
