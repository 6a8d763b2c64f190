//! Inspecting streams: it shows what they held, and never changes what a program prints.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use brooklet_engine::dstream::START_MS;
use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{
    BatchReport, EngineProgress, RecordColumn, RecordSelection, RunEvent, StreamInspection,
    TextStream,
};
use brooklet_pyspark::{Driver, DriverOptions};

/// A program that goes on until it waits for ever is cut off after so much virtual time.
const AWAIT_LIMIT_MS: i64 = 10_000;

/// What a run printed, and what was seen in it.
#[derive(Default)]
struct Run {
    printed: Vec<(TextStream, String)>,
    streams: u32,
    /// The stream of each output.
    put_out: Vec<u32>,
    batches: Vec<BatchReport>,
    inspections: usize,
}

impl Run {
    fn take_events(&mut self, driver: &mut Driver) -> bool {
        let mut batch_done = false;
        for event in driver.take_events() {
            match event {
                RunEvent::Text { stream, text, .. } => self.printed.push((stream, text)),
                RunEvent::Graph { streams, outputs } => {
                    self.streams = streams.len() as u32;
                    self.put_out = outputs.iter().map(|output| output.stream).collect();
                }
                RunEvent::Batch { report } => {
                    self.batches.push(report);
                    batch_done = true;
                }
                _ => {}
            }
        }
        batch_done
    }

    /// Inspects every stream at the latest batches, so many of them.
    fn inspect_all(&mut self, driver: &mut Driver, batches: usize) {
        let first = self.batches.len().saturating_sub(batches);
        for report in &self.batches[first..] {
            for stream in 0..self.streams {
                inspect(driver, stream, report.batch_time_ms, 3);
                self.inspections += 1;
            }
        }
    }
}

fn inspect(driver: &mut Driver, stream: u32, time: i64, limit: u64) -> StreamInspection {
    driver.inspect(stream, time, RecordSelection::Partitions { limit })
}

/// Puts what a folder holds under a prefix.
fn put_all(files: &MemoryFiles, folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).expect("the folder of a case") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let name = format!("{prefix}{name}");
        match path.is_dir() {
            true => put_all(files, &path, &format!("{name}/")),
            false => files.put(&name, fs::read(&path).expect("a file"), START_MS),
        }
    }
}

fn driver(folder: &Path) -> Driver {
    let files = MemoryFiles::new();
    put_all(&files, folder, "");
    let program = fs::read_to_string(folder.join("program.py")).expect("a program");
    let options = DriverOptions {
        files: Arc::new(files),
        await_limit_ms: Some(AWAIT_LIMIT_MS),
        ..DriverOptions::default()
    };
    match Driver::new(&program, "program.py", options) {
        Ok(driver) => driver,
        Err(faults) => panic!("{}: {faults:?}", folder.display()),
    }
}

/// Runs a program; with `inspecting`, inspects every stream after every batch, and at every batch at
/// the end.
fn run(folder: &Path, inspecting: bool) -> Run {
    let mut driver = driver(folder);
    let mut run = Run::default();
    loop {
        let progress = driver.poll(u64::MAX);
        if run.take_events(&mut driver) && inspecting {
            run.inspect_all(&mut driver, 2);
            check_latest(&mut driver, &run, folder);
        }
        match progress {
            EngineProgress::Waiting { .. } => driver.tick(),
            EngineProgress::Running => {}
            EngineProgress::Ended { .. } => break,
        }
    }
    if inspecting {
        run.inspect_all(&mut driver, usize::MAX);
    }
    run
}

/// What an inspection of an output's stream shows is what the output printed.
fn check_latest(driver: &mut Driver, run: &Run, folder: &Path) {
    let Some(report) = run.batches.last() else {
        return;
    };
    for output in &report.outputs {
        let Some(records) = &output.records else {
            continue;
        };
        let stream = run.put_out[output.output as usize];
        let inspection = inspect(driver, stream, report.batch_time_ms, u64::MAX);
        // `pprint` computes no more than it shows: what it left out may fail.
        if let Some(why) = inspection.absence {
            assert!(why.starts_with("Its records cannot be computed"), "{why}");
            continue;
        }
        let printed = unordered(&records.columns);
        let mut shown = unordered(&inspection.records.columns);
        for (shown, printed) in shown.iter_mut().zip(&printed) {
            shown.truncate(printed.len());
        }
        assert_eq!(shown, printed, "{}: stream {stream}", folder.display());
    }
}

/// The texts of columns, each with its characters sorted: what `pprint` printed was pickled once
/// more, which may have changed the order in which a set iterates.
fn unordered(columns: &[RecordColumn]) -> Vec<Vec<String>> {
    let sorted = |text: &String| {
        let mut characters: Vec<char> = text.chars().collect();
        characters.sort_unstable();
        characters.into_iter().collect()
    };
    let columns = columns.iter();
    columns
        .map(|column| column.texts.iter().map(sorted).collect())
        .collect()
}

#[test]
fn an_inspection_shows_what_there_was_and_changes_nothing() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut inspections = 0;
    for cases in ["conformance/cases", "spark/cases"] {
        for entry in fs::read_dir(tests.join(cases)).expect("the folder of cases") {
            let folder = entry.expect("a case").path();
            let inspected = run(&folder, true);
            let plain = run(&folder, false);
            assert_eq!(inspected.printed, plain.printed, "{}", folder.display());
            inspections += inspected.inspections;
        }
    }
    assert!(inspections > 1000, "only {inspections} inspections");
}
