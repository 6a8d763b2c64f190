//! `classmethod`.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, ClassMethod, Value};
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
        Some(Value::ClassMethod(method)) => Ok(method.function.clone()),
        _ => Err(vm.type_error("a classmethod was expected as the receiver")),
    }
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "classmethod", 0, 1, 1)?;
    let function = args[0].clone();
    Ok(Value::ClassMethod(Rc::new(ClassMethod { function })))
}
