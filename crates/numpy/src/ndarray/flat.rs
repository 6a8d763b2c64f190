//! `flatten` and `ravel`: an array as one row, in the order that is asked for.

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

use super::this;
use crate::array::Array;

/// A copy of the elements.
pub(super) fn flatten(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = read_in_order(vm, &args, "flatten")?;
    let flat = Array::new(array.dtype, vec![array.size()], array.elements());
    Ok(object(vm, flat))
}

/// A view of the elements where they lie in that order, otherwise a copy.
pub(super) fn ravel(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = read_in_order(vm, &args, "ravel")?;
    let flat = array.reshaped(&args[0], vec![array.size()]);
    Ok(object(vm, flat))
}

/// A view whose axes are such that its elements, row by row, come in the order that is asked for: `C`, the
/// last axis fastest; `F`, the first; `A`, `F` where they lie so; `K`, as they lie in memory.
fn read_in_order(vm: &mut Vm, args: &Args, method: &str) -> Result<Array> {
    let array = this(vm, args)?;
    let [order] = args.clone().bind(vm, method, 1, ["order"], 0)?;
    let order = order.filter(|order| !order.is_none());
    let name = match &order {
        None => "C",
        Some(order) => order.as_str().unwrap_or_default(),
    };
    let mut axes: Vec<usize> = (0..array.ndim()).collect();
    let turned: Vec<usize> = axes.iter().rev().copied().collect();
    match name {
        "C" => {}
        "F" => axes = turned,
        "A" if array.transposed(&args[0], &turned).is_in_rows() && !array.is_in_rows() => {
            axes = turned;
        }
        "A" => {}
        "K" => axes.sort_by_key(|axis| std::cmp::Reverse(array.strides[*axis].unsigned_abs())),
        other => {
            let message = format!("order must be one of 'C', 'F', 'A', or 'K' (got '{other}')");
            return Err(vm.value_error(message));
        }
    }
    Ok(array.transposed(&args[0], &axes))
}
