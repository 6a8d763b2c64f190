//! Feeds the compiler, the form's edits, pickling and regular expressions with inputs that nobody
//! wrote, on stable Rust. Run as `npm run fuzz`, or
//! `cargo run --bin brooklet-fuzz -- TARGET SECONDS SEED`, or `… -- replay FILE`.
//!
//! An input is a program's text, changed at random places. The same seed gives the same inputs. A
//! panic, a hang or a round trip that does not come back ends the run with exit code 1, and its
//! input is written to `target/fuzz/TARGET-….txt`.

mod corpus;
mod generator;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use generator::Generator;
use targets::Target;

/// How long one input may take; longer is a hang. Machines that test are slow and shared.
const PATIENCE: Duration = Duration::from_secs(30);

/// As much as the driver has; deep texts need it.
const STACK: usize = 256 << 20;

const USAGE: &str = "usage: brooklet-fuzz compile|edit|pickle|regex|all [SECONDS] [SEED]
       brooklet-fuzz replay FILE";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<bool> {
    let target = arguments.first().map_or("all", String::as_str);
    if target == "replay" {
        let path = Path::new(arguments.get(1).context("which file?")?);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let target = name.split('-').next().and_then(Target::named);
        let target = target.context("the file's name does not begin with a target")?;
        return Ok(passes(target, std::fs::read_to_string(path)?).is_ok());
    }
    let seconds = number(arguments.get(1), 60)?;
    let seed = number(arguments.get(2), 1)?;
    let chosen = match Target::named(target) {
        Some(target) => vec![target],
        None if target == "all" => Target::ALL.to_vec(),
        None => bail!("no target {target}"),
    };
    let mut all_pass = true;
    for target in chosen {
        all_pass &= fuzz(target, Duration::from_secs(seconds), seed)?;
    }
    Ok(all_pass)
}

fn number(argument: Option<&String>, default: u64) -> Result<u64> {
    argument.map_or(Ok(default), |text| {
        text.parse().with_context(|| format!("no number: {text}"))
    })
}

/// Tries inputs until the time is over or one fails.
fn fuzz(target: Target, time: Duration, seed: u64) -> Result<bool> {
    let corpus = corpus::texts(target)?;
    let mut generator = Generator::new(seed);
    let started = Instant::now();
    let mut count = 0_u64;
    while started.elapsed() < time {
        let input = generator.input(&corpus);
        if let Err(reason) = passes(target, input.clone()) {
            let path = keep(target, seed, count, &input)?;
            eprintln!("{}: {reason}", target.name());
            eprintln!("replay it: npm run fuzz -- replay {}", path.display());
            return Ok(false);
        }
        count += 1;
    }
    println!("{}: {count} inputs, seed {seed}", target.name());
    Ok(true)
}

fn keep(target: Target, seed: u64, count: u64, input: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}-{seed}-{count}.txt", target.name()));
    std::fs::write(&path, input)?;
    Ok(path)
}

/// Runs a target on a thread of its own, so that a hang is seen. Says why an input fails.
fn passes(target: Target, input: String) -> std::result::Result<(), String> {
    let (sender, receiver) = channel();
    let started = thread::Builder::new().stack_size(STACK).spawn(move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| target.run(&input)));
        let _ = sender.send(outcome.unwrap_or_else(|_| Err("it panicked".to_owned())));
    });
    started.map_err(|error| error.to_string())?;
    match receiver.recv_timeout(PATIENCE) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => {
            Err(format!("it runs longer than {} s", PATIENCE.as_secs()))
        }
        Err(RecvTimeoutError::Disconnected) => Err("it ended without an answer".to_owned()),
    }
}
