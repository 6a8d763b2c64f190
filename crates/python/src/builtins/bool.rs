//! `bool`.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(new)
}

/// `bool(x=False)`.
fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.no_keywords(vm, "bool")?;
    args.between(vm, "bool", 0, 0, 1)?;
    match args.get(0) {
        Some(value) => Ok(Value::Bool(vm.truth(value)?)),
        None => Ok(Value::Bool(false)),
    }
}
