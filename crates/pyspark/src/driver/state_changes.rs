//! What a batch changed in a state by key.

use std::collections::{HashMap, HashSet};

use brooklet_engine::Partition;
use brooklet_protocol::{StateChange, StateChanges};
use brooklet_python::{Value, Vm};

/// The keys that were added, changed or removed from `before` to `now`, and the first `limit` of
/// them: those that are there, in order, then those that are gone.
pub(super) fn state_changes(
    vm: &mut Vm,
    before: &[Partition],
    now: &[Partition],
    limit: usize,
) -> StateChanges {
    let (before, now) = (cells(vm, before), cells(vm, now));
    let known: HashMap<&str, &str> = before
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    let there: HashSet<&str> = now.iter().map(|(key, _)| key.as_str()).collect();
    let set = now.iter().filter_map(|(key, after)| {
        let before = known.get(key.as_str()).copied();
        (before != Some(after)).then(|| change(key, before, Some(after)))
    });
    let removed = before
        .iter()
        .filter(|(key, _)| !there.contains(key.as_str()))
        .map(|(key, before)| change(key, Some(before), None));
    let mut changes: Vec<StateChange> = set.chain(removed).collect();
    let total = changes.len() as u64;
    changes.truncate(limit);
    StateChanges { total, changes }
}

fn change(key: &str, before: Option<&str>, after: Option<&str>) -> StateChange {
    StateChange {
        key: key.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    }
}

/// Each key and its value as cells of a table.
fn cells(vm: &mut Vm, partitions: &[Partition]) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for partition in partitions {
        for record in partition.values(vm).unwrap_or_default() {
            if let Value::Tuple(pair) = &record
                && let [key, value] = &pair[..]
            {
                let mut cell = |value: &Value| vm.repr(value).unwrap_or_default();
                cells.push((cell(key), cell(value)));
            }
        }
    }
    cells
}
