//! `BoundedFloat`: what the approximate actions give; here the exact answer, within its own bounds.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Class, Value, Vm};

struct BoundedFloat(Rc<Class>);

/// The class of this machine.
pub(crate) fn class(vm: &mut Vm) -> Rc<Class> {
    let float = vm.types.float.clone();
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.core.rdd", "BoundedFloat", &float);
        BoundedFloat(builder.layout(Layout::Value).build())
    });
    made.0.clone()
}

/// A number that is sure.
pub(crate) fn exactly(vm: &mut Vm, number: f64) -> Value {
    let class = class(vm);
    let value = vm.wrap_builtin(&class, Value::Float(number));
    if let Value::Instance(instance) = &value {
        let attributes = instance.attributes();
        attributes.set_str("confidence", Value::Float(1.0));
        attributes.set_str("low", Value::Float(number));
        attributes.set_str("high", Value::Float(number));
    }
    value
}
