//! Cells: the variables that a function takes from around it, in `function.__closure__`.

use crate::native_class::{NativeClass, data, object, receiver};
use crate::value::{CellRef, ClassBuilder, NativeData, Value};
use crate::vm::Vm;

struct Cell(CellRef);

impl NativeData for Cell {}

impl NativeClass for Cell {
    const MODULE: &'static str = "builtins";
    const NAME: &'static str = "cell";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.properties(&[("cell_contents", |vm, args| {
            let cell = receiver::<Cell>(vm, &args, "cell_contents")?;
            let content = cell.0.borrow().clone();
            content.ok_or_else(|| vm.value_error("Cell is empty"))
        })])
    }
}

/// A variable as a program may hold it.
pub(crate) fn wrap(vm: &mut Vm, cell: &CellRef) -> Value {
    object(vm, Cell(cell.clone()))
}

/// The variable that [`wrap`] was given.
pub(crate) fn unwrap(value: &Value) -> Option<CellRef> {
    Some(data::<Cell>(value)?.0.clone())
}

/// Cells as a tuple; `None` where there are none.
pub(super) fn closure(vm: &mut Vm, cells: &[CellRef]) -> Value {
    if cells.is_empty() {
        return Value::None;
    }
    Value::tuple(cells.iter().map(|cell| wrap(vm, cell)).collect())
}
