//! `super`.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(new)
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "super", 0, 0, 2)?;
    let (class, object) = match (args.get(0), args.get(1)) {
        (None, _) => vm.method_context()?,
        (Some(Value::Class(class)), Some(object)) => (class.clone(), object.clone()),
        (Some(Value::Class(_)), None) => {
            return Err(vm.type_error("super() with one argument is not supported by Brooklet"));
        }
        (Some(other), _) => {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!("super() argument 1 must be a type, not {name}")));
        }
    };
    let fits = match &object {
        Value::Class(derived) if derived.is_subclass(&class) => true,
        other => vm.is_instance(other, &class),
    };
    if !fits {
        return Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"));
    }
    Ok(Value::Super(Rc::new((class, object))))
}
