//! `numpy`, as far as streaming models and the programs around them use it: arrays of numbers,
//! their scalars, how both print (NumPy 2), and the legacy generator. What can be said in Python
//! is in `numpy.py`.

mod array;
mod array_text;
mod dtype;
mod from_value;
mod functions;
mod ndarray;
mod operators;
mod products;
mod random_state;
mod reductions;
mod scalar;
mod select;

pub use self::array::Array;
pub use self::dtype::DType;
pub use self::from_value::array_of;
pub use self::operators::round;
pub use self::products::{dot_product, norm};
pub use self::scalar::{float64, int64};

use self::dtype::DTypeObject;
use self::random_state::RandomState;
use brooklet_python::native_class::{class, object};
use brooklet_python::value::{Method, Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, functions::FUNCTIONS);
    module.set("ndarray", Value::Class(class::<Array>(vm)));
    module.set("dtype", Value::Class(class::<DTypeObject>(vm)));
    module.set("generic", Value::Class(scalar::generic(vm)));
    for dtype in DType::ALL {
        let class = Value::Class(scalar::class_of(vm, dtype));
        module.set(dtype.name(), class);
    }
    for (alias, name) in [("bool_", "bool"), ("int_", "int64"), ("double", "float64")] {
        let class = module.globals.get_str(name).unwrap_or_default();
        module.set(alias, class);
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        module.set(name, Value::Float(value));
    }
    module.set("newaxis", Value::None);
    module.set("__version__", Value::str("2.4.6"));
    super::define_part(vm, module, "linalg", define_linalg)?;
    super::define_part(vm, module, "random", define_random)
}

pub(super) fn define_linalg(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("norm", functions::norm)]);
    Ok(())
}

/// The functions of `numpy.random` are the methods of one generator.
pub(super) fn define_random(vm: &mut Vm, module: &Module) -> Result<()> {
    let class = class::<RandomState>(vm);
    module.set("RandomState", Value::Class(class.clone()));
    let shared = RandomState::seeded(vm.host.now_ms() as u32);
    let receiver = object(vm, shared);
    for (name, function) in class.attributes.items() {
        if let Some(name) = name.as_str().filter(|name| !name.starts_with("__")) {
            let receiver = receiver.clone();
            module.set(name, Value::Method(Method { function, receiver }.into()));
        }
    }
    Ok(())
}
