//! The order of records by a column.

use std::cmp::Ordering;
use std::sync::Arc;

use brooklet_engine::Partition;
use brooklet_protocol::RecordOrder;
use brooklet_python::pickle::Pickled;
use brooklet_python::{Value, Vm};

/// What a record is compared by. Numbers come before text.
enum Key {
    /// A float, or an `int` with its exact value beside it.
    Number(f64, i64),
    Text(Arc<str>),
}

/// The positions of records in an order; equal ones stay in theirs.
pub(super) fn sort(vm: &mut Vm, partitions: &[Partition], order: RecordOrder) -> Vec<u32> {
    let rows = || partitions.iter().flat_map(Partition::rows);
    let (is_spread, column) = (is_spread(rows()), order.column as usize);
    let keys: Vec<Key> = rows()
        .map(|record| match &record {
            Pickled::Tuple(items) if is_spread => key(vm, &items[column.min(items.len() - 1)]),
            record => key(vm, record),
        })
        .collect();
    let mut positions: Vec<u32> = (0..keys.len() as u32).collect();
    positions.sort_by(|one, other| {
        let ordering = compare(&keys[*one as usize], &keys[*other as usize]);
        if order.descending {
            ordering.reverse()
        } else {
            ordering
        }
    });
    positions
}

/// Whether records stand in columns: tuples of one length, see `record_table`.
fn is_spread(mut records: impl Iterator<Item = Pickled>) -> bool {
    let width = |record: &Pickled| match record {
        Pickled::Tuple(items) => items.len(),
        _ => 0,
    };
    let first = records.next().map_or(0, |record| width(&record));
    first > 0 && records.all(|record| width(&record) == first)
}

fn key(vm: &mut Vm, cell: &Pickled) -> Key {
    match cell {
        Pickled::Int(value) => Key::Number(*value as f64, *value),
        Pickled::Float(value) => float(*value),
        Pickled::Str(text) => Key::Text(text.clone()),
        other => {
            let value = other.unpickle(vm).unwrap_or_default();
            match vm.unwrap_builtin(&value) {
                // A scalar of NumPy.
                Value::Int(value) => Key::Number(value as f64, value),
                Value::Float(value) => float(value),
                _ => Key::Text(vm.repr(&value).unwrap_or_default().into()),
            }
        }
    }
}

fn float(value: f64) -> Key {
    match value.is_nan() {
        true => Key::Number(f64::NAN, 0),
        // Adding 0 makes the two zeros one.
        false => Key::Number(value + 0.0, value as i64),
    }
}

fn compare(one: &Key, other: &Key) -> Ordering {
    match (one, other) {
        (Key::Number(one, exact), Key::Number(other, other_exact)) => {
            one.total_cmp(other).then(exact.cmp(other_exact))
        }
        (Key::Number(..), Key::Text(_)) => Ordering::Less,
        (Key::Text(_), Key::Number(..)) => Ordering::Greater,
        (Key::Text(one), Key::Text(other)) => one.cmp(other),
    }
}
