//! `AccumulatorParam`: how values that are no numbers add up; programs derive classes from it.

use std::rc::Rc;

use brooklet_pyspark_api::core::ACCUMULATOR_PARAM;
use brooklet_python::value::ClassBuilder;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Class, Result, Value, Vm};

use crate::binding::methods;

struct AccumulatorParam(Rc<Class>);

/// The class of this machine.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let object = vm.types.object.clone();
    let made = vm.extension(move || {
        let class = ClassBuilder::new("pyspark.accumulators", "AccumulatorParam", &object).methods(
            methods![ACCUMULATOR_PARAM;
                "zero" => not_written,
                "addInPlace" => not_written,
            ],
        );
        AccumulatorParam(class.build())
    });
    made.0.clone()
}

fn not_written(vm: &mut Vm, _: Args) -> Result<Value> {
    Err(vm.error_with(ExceptionKind::NotImplementedError, Vec::new()))
}
