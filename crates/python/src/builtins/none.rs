//! The classes of `None`, `...` and `NotImplemented`.

use std::rc::Rc;

use super::protocol;
use crate::value::{Args, Class, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if !args.is_empty() {
        let name = &class.name;
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(if Rc::ptr_eq(class, &vm.types.ellipsis) {
        Value::Ellipsis
    } else if Rc::ptr_eq(class, &vm.types.not_implemented) {
        Value::NotImplemented
    } else {
        Value::None
    })
}
