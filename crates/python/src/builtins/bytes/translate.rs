//! Exchanging bytes by a table.

use super::Receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[("translate", translate)];

/// `translate(table, /, delete=b'')`.
fn translate(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "translate")?;
    let [table, delete] = args.bind(vm, "translate", 1, ["", "delete"], 1)?;
    let table = match table {
        None | Some(Value::None) => None,
        Some(table) => Some(vm.bytes_like(&table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = match delete {
        Some(delete) => vm.bytes_like(&delete)?,
        None => Vec::new(),
    };
    let kept = own.data.iter().filter(|byte| !delete.contains(byte));
    let changed: Vec<u8> = match &table {
        Some(table) => kept.map(|byte| table[*byte as usize]).collect(),
        None => kept.copied().collect(),
    };
    Ok(own.make(changed))
}

/// `bytes.maketrans(from, to)`.
pub(super) fn maketrans(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "maketrans", 0, 2, 2)?;
    let (from, to) = (vm.bytes_like(&args[0])?, vm.bytes_like(&args[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(&to) {
        table[*from as usize] = *to;
    }
    Ok(Value::bytes(table))
}
