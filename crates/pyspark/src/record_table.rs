//! Records as a table.

use brooklet_python::{Value, Vm};

/// Columns and rows for records: tuples of one length spread over columns, anything else has one.
/// A cell is the `repr` of a value.
pub(crate) fn record_table(vm: &mut Vm, records: &[Value]) -> (Vec<String>, Vec<Vec<String>>) {
    let width = |record: &Value| match record {
        Value::Tuple(items) => items.len(),
        _ => 0,
    };
    let spread = records.first().map_or(0, width);
    let is_spread = spread > 0 && records.iter().all(|record| width(record) == spread);
    let columns = match (is_spread, spread) {
        (true, 2) => vec!["key".to_owned(), "value".to_owned()],
        (true, width) => (1..=width).map(|at| format!("_{at}")).collect(),
        (false, _) => vec!["value".to_owned()],
    };
    let mut cell = |value: &Value| vm.repr(value).unwrap_or_default();
    let rows = records
        .iter()
        .map(|record| match record {
            Value::Tuple(items) if is_spread => items.iter().map(&mut cell).collect(),
            record => vec![cell(record)],
        })
        .collect();
    (columns, rows)
}
