//! What a form adds works as it is added: every method of the catalogue, in a program that is run.

use brooklet_compose::{edit, operators};
use brooklet_protocol::{CallRole, EngineProgress, ProgramEdit, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

/// Two inputs of pairs: every operator can read them.
const PROGRAM: &str = r#"
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Composed")
ssc = StreamingContext(sc, 2)
some = ssc.queueStream([[("x", 1), ("y", 2)], [("x", 3)], []])
more = ssc.queueStream([[("x", 10)], [("y", 30)]])
more.pprint()
ssc.start()
sleep(8)
ssc.stop()
"#;

/// Makes an edit of a text in ASCII.
fn edited(text: &str, asked: &ProgramEdit) -> String {
    let changes = edit(text, asked).unwrap_or_else(|refusal| panic!("{asked:?}: {refusal}"));
    let mut text = text.to_string();
    for change in changes.iter().rev() {
        text.replace_range(change.from as usize..change.to as usize, &change.insert);
    }
    text
}

/// Runs a program to its end; nothing in it fails.
fn run(program: &str) {
    let mut driver = Driver::new(program, "program.py", DriverOptions::default()).unwrap();
    let mut batches = 0;
    loop {
        let progress = driver.poll(u64::MAX);
        if let EngineProgress::Waiting { .. } = progress {
            driver.tick();
        }
        for event in driver.take_events() {
            if let RunEvent::Batch { report } = event {
                batches += 1;
                let outputs = report.outputs.iter();
                let mut failures = outputs.filter_map(|output| output.failure.as_ref());
                let failure = report.failure.as_ref().or_else(|| failures.next());
                assert_eq!(failure, None, "\n{program}");
            }
        }
        if let EngineProgress::Ended { exit_code } = progress {
            assert_eq!(exit_code, 0, "\n{program}");
            assert!(batches >= 4, "{batches} batches of\n{program}");
            return;
        }
    }
}

#[test]
fn operators_and_outputs_run_as_they_are_added() {
    run(PROGRAM);
    let added = operators()
        .into_iter()
        .filter(|method| method.role != CallRole::Input);
    for method in added {
        let asked = ProgramEdit::AddCall {
            after: 1,
            before: None,
            method: method.method,
        };
        run(&edited(PROGRAM, &asked));
    }
}

#[test]
fn first_programs_run_as_they_are_written() {
    // A page cannot open sockets.
    let inputs = operators()
        .into_iter()
        .filter(|method| method.role == CallRole::Input && method.method != "socketTextStream");
    for method in inputs {
        let asked = ProgramEdit::AddInput {
            method: method.method,
        };
        let first = edited("", &asked);
        run(&first);
        // And an input more.
        run(&edited(&first, &asked));
    }
}
