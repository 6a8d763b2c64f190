//! Constants that travel with the file whose functions alone name them.

use std::ops::Range;

use anyhow::{Context, Result};
use walrus::ir::{Const, Instr, InstrSeq, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataId, DataKind, LocalFunction, MemoryId, Module};

use super::homes::PRIMARY;
use super::references::References;

/// What lies between two constants to align the second is written with them.
const MOST_PADDING: u32 = 16;

/// Bytes and where they belong in memory.
pub(super) struct Placed {
    address: u32,
    bytes: Vec<u8>,
}

/// The constants of a file, by the homes of the pieces of memory.
///
/// # Errors
/// When it is unknown where the engine's data goes.
pub(super) fn of(
    whole: &Module,
    references: &References,
    homes: &[usize],
    number: usize,
) -> Result<Vec<Placed>> {
    if number == PRIMARY {
        return Ok(Vec::new());
    }
    let segments = segments(whole)?;
    let mut placed: Vec<Placed> = runs(references, homes, |home| home == number)
        .into_iter()
        .map(|run| Placed {
            address: run.start,
            bytes: vec![0; run.len()],
        })
        .collect();
    for Placed { address, bytes } in &mut placed {
        let end = *address + bytes.len() as u32;
        for (id, start) in &segments {
            let data = &whole.data.get(*id).value;
            let from = (*address).max(*start);
            let to = end.min(start + data.len() as u32);
            if from < to {
                let into = (from - *address) as usize..(to - *address) as usize;
                bytes[into].copy_from_slice(&data[(from - start) as usize..(to - start) as usize]);
            }
        }
    }
    Ok(placed)
}

/// Writes them when a file is loaded. Each thread writes them once more, the same.
pub(super) fn add(module: &mut Module, memory: MemoryId, placed: Vec<Placed>) {
    for Placed { address, bytes } in placed {
        let offset = ConstExpr::Value(Value::I32(address as i32));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
}

/// Puts zeros in the place of what travels with later files.
///
/// # Errors
/// When it is unknown where the engine's data goes.
pub(super) fn clear(module: &mut Module, references: &References, homes: &[usize]) -> Result<()> {
    let segments = segments(module)?;
    for run in runs(references, homes, |home| home != PRIMARY) {
        for (id, start) in &segments {
            let data = &mut module.data.get_mut(*id).value;
            let from = run.start.max(*start);
            let to = run.end.min(start + data.len() as u32);
            if from < to {
                data[(from - start) as usize..(to - start) as usize].fill(0);
            }
        }
    }
    Ok(())
}

/// The addresses of pieces that follow each other.
fn runs(
    references: &References,
    homes: &[usize],
    is_wanted: impl Fn(usize) -> bool,
) -> Vec<Range<u32>> {
    let mut runs: Vec<Range<u32>> = Vec::new();
    let mut follows = false;
    for (piece, home) in references.pieces.iter().zip(homes) {
        let end = piece.address + piece.size;
        if !is_wanted(*home) {
            follows = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if follows && piece.address - run.end <= MOST_PADDING => run.end = end,
            _ => runs.push(piece.address..end),
        }
        follows = true;
    }
    runs
}

/// The segments of an engine, and where in memory they go.
fn segments(module: &Module) -> Result<Vec<(DataId, u32)>> {
    (module.data.iter().map(|data| data.id()))
        .map(|id| Ok((id, address(module, id)?)))
        .collect()
}

/// Where in memory a segment goes.
fn address(module: &Module, id: DataId) -> Result<u32> {
    let destination = match &module.data.get(id).kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } => Some(*offset),
        DataKind::Active { .. } => None,
        DataKind::Passive => module
            .funcs
            .iter_local()
            .find_map(|(_, function)| initialized(function, id)),
    };
    Ok(destination.context("a segment has no known place")? as u32)
}

/// Where a function copies a passive segment to.
fn initialized(function: &LocalFunction, id: DataId) -> Option<i32> {
    struct Finder {
        id: DataId,
        found: Option<i32>,
    }
    impl<'a> Visitor<'a> for Finder {
        fn start_instr_seq(&mut self, sequence: &'a InstrSeq) {
            for window in sequence.instrs.windows(4) {
                if let (
                    Instr::Const(Const {
                        value: Value::I32(address),
                    }),
                    Instr::MemoryInit(init),
                ) = (&window[0].0, &window[3].0)
                    && init.data == self.id
                {
                    self.found = Some(*address);
                }
            }
        }
    }
    let mut finder = Finder { id, found: None };
    dfs_in_order(&mut finder, function, function.entry_block());
    finder.found
}
