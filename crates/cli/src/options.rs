//! The arguments of the command line.

use std::path::PathBuf;

use brooklet_pyspark::{Master, TimeFormat};
use lexopt::prelude::*;

use crate::bridge::{self, BridgeOptions};
use crate::feed_option::FeedOption;

pub(crate) const USAGE: &str = "\
Usage: brooklet run PROGRAM [ARGUMENT...] [options]
       brooklet convert PROGRAM
       brooklet bridge --help

run     runs a PySpark streaming program on a virtual clock and prints what Spark prints
convert prints a Jupyter notebook, or a program of Python 2, as a program of Python 3
bridge  gives a page TCP servers and Kafka topics that it cannot reach itself

PROGRAM is a .py file or a notebook (.ipynb).

Options:
  --master MASTER        local, local[N] or local[*] for programs that set no master
                         (default: local[4])
  --time-format FORMAT   how Time: lines show batch times: clock (2024-01-01 00:00:01)
                         or batch (<batch 1>) (default: clock)
  --await SECONDS        how long awaitTermination() without a timeout runs
                         (default: until interrupted)
  --feed ADDRESS=FILE    what the world sends to the program, see below; may be repeated
  --feeds FILE           all feeds, as the page keeps them: a list in JSON
  --live                 run by the system's clock and open real connections to all addresses
                         that no feed has, until interrupted or --await is over
  --broker HOST:PORT     with --live: the Kafka broker of programs that name only a ZooKeeper
                         (createStream); others name theirs, as metadata.broker.list
  --lines-per-batch N    how many plain lines of a feed come for each batch (default: 1)
  --cwd DIR              where relative files are read (default: the program's folder)
  -h, --help             show this

The program finds its arguments in sys.argv. Behind -- all that comes is one, however it begins:
brooklet run program.py localhost 9999 -- --rate 5

A feed is what a server sends (--feed localhost:9999=lines.txt, for socketTextStream), the records of
a Kafka topic (--feed topic:words=words.txt) or the files that appear in a folder (--feed
folder:inbox=real-folder, or a file). Its file has one of three forms:
  plain lines       line n comes for batch n (see --lines-per-batch), 400 ms before it
  lines with times  milliseconds after the clock began, a tab, the line
  JSON lines        {\"ms\": 1500, \"line\": \"hello\"} or {\"batch\": 2, \"line\": ...}; for bytes without a
                    line end \"data\" instead of \"line\"; \"closes\": true ends the connection; a topic's
                    records have \"key\", \"value\", \"partition\"; a folder's files have \"name\"
A real folder's files come one a batch, in the order of their names. When no feed has anything left,
awaitTermination() waits quietly; --await ends it.

Files that the program writes stay in memory. The exit code is the program's: 0, 1 after an
exception, or what it calls exit with; 2 for wrong options.";

/// What is asked for.
pub(crate) enum Request {
    /// To show how to use the command.
    Help,
    /// To show how to use the bridge.
    BridgeHelp,
    /// To serve pages.
    Bridge(BridgeOptions),
    /// To print a program in Python 3.
    Convert(PathBuf),
    /// To run a program.
    Run(RunOptions),
}

/// How to run a program.
#[derive(Debug, PartialEq)]
pub(crate) struct RunOptions {
    /// The program's file.
    pub(crate) program: PathBuf,
    /// What it finds in `sys.argv` behind that.
    pub(crate) arguments: Vec<String>,
    /// The master of programs that set none.
    pub(crate) master: Master,
    /// How `Time:` lines show batch times.
    pub(crate) time_format: TimeFormat,
    /// How long `awaitTermination()` without a timeout runs, in milliseconds.
    pub(crate) await_limit_ms: Option<i64>,
    /// What the world sends to the program.
    pub(crate) feeds: Vec<FeedOption>,
    /// Whether the world is as it is: the system's clock, real connections.
    pub(crate) is_live: bool,
    /// The Kafka broker of programs that name none.
    pub(crate) broker: Option<String>,
    /// A file with all feeds.
    pub(crate) feeds_file: Option<PathBuf>,
    /// How many plain lines of a feed come for each batch.
    pub(crate) lines_a_batch: u32,
    /// Where relative files are read.
    pub(crate) folder: Option<PathBuf>,
}

/// Reads the arguments.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Request, lexopt::Error> {
    let mut command = None;
    let mut program = None;
    let mut options = RunOptions {
        program: PathBuf::new(),
        arguments: Vec::new(),
        master: Master::default(),
        time_format: TimeFormat::default(),
        await_limit_ms: None,
        feeds: Vec::new(),
        is_live: false,
        broker: None,
        feeds_file: None,
        lines_a_batch: 1,
        folder: None,
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Long("master") => options.master = arguments.value()?.parse()?,
            Long("time-format") => {
                options.time_format = arguments.value()?.parse_with(|text| match text {
                    "clock" => Ok(TimeFormat::Clock),
                    "batch" => Ok(TimeFormat::Batch),
                    _ => Err("it is clock or batch"),
                })?;
            }
            Long("await") => {
                let limit = arguments
                    .value()?
                    .parse_with(|text| match text.parse::<f64>() {
                        Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => Ok(seconds),
                        _ => Err("it is a number of seconds"),
                    })?;
                options.await_limit_ms = Some((limit * 1000.0) as i64);
            }
            Long("feed") => options.feeds.push(arguments.value()?.parse()?),
            Long("live") => options.is_live = true,
            Long("broker") => options.broker = Some(arguments.value()?.string()?),
            Long("feeds") => options.feeds_file = Some(arguments.value()?.into()),
            Long("lines-per-batch") => {
                options.lines_a_batch =
                    arguments.value()?.parse_with(|text| match text.parse() {
                        Ok(number) if number > 0 => Ok(number),
                        _ => Err("it is a number from 1"),
                    })?;
            }
            Long("cwd") => options.folder = Some(arguments.value()?.into()),
            Value(value) if command.is_none() && value == "bridge" => {
                let options = bridge::parse(&mut arguments)?;
                return Ok(options.map_or(Request::BridgeHelp, Request::Bridge));
            }
            Value(value) if command.is_none() => command = Some(value.string()?),
            Value(value) if program.is_none() => program = Some(PathBuf::from(value)),
            Value(value) => options.arguments.push(value.string()?),
            other if program.is_some() => {
                let message = format!(
                    "{} (one of the program's? Write -- before it)",
                    other.unexpected()
                );
                return Err(message.into());
            }
            other => return Err(other.unexpected()),
        }
    }
    match (command.as_deref(), program) {
        (Some("run"), Some(program)) => Ok(Request::Run(RunOptions { program, ..options })),
        (Some("convert"), Some(program)) => Ok(Request::Convert(program)),
        (Some("run" | "convert"), None) => Err("which program?".into()),
        (Some(other), _) => Err(format!("unknown command '{other}'").into()),
        (None, _) => Err("a command is needed".into()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn run(arguments: &[&str]) -> Result<RunOptions, String> {
        match parse(lexopt::Parser::from_args(arguments)) {
            Ok(Request::Run(options)) => Ok(options),
            Ok(Request::Help) => Err("help".to_owned()),
            Ok(Request::Convert(_)) => Err("convert".to_owned()),
            Ok(Request::BridgeHelp | Request::Bridge(_)) => Err("bridge".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn reads_all_options() {
        let options = run(&[
            "run",
            "a.py",
            "--master",
            "local[2]",
            "--time-format=batch",
            "--await",
            "2.5",
            "--cwd",
            "data",
        ])
        .unwrap();
        assert_eq!(options.program, PathBuf::from("a.py"));
        assert_eq!(options.master.parallelism, 2);
        assert_eq!(options.time_format, TimeFormat::Batch);
        assert_eq!(options.await_limit_ms, Some(2500));
        assert_eq!(options.folder, Some(PathBuf::from("data")));
    }

    #[test]
    fn a_program_can_be_converted() {
        let asked = parse(lexopt::Parser::from_args(["convert", "a.ipynb"]));
        assert!(matches!(asked, Ok(Request::Convert(path)) if path == Path::new("a.ipynb")));
    }

    #[test]
    fn values_behind_the_program_are_its_arguments() {
        let options = run(&["run", "a.py", "localhost", "--await", "1", "9999"]).unwrap();
        assert_eq!(options.arguments, ["localhost", "9999"]);
        assert_eq!(options.await_limit_ms, Some(1000));
        let options = run(&["run", "a.py", "in", "--", "--speed", "-1"]).unwrap();
        assert_eq!(options.arguments, ["in", "--speed", "-1"]);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for arguments in [
            &["run"][..],
            &["walk", "a.py"],
            &["run", "a.py", "--master", "yarn"],
            &["run", "a.py", "--time-format", "iso"],
            &["run", "a.py", "--await", "soon"],
            &["run", "a.py", "--speed", "2"],
            &[],
        ] {
            assert!(run(arguments).is_err(), "{arguments:?}");
        }
        assert_eq!(run(&["--help"]), Err("help".to_owned()));
        assert_eq!(run(&["bridge", "--help"]), Err("bridge".to_owned()));
    }
}
