//! Makes what follows from the Rust side: the engine's wasm files, the TypeScript types of the
//! protocol, what the editor knows of `pyspark`, and the reference page. Run as
//! `cargo run --bin xtask -- COMMAND`; it knows nothing of values, machines or engines.

mod editor_api;
mod reference;
mod types;
mod wasm;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

const USAGE: &str = "usage: cargo run --bin xtask -- wasm single|threads
       cargo run --bin xtask -- types
       cargo run --bin xtask -- reference [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done: Result<()> = match arguments.as_slice() {
        ["wasm", "single"] => wasm::build(&root, wasm::Body::Single),
        ["wasm", "threads"] => wasm::build(&root, wasm::Body::Threads),
        ["types"] => types::write(&root.join("web/src/generated")),
        ["reference"] => reference::write(&root),
        ["reference", "--check"] => reference::check(&root),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
