//! Which functions of an engine the first programs of a visit run: a copy of the engine that marks
//! each function it enters is run over them, by `scripts/run-first-programs.mjs`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use walrus::Module;
use walrus::ir::{Const, MemArg, Store, StoreKind, Value};

const PAGE: u64 = 65_536;

/// For each function of the engine in `folder`, by its index, whether the first programs enter it.
/// `most_memory` is what its memory may grow to, in bytes.
///
/// # Errors
/// When the engine is no module that can be rewritten, or a program does not run on it.
pub(crate) fn record(
    root: &Path,
    folder: &Path,
    wasm: &[u8],
    most_memory: u64,
) -> Result<Vec<bool>> {
    let (marked, start, count) = mark_functions(wasm)?;
    let path = folder.join("marked.wasm");
    fs::write(&path, marked)?;
    let output = Command::new("node")
        .arg(root.join("scripts/run-first-programs.mjs"))
        .arg(folder)
        .args([start, count as u64, most_memory].map(|number| number.to_string()))
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start node")?;
    fs::remove_file(&path)?;
    ensure!(
        output.status.success() && output.stdout.len() == count,
        "the first programs did not run"
    );
    Ok(output.stdout.iter().map(|mark| *mark == b'1').collect())
}

/// The engine with a store at the head of each function: 1 into its byte of a range that is added
/// to the end of memory. Also where that range starts, and how long it is.
fn mark_functions(wasm: &[u8]) -> Result<(Vec<u8>, u64, usize)> {
    let mut module = Module::from_buffer(wasm)?;
    let memory = module.get_memory_id()?;
    let count = module.funcs.iter().count();
    let reserved = module.memories.get_mut(memory);
    let start = reserved.initial * PAGE;
    reserved.initial += (count as u64).div_ceil(PAGE);
    for (id, function) in module.funcs.iter_local_mut() {
        let at = Value::I32(i32::try_from(start + id.index() as u64)?);
        function
            .builder_mut()
            .func_body()
            .instr_at(0, Const { value: at })
            .instr_at(
                1,
                Const {
                    value: Value::I32(1),
                },
            )
            .instr_at(
                2,
                Store {
                    memory,
                    kind: StoreKind::I32_8 { atomic: false },
                    arg: MemArg {
                        align: 1,
                        offset: 0,
                    },
                },
            );
    }
    Ok((module.emit_wasm(), start, count))
}
