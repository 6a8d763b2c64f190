//! `numpy.ndarray`: its attributes and methods.

mod arrange;
mod flat;
mod items;
mod methods;
mod properties;
mod reductions;

use std::rc::Rc;

use brooklet_python::native_class::{NativeClass, receiver};
use brooklet_python::value::{Args, ClassBuilder, Value};
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::ufunc;

pub(crate) use self::arrange::sorted;

impl NativeClass for Array {
    const MODULE: &'static str = "numpy";
    const NAME: &'static str = "ndarray";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .properties(properties::READ)
            .settable_properties(properties::SET)
            .methods(items::METHODS)
            .methods(methods::METHODS)
            .methods(methods::IN_PYTHON)
            .methods(arrange::METHODS)
            .methods(reductions::METHODS)
            .methods(ufunc::ARITHMETIC)
            .methods(ufunc::COMPARISON)
            .methods(ufunc::IN_PLACE)
            .attribute("__hash__", Value::None)
    }
}

pub(crate) fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Array>> {
    receiver::<Array>(vm, args, "ndarray")
}
