//! `BoundedFloat`: what the approximate actions give; here the exact answer, within its own bounds.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Args, Class, Result, Value, Vm};

struct BoundedFloat(Rc<Class>);

/// The class of this machine.
pub(crate) fn class(vm: &mut Vm) -> Rc<Class> {
    let float = vm.types.float.clone();
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.core.rdd", "BoundedFloat", &float);
        BoundedFloat(builder.layout(Layout::Value).constructor(new).build())
    });
    made.0.clone()
}

/// A number that is sure.
pub(crate) fn exactly(vm: &mut Vm, number: f64) -> Value {
    let class = class(vm);
    let [mean, low, high] = [
        Value::Float(number),
        Value::Float(number),
        Value::Float(number),
    ];
    bounded(vm, &class, mean, [Value::Float(1.0), low, high])
}

/// `BoundedFloat(mean, confidence, low, high)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "BoundedFloat.__new__", 0, 4, 4)?;
    let mean = Value::Float(vm.to_f64(&args[0])?);
    let bounds = [args[1].clone(), args[2].clone(), args[3].clone()];
    Ok(bounded(vm, class, mean, bounds))
}

fn bounded(vm: &mut Vm, class: &Rc<Class>, mean: Value, bounds: [Value; 3]) -> Value {
    let value = vm.wrap_builtin(class, mean);
    if let Value::Instance(instance) = &value {
        for (name, bound) in ["confidence", "low", "high"].into_iter().zip(bounds) {
            instance.attributes().set_str(name, bound);
        }
    }
    value
}
