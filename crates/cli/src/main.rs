//! The command line: `brooklet run program.py` runs a PySpark streaming program and prints what
//! Spark prints.
//!
//! This crate reads arguments and real files and prints events. It must not decide anything that a
//! result depends on.

mod bridge;
mod feed_lines;
mod feed_option;
mod kafka;
mod live;
mod options;
mod program_text;
mod real_folder;
mod run;

use std::process::ExitCode;

use options::{Request, USAGE};

fn main() -> ExitCode {
    match options::parse(lexopt::Parser::from_env()) {
        Ok(Request::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Request::BridgeHelp) => {
            println!("{}", bridge::USAGE);
            ExitCode::SUCCESS
        }
        Ok(Request::Bridge(options)) => bridge::run(options),
        Ok(Request::Convert(program)) => program_text::convert(&program),
        Ok(Request::Run(options)) => run::run(options),
        Err(error) => {
            eprintln!("brooklet: {error}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}
