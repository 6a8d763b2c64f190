//! `staticmethod`.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(new).properties(&[
        ("__func__", |vm, args| function(vm, &args)),
        ("__wrapped__", |vm, args| function(vm, &args)),
        ("__name__", |vm, args| {
            let function = function(vm, &args)?;
            vm.get_attribute(&function, "__name__")
        }),
    ])
}

fn function(vm: &mut Vm, args: &Args) -> Result<Value> {
    match args.get(0) {
        Some(Value::StaticMethod(function)) => Ok(function.as_ref().clone()),
        _ => Err(vm.type_error("a staticmethod was expected as the receiver")),
    }
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "staticmethod", 0, 1, 1)?;
    Ok(Value::StaticMethod(Rc::new(args[0].clone())))
}
