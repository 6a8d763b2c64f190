//! NumPy's own exceptions.

use std::rc::Rc;

use brooklet_python::value::{Class, ClassBuilder, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Vm};

use crate::dtype::DType;

pub(crate) struct Errors {
    pub(crate) axis: Rc<Class>,
    pub(crate) linear: Rc<Class>,
    no_loop: Rc<Class>,
    output_casting: Rc<Class>,
}

pub(crate) fn classes(vm: &mut Vm) -> Rc<Errors> {
    let [value, index, kind] = [
        ExceptionKind::ValueError,
        ExceptionKind::IndexError,
        ExceptionKind::TypeError,
    ]
    .map(|kind| vm.types.exception(kind).clone());
    vm.extension(move || Errors {
        axis: ClassBuilder::new("numpy.exceptions", "AxisError", &value)
            .also(&index)
            .build(),
        linear: ClassBuilder::new("numpy.linalg", "LinAlgError", &value).build(),
        no_loop: ClassBuilder::new("numpy._core._exceptions", "_UFuncNoLoopError", &kind).build(),
        output_casting: ClassBuilder::new(
            "numpy._core._exceptions",
            "_UFuncOutputCastingError",
            &kind,
        )
        .build(),
    })
}

fn raise(vm: &mut Vm, class: &Rc<Class>, message: String) -> Raise {
    Raise::Exception(vm.new_exception(class, vec![Value::from(message)]))
}

pub(crate) fn axis_error(vm: &mut Vm, message: String) -> Raise {
    let class = classes(vm).axis.clone();
    raise(vm, &class, message)
}

/// A ufunc has nothing for elements of these types.
pub(crate) fn no_loop(vm: &mut Vm, ufunc: &str, inputs: &[DType]) -> Raise {
    let class = classes(vm).no_loop.clone();
    let types: Vec<String> = inputs
        .iter()
        .map(|dtype| format!("dtype('{}')", dtype.repr_text()))
        .collect();
    let comma = if types.len() == 1 { "," } else { "" };
    let message = format!(
        "ufunc '{ufunc}' did not contain a loop with signature matching types ({}{comma}) -> None",
        types.join(", ")
    );
    raise(vm, &class, message)
}

/// A result does not fit the array that it is to be put into.
pub(crate) fn output_casting(vm: &mut Vm, ufunc: &str, from: DType, to: DType) -> Raise {
    let class = classes(vm).output_casting.clone();
    let message = format!(
        "Cannot cast ufunc '{ufunc}' output from dtype('{}') to dtype('{}') with casting rule \
         'same_kind'",
        from.repr_text(),
        to.repr_text()
    );
    raise(vm, &class, message)
}
