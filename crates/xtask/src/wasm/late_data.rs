//! Data that only functions of the secondary file read, and that can therefore come with it.

use anyhow::{Context, Result, ensure};
use walrus::ir::{Const, Instr, InstrSeq, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataId, DataKind, Function, LocalFunction, Module};

/// Texts that one function hands out. When that function is of the secondary file, the texts may be too:
/// with the primary file alone, zeros are in their place.
pub(crate) struct LateTexts {
    /// What its name contains.
    pub(crate) reader: &'static str,
    pub(crate) texts: Vec<Vec<u8>>,
}

impl LateTexts {
    /// Whether a function is the reader.
    pub(crate) fn are_read_by(&self, function: &Function) -> bool {
        let name = function.name.as_deref().unwrap_or_default();
        name.contains(self.reader)
    }
}

/// Bytes and where they belong in memory.
pub(crate) struct Placed {
    pub(crate) address: u32,
    pub(crate) bytes: Vec<u8>,
}

/// A file of data that is fetched when its reader is first called: for each piece its address and its
/// length, four bytes each with the low one first, and the piece.
pub(crate) fn pack(placed: &[Placed]) -> Vec<u8> {
    let mut out = Vec::new();
    for Placed { address, bytes } in placed {
        out.extend(address.to_le_bytes());
        out.extend((bytes.len() as u32).to_le_bytes());
        out.extend(bytes);
    }
    out
}

/// Puts zeros in the place of the texts, and says where they were.
///
/// # Errors
/// When a text is not found.
pub(crate) fn take(module: &mut Module, late: &LateTexts) -> Result<Vec<Placed>> {
    let mut taken = Vec::new();
    let ids: Vec<DataId> = module.data.iter().map(|data| data.id()).collect();
    let mut left: Vec<&Vec<u8>> = late.texts.iter().filter(|text| !text.is_empty()).collect();
    // A short one may be a part of a long one.
    left.sort_by_key(|text| std::cmp::Reverse(text.len()));
    for id in ids {
        let base = address(module, id)?;
        let segment = &mut module.data.get_mut(id).value;
        let mut missing = Vec::new();
        for text in left {
            let Some(at) = find(segment, text) else {
                missing.push(text);
                continue;
            };
            segment[at..at + text.len()].fill(0);
            taken.push(Placed {
                address: base + u32::try_from(at)?,
                bytes: text.clone(),
            });
        }
        left = missing;
    }
    ensure!(
        left.is_empty(),
        "{} texts are not in the engine",
        left.len()
    );
    Ok(taken)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
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
