//! `classmethod` and `staticmethod`: functions of a class that take no object.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, ClassMethod, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(new).properties(&[
        ("__func__", function),
        ("__wrapped__", function),
        ("__isabstractmethod__", |vm, args| {
            let function = function(vm, args)?;
            Ok(Value::Bool(is_abstract(vm, &function)?))
        }),
        ("__name__", |vm, args| {
            let function = function(vm, args)?;
            vm.get_attribute(&function, "__name__")
        }),
    ])
}

/// Whether a function was marked by `abc.abstractmethod`.
pub(super) fn is_abstract(vm: &mut Vm, function: &Value) -> Result<bool> {
    match vm.find_attribute(function, "__isabstractmethod__")? {
        Some(mark) => vm.truth(&mark),
        None => Ok(false),
    }
}

fn function(vm: &mut Vm, args: Args) -> Result<Value> {
    match args.get(0) {
        Some(Value::ClassMethod(method)) => Ok(method.function.clone()),
        Some(Value::StaticMethod(function)) => Ok(function.as_ref().clone()),
        _ => Err(vm.type_error("a classmethod or staticmethod was expected as the receiver")),
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, class.name.as_str(), 0, 1, 1)?;
    let function = args[0].clone();
    Ok(if class.is_subclass(&vm.types.classmethod) {
        Value::ClassMethod(Rc::new(ClassMethod { function }))
    } else {
        Value::StaticMethod(Rc::new(function))
    })
}
