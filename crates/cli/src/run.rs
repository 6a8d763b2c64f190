//! Running a program in the terminal.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::OnceLock;
use std::time::Instant;
use std::{fs, thread};

use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{Diagnostic, EngineProgress, Feed, RunEvent, TextStream};
use brooklet_pyspark::{Driver, DriverOptions};

use crate::live;
use crate::options::RunOptions;
use crate::program_text;
use crate::real_folder::RealFolder;

/// How many calls and jumps back are made before output is shown.
const POLL_FUEL: u64 = 1 << 20;

/// The stack of the driver and of each task: deep recursion is Python's to refuse, not ours.
const STACK_BYTES: usize = 256 << 20;

/// Runs a program; gives its exit code.
pub(crate) fn run(options: RunOptions) -> ExitCode {
    let source = match program_text::read(&options.program) {
        Ok(source) => source,
        Err(reason) => return program_text::refuse(&options.program, &reason),
    };
    let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK_BYTES);
    if let Err(error) = pool.build_global() {
        eprintln!("brooklet: {error}");
        return ExitCode::FAILURE;
    }
    let driver = thread::Builder::new().stack_size(STACK_BYTES);
    match driver.spawn(move || drive(&source, options)) {
        Ok(driver) => driver.join().unwrap_or(ExitCode::FAILURE),
        Err(error) => {
            eprintln!("brooklet: {error}");
            ExitCode::FAILURE
        }
    }
}

fn drive(source: &str, options: RunOptions) -> ExitCode {
    let file_name = options.program.display().to_string();
    let feeds = match feeds_of(&options) {
        Ok(feeds) => feeds,
        Err(error) => {
            eprintln!("brooklet: {error}");
            return ExitCode::from(2);
        }
    };
    let is_live = options.is_live;
    let broker = options.broker;
    let program_folder = folder_of(&options.program);
    let folder = options.folder.unwrap_or_else(|| program_folder.clone());
    let program_folder = fs::canonicalize(&program_folder).unwrap_or(program_folder);
    let driver_options = DriverOptions {
        program_folder: program_folder.to_string_lossy().into_owned(),
        master: options.master,
        files: Arc::new(MemoryFiles::over(Arc::new(RealFolder::new(folder)))),
        feeds,
        live: is_live.then(|| live::world(broker)),
        arguments: options.arguments,
        time_format: options.time_format,
        await_limit_ms: options.await_limit_ms,
        wall_clock_ms,
        ..DriverOptions::default()
    };
    let mut driver = match Driver::new(source, &file_name, driver_options) {
        Ok(driver) => driver,
        Err(diagnostics) => {
            for diagnostic in &brooklet_compose::explain_errors(source, diagnostics) {
                show_diagnostic(source, &file_name, diagnostic);
            }
            return ExitCode::FAILURE;
        }
    };
    loop {
        let progress = driver.poll(POLL_FUEL);
        if let (true, EngineProgress::Waiting { next_ms, .. }) = (is_live, progress) {
            live::sleep_until(next_ms);
        }
        let is_quiet = matches!(progress, EngineProgress::Waiting { is_quiet: true, .. });
        if !is_quiet && matches!(progress, EngineProgress::Waiting { .. }) {
            driver.tick();
        }
        if show(driver.take_events()).is_err() {
            return ExitCode::FAILURE;
        }
        if is_quiet {
            wait_for_the_end();
        }
        if let EngineProgress::Ended { exit_code } = progress {
            return ExitCode::from(exit_code as u8);
        }
    }
}

/// The feeds that the options name.
fn feeds_of(options: &RunOptions) -> Result<Vec<Feed>, String> {
    let mut feeds: Vec<Feed> = match &options.feeds_file {
        Some(file) => fs::read(file)
            .map_err(|error| error.to_string())
            .and_then(|text| serde_json::from_slice(&text).map_err(|error| error.to_string()))
            .map_err(|error| format!("{}: {error}", file.display()))?,
        None => Vec::new(),
    };
    for feed in &options.feeds {
        feeds.push(feed.read(options.lines_a_batch)?);
    }
    Ok(feeds)
}

/// Waits until somebody interrupts: nothing will arrive any more.
fn wait_for_the_end() -> ! {
    eprintln!(
        "brooklet: nothing is left to arrive, and the program waits. Interrupt it, or set a limit with \
         --await."
    );
    loop {
        thread::park();
    }
}

fn folder_of(program: &Path) -> PathBuf {
    match program.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => PathBuf::from("."),
    }
}

fn wall_clock_ms() -> f64 {
    static BEGINNING: OnceLock<Instant> = OnceLock::new();
    BEGINNING.get_or_init(Instant::now).elapsed().as_secs_f64() * 1000.0
}

/// Erases the line before the cursor of a terminal.
const CLEARED: &[u8] = b"\x1b[2K\r";

fn show(events: Vec<RunEvent>) -> io::Result<()> {
    let (mut out, mut error) = (io::stdout().lock(), io::stderr().lock());
    for event in events {
        match event {
            RunEvent::Text { stream, text, .. } => match stream {
                TextStream::Stdout => out.write_all(text.as_bytes())?,
                TextStream::Stderr => {
                    out.flush()?;
                    error.write_all(text.as_bytes())?;
                }
            },
            RunEvent::NoCoreLeft { advice, .. } => {
                out.flush()?;
                let hint = advice.hint.unwrap_or_default();
                writeln!(error, "brooklet: {} {hint}", advice.message)?;
            }
            // What IPython prints where there is no notebook.
            RunEvent::Cleared { .. } => {
                out.write_all(CLEARED)?;
                out.flush()?;
                error.write_all(CLEARED)?;
            }
            RunEvent::Figure { .. }
            | RunEvent::Arrived { .. }
            | RunEvent::FeedMissing { .. }
            | RunEvent::Advice { .. }
            | RunEvent::Graph { .. }
            | RunEvent::Batch { .. }
            | RunEvent::State { .. }
            | RunEvent::Ended { .. } => {}
        }
    }
    out.flush()
}

/// How many bytes of a line come before a column of UTF-16.
fn bytes_before(line: &str, column: u32) -> usize {
    let mut left = column as usize;
    line.chars()
        .take_while(|char| {
            let reached = left > 0;
            left = left.saturating_sub(char.len_utf16());
            reached
        })
        .map(char::len_utf8)
        .sum()
}

/// As Python shows a syntax error.
fn show_diagnostic(source: &str, file_name: &str, diagnostic: &Diagnostic) {
    if let Some(place) = &diagnostic.place {
        let line = source
            .lines()
            .nth(place.line as usize - 1)
            .unwrap_or_default();
        let shown = line.trim_start();
        // For a program in a file CPython counts the bytes of UTF-8.
        let indent = line.len() - shown.len();
        let start = bytes_before(line, place.column);
        let width = match place.end_line == place.line {
            true => bytes_before(line, place.end_column).saturating_sub(start),
            false => 1,
        };
        eprintln!("  File \"{file_name}\", line {}", place.line);
        eprintln!("    {}", shown.trim_end());
        // Where the place lies left of the text, CPython points at nothing.
        if !diagnostic.message.ends_with("unexpected indent") {
            let before = " ".repeat(start.saturating_sub(indent));
            eprintln!("    {before}{}", "^".repeat(width.max(1)));
        }
    }
    eprintln!("{}", diagnostic.message);
    if let Some(hint) = &diagnostic.hint {
        eprintln!("{hint}");
    }
    if diagnostic.fix.is_some() {
        eprintln!("`brooklet convert {file_name}` prints it in Python 3.");
    }
}
