//! In which file of an engine each function, constant and entry of the table travels.
//!
//! What the first programs run is in the primary file. A part has the functions that it is said to have
//! (see `parts.rs`) and all that only those reach. The rest is in the secondary file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, ir::Value,
};

use super::references::{Named, References};

/// The number of the file that a page loads first.
pub(super) const PRIMARY: usize = 0;

/// The number of the file that it loads soon after, or when one of its functions is called. Those of
/// the parts follow it.
pub(super) const SECONDARY: usize = 1;

/// The files in which the things of an engine travel, by their numbers.
pub(super) struct Homes {
    /// For each function by its index.
    pub(super) functions: Vec<usize>,
    /// For each piece of memory by its place among the references.
    pub(super) pieces: Vec<usize>,
    /// For each entry of the table of functions: the function's index, and the file that fills it.
    pub(super) entries: BTreeMap<u32, (usize, usize)>,
    /// For each file the functions of later files that it calls, by their indices: a stub for each.
    /// The parts call each other through stubs of the secondary file.
    pub(super) stubs: [BTreeSet<usize>; 2],
}

impl Homes {
    /// `is_primary` says for each function whether the first programs run it, `part_of` the number of the
    /// file that it is said to be in, if it is said.
    ///
    /// # Errors
    /// When the table is not filled as the compiler fills it.
    pub(super) fn find(
        whole: &Module,
        references: &References,
        is_primary: &[bool],
        part_of: &[Option<usize>],
    ) -> Result<Homes> {
        let graph = Graph::of(whole, references)?;
        let homes = graph.homes(is_primary, part_of);
        let functions = homes[..graph.functions].to_vec();
        let pieces = homes[graph.functions..][..graph.pieces].to_vec();
        let is_shared = whole.memories.iter().any(|memory| memory.shared);
        let entries = graph.entry_homes(&homes, is_shared);
        let stubs = graph.stubs(&functions, &entries);
        Ok(Homes {
            functions,
            pieces,
            entries,
            stubs,
        })
    }
}

/// Functions, pieces and entries, numbered in this order, and what each of them names.
struct Graph {
    functions: usize,
    pieces: usize,
    named: Vec<BTreeSet<usize>>,
    /// The entries in the order of their numbers, with the function of each.
    entries: Vec<(u32, usize)>,
    /// What the page calls.
    exported: BTreeSet<usize>,
    /// What must be there from the start, whoever names it: variables, and entries that `wasm-bindgen` adds.
    from_the_start: Vec<usize>,
}

impl Graph {
    fn of(whole: &Module, references: &References) -> Result<Graph> {
        let functions = whole.funcs.iter().count();
        let pieces = references.pieces.len();
        let entries = entries(whole)?;
        let places: BTreeMap<u32, usize> = (entries.iter().zip(functions + pieces..))
            .map(|((entry, _), at)| (*entry, at))
            .collect();
        let numbers = |named: &Named| -> BTreeSet<usize> {
            let pieces = named.pieces.iter().map(|piece| functions + piece);
            pieces
                .chain(
                    named
                        .entries
                        .iter()
                        .filter_map(|entry| places.get(entry).copied()),
                )
                .collect()
        };
        let mut named: Vec<BTreeSet<usize>> = Vec::new();
        for function in whole.funcs.iter() {
            let known = function.name.as_ref();
            let known = known.and_then(|name| references.functions.get(name));
            let mut all = known.map(numbers).unwrap_or_default();
            if let FunctionKind::Local(local) = &function.kind {
                let mut calls = Calls(BTreeSet::new());
                dfs_in_order(&mut calls, local, local.entry_block());
                all.extend(calls.0);
            }
            named.push(all);
        }
        named.extend(references.pieces.iter().map(|piece| numbers(&piece.names)));
        let of_threads = numbers(&references.of_threads);
        let ever: BTreeSet<usize> = named.iter().flatten().copied().collect();
        named.extend(
            entries
                .iter()
                .map(|(_, function)| BTreeSet::from([*function])),
        );
        let variables = (references.pieces.iter().zip(functions..))
            .filter(|(piece, _)| !piece.is_constant)
            .map(|(_, at)| at);
        let from_the_start = variables
            .chain(places.values().copied().filter(|at| !ever.contains(at)))
            .chain(of_threads)
            .collect();
        let exported = whole.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id.index()),
            _ => None,
        });
        Ok(Graph {
            functions,
            pieces,
            named,
            entries,
            exported: exported.chain(whole.start.map(|id| id.index())).collect(),
            from_the_start,
        })
    }

    fn is_function(&self, at: usize) -> bool {
        at < self.functions
    }

    fn is_piece(&self, at: usize) -> bool {
        (self.functions..self.functions + self.pieces).contains(&at)
    }

    /// All that can be come to from some things, by way of what may be entered.
    fn reach(
        &self,
        from: impl IntoIterator<Item = usize>,
        may_enter: impl Fn(usize) -> bool,
    ) -> BTreeSet<usize> {
        let mut reached: BTreeSet<usize> = from.into_iter().collect();
        let mut left: Vec<usize> = reached.iter().copied().collect();
        while let Some(at) = left.pop() {
            for next in &self.named[at] {
                if may_enter(*next) && reached.insert(*next) {
                    left.push(*next);
                }
            }
        }
        reached
    }

    fn homes(&self, is_primary: &[bool], part_of: &[Option<usize>]) -> Vec<usize> {
        let mut homes: Vec<Option<usize>> = vec![None; self.named.len()];
        let first = (0..self.functions).filter(|at| is_primary[*at]);
        let roots: Vec<usize> = first.chain(self.from_the_start.iter().copied()).collect();
        // A constant that is named by what is there from the start may be read from the start.
        for at in self.reach(roots.iter().copied(), |at| self.is_piece(at)) {
            homes[at] = Some(PRIMARY);
        }
        let part = |at: usize| {
            part_of
                .get(at)
                .copied()
                .flatten()
                .filter(|_| homes[at].is_none())
        };
        let common = self.reach(
            roots
                .iter()
                .chain(&self.exported)
                .copied()
                .filter(|at| part(*at).is_none()),
            |at| part(at).is_none(),
        );
        let mut reached_by: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let numbers: BTreeSet<usize> = part_of.iter().copied().flatten().collect();
        for number in numbers {
            let its_own = (0..self.functions).filter(|at| part(*at) == Some(number));
            let is_free = |at: usize| {
                homes[at].is_none()
                    && !common.contains(&at)
                    && part(at).is_none_or(|other| other == number)
            };
            for at in self.reach(its_own, is_free) {
                reached_by.entry(at).or_default().insert(number);
            }
        }
        for (at, numbers) in reached_by {
            homes[at] = Some(match numbers.first() {
                Some(only) if numbers.len() == 1 => *only,
                _ => SECONDARY,
            });
        }
        homes
            .into_iter()
            .map(|home| home.unwrap_or(SECONDARY))
            .collect()
    }

    /// An entry that only things of its function's file name is filled by that file. Where there are
    /// threads, the primary file fills all: one thread has loaded the file and hands the entry on to
    /// another, which has a table of its own and has not.
    fn entry_homes(&self, homes: &[usize], is_shared: bool) -> BTreeMap<u32, (usize, usize)> {
        let mut named_by: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let first_entry = self.functions + self.pieces;
        for (at, named) in self.named.iter().enumerate() {
            for entry in named.range(first_entry..) {
                named_by.entry(*entry).or_default().insert(homes[at]);
            }
        }
        (self.entries.iter().zip(first_entry..))
            .map(|((entry, function), at)| {
                let of_function = homes[*function];
                let home = match named_by.get(&at) {
                    _ if is_shared => PRIMARY,
                    Some(by) if by.iter().all(|home| *home == of_function) => of_function,
                    Some(by) if of_function != PRIMARY && !by.contains(&PRIMARY) => SECONDARY,
                    _ => PRIMARY,
                };
                (*entry, (*function, home))
            })
            .collect()
    }

    fn stubs(
        &self,
        functions: &[usize],
        entries: &BTreeMap<u32, (usize, usize)>,
    ) -> [BTreeSet<usize>; 2] {
        let mut stubs = [BTreeSet::new(), BTreeSet::new()];
        let mut call = |from: usize, to: usize| {
            let home = functions[to];
            if home > from.min(SECONDARY) && home != from {
                stubs[from.min(SECONDARY)].insert(to);
            }
        };
        for (from, named) in self.named[..self.functions].iter().enumerate() {
            for to in named.iter().filter(|to| self.is_function(**to)) {
                call(functions[from], *to);
            }
        }
        for (function, home) in entries.values() {
            call(*home, *function);
        }
        for function in &self.exported {
            call(PRIMARY, *function);
        }
        stubs
    }
}

/// The entries of the table of functions, with the function of each.
fn entries(whole: &Module) -> Result<Vec<(u32, usize)>> {
    let mut entries = Vec::new();
    for element in whole.elements.iter() {
        let ElementKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } = element.kind
        else {
            continue;
        };
        let ElementItems::Functions(functions) = &element.items else {
            continue;
        };
        entries.extend((offset as u32..).zip(functions.iter().map(|id| id.index())));
    }
    entries.sort_unstable();
    let is_twice = entries.windows(2).any(|pair| pair[0].0 == pair[1].0);
    ensure!(!is_twice, "an entry of the table is filled twice");
    Ok(entries)
}

/// The functions that a function calls.
struct Calls(BTreeSet<usize>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}
