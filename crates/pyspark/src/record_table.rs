//! Records as a table of typed columns.

use brooklet_protocol::{RecordColumn, ValueKind};
use brooklet_python::{Value, Vm};

use crate::mllib::is_vector;

/// The columns of records: tuples of one length spread over columns, anything else has one.
pub(crate) fn record_table(vm: &mut Vm, records: &[Value]) -> Vec<RecordColumn> {
    let width = |record: &Value| match record {
        Value::Tuple(items) => items.len(),
        _ => 0,
    };
    let spread = records.first().map_or(0, width);
    let is_spread = spread > 0 && records.iter().all(|record| width(record) == spread);
    let names = match (is_spread, spread) {
        (true, 2) => vec!["key".to_owned(), "value".to_owned()],
        (true, width) => (1..=width).map(|at| format!("_{at}")).collect(),
        (false, _) => vec!["value".to_owned()],
    };
    let columns = names.into_iter().enumerate().map(|(at, name)| {
        let mut column = RecordColumn {
            name,
            ..RecordColumn::default()
        };
        for record in records {
            match record {
                Value::Tuple(items) if is_spread => add(vm, &mut column, &items[at]),
                record => add(vm, &mut column, record),
            }
        }
        column
    });
    columns.collect()
}

/// Adds a value at the end of a column.
fn add(vm: &mut Vm, column: &mut RecordColumn, value: &Value) {
    let row = column.texts.len();
    let kind = match vm.unwrap_builtin(value) {
        number @ (Value::Int(_) | Value::BigInt(_) | Value::Float(_)) => {
            let float = vm.to_f64(&number).ok().filter(|float| float.is_finite());
            put(&mut column.numbers, row, float);
            match number {
                Value::Float(_) => ValueKind::Float,
                _ => ValueKind::Int,
            }
        }
        Value::Str(text) => {
            put(&mut column.strings, row, Some(text.to_string()));
            ValueKind::Str
        }
        Value::Bool(_) => ValueKind::Bool,
        Value::None => ValueKind::None,
        Value::Tuple(_) => ValueKind::Tuple,
        _ if is_vector(value) => ValueKind::Vector,
        _ => ValueKind::Other,
    };
    column.kind = match (row, column.kind, kind) {
        (0, _, kind) => kind,
        (_, one, other) if one == other => one,
        (_, ValueKind::Int | ValueKind::Float, ValueKind::Int | ValueKind::Float) => {
            ValueKind::Float
        }
        _ => ValueKind::Other,
    };
    column.texts.push(vm.repr(value).unwrap_or_default());
    // A column that has such values has one, or none, for each row.
    let rows = column.texts.len();
    if !column.numbers.is_empty() {
        column.numbers.resize(rows, None);
    }
    if !column.strings.is_empty() {
        column.strings.resize(rows, None);
    }
}

/// Puts a value at a row that the column has not reached.
fn put<T: Clone>(values: &mut Vec<Option<T>>, row: usize, value: Option<T>) {
    values.resize(row, None);
    values.push(value);
}
