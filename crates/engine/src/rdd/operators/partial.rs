//! Functions with bound values, which can be pickled.

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::{Method, Native, NativeFn};

/// A function that gets these values, as a tuple, before its arguments. A closure of Rust could
/// not be pickled; a method bound to a tuple can.
pub(super) fn partial(function: NativeFn, values: Vec<Value>) -> Value {
    Value::Method(Rc::new(Method {
        function: Value::Native(Rc::new(Native::new("<lambda>", function))),
        receiver: Value::tuple(values),
    }))
}

/// The value at an index of the tuple that [`partial`] bound.
pub(super) fn bound(receiver: &Value, index: usize) -> Value {
    match receiver {
        Value::Tuple(values) => values[index].clone(),
        _ => Value::None,
    }
}
