//! `Accumulator`: a variable that tasks add to and the driver reads.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{AccumulatorUpdate, TaskAccumulators};
use brooklet_pyspark_api::core::ACCUMULATOR;
use brooklet_python::builtins::generic_alias;
use brooklet_python::native_class::{NativeClass, data, object, receiver};
use brooklet_python::pickle::{Pickled, PickledNative, pickle};
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::binding::{arguments, methods, properties};
use crate::errors::error;

/// An accumulator, on the driver or in a task.
pub(crate) struct Accumulator {
    id: u64,
    /// What adds values up; `None`: `+=`.
    param: Value,
    sum: Rc<RefCell<Value>>,
    on_driver: bool,
}

/// The driver's accumulators, by their numbers.
#[derive(Default)]
struct Registry(RefCell<HashMap<u64, Value>>);

struct PickledAccumulator {
    id: u64,
    param: Pickled,
    zero: Pickled,
}

impl PickledNative for PickledAccumulator {
    /// The driver has its accumulator already, and so has a task that met it before.
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let known = vm
            .extension(Registry::default)
            .0
            .borrow()
            .get(&self.id)
            .cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let accumulators = TaskAccumulators::of(vm);
        if let Some(known) = accumulators.find(self.id) {
            return Ok(known);
        }
        let sum = Rc::new(RefCell::new(self.zero.unpickle(vm)?));
        let accumulator = Accumulator {
            id: self.id,
            param: self.param.unpickle(vm)?,
            sum: sum.clone(),
            on_driver: false,
        };
        let accumulator = object(vm, accumulator);
        accumulators.register(self.id, accumulator.clone(), sum);
        Ok(accumulator)
    }
}

impl NativeData for Accumulator {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let value = self.sum.borrow().clone();
        let zero = match (&self.param, &value) {
            (Value::None, Value::Float(_)) => Value::Float(0.0),
            (Value::None, Value::Complex(_)) => {
                vm.binary(BinaryOp::Multiply, &value, &Value::Int(0))?
            }
            (Value::None, _) => Value::Int(0),
            (param, _) => vm.call_method(param, "zero", Args::one(value))?,
        };
        Ok(Arc::new(PickledAccumulator {
            id: self.id,
            param: pickle(vm, &self.param)?,
            zero: pickle(vm, &zero)?,
        }))
    }
}

impl NativeClass for Accumulator {
    const MODULE: &'static str = "pyspark.accumulators";
    const NAME: &'static str = "Accumulator";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .class_methods(generic_alias::CLASS_METHODS)
            .methods(methods![ACCUMULATOR;
                "add" => add,
                "__iadd__" => add_in_place,
            ])
            .methods(&[("__str__", to_string), ("__repr__", repr)])
            .properties(properties![ACCUMULATOR;
                "aid" => |vm, args| Ok(Value::Int(this(vm, &args)?.id as i64)),
                "accum_param" => |vm, args| Ok(this(vm, &args)?.param.clone()),
            ])
            .settable_properties(&[("value", value, set_value)])
    }
}

impl Accumulator {
    fn add(&self, vm: &mut Vm, term: &Value) -> Result<()> {
        let value = self.sum.borrow().clone();
        let value = match &self.param {
            Value::None => vm.binary_in_place(BinaryOp::Add, &value, term)?,
            param => vm.call_method(param, "addInPlace", Args::two(value, term.clone()))?,
        };
        *self.sum.borrow_mut() = value;
        Ok(())
    }

    fn driver_only(&self, vm: &mut Vm) -> Result<()> {
        if self.on_driver {
            return Ok(());
        }
        let message =
            "[VALUE_NOT_ACCESSIBLE] Value `Accumulator.value` cannot be accessed inside tasks.";
        Err(error(vm, "PySparkRuntimeError", message))
    }
}

/// A new accumulator of the driver.
///
/// # Errors
/// `TypeError` for a value that is no number, without a param.
pub(super) fn accumulator(vm: &mut Vm, id: u64, value: &Value, param: Value) -> Result<Value> {
    let number = matches!(
        vm.unwrap_builtin(value),
        Value::Bool(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_) | Value::Complex(_)
    );
    if param.is_none() && !number {
        let class = Value::Class(vm.class_of(value));
        let class = vm.repr(&class)?;
        return Err(vm.type_error(format!("No default accumulator param for type {class}")));
    }
    let accumulator = Accumulator {
        id,
        param,
        sum: Rc::new(RefCell::new(value.clone())),
        on_driver: true,
    };
    let accumulator = object(vm, accumulator);
    let registry = vm.extension(Registry::default);
    registry.0.borrow_mut().insert(id, accumulator.clone());
    Ok(accumulator)
}

/// Takes what a task that succeeded has added.
pub(super) fn take_update(vm: &mut Vm, update: AccumulatorUpdate) -> Result<()> {
    let registry = vm.extension(Registry::default);
    let known = registry.0.borrow().get(&update.id).cloned();
    if let Some(accumulator) = known.as_ref().and_then(data::<Accumulator>) {
        let term = update.value.unpickle(vm)?;
        accumulator.add(vm, &term)?;
    }
    Ok(())
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Accumulator>> {
    receiver::<Accumulator>(vm, args, "Accumulator")
}

fn add(vm: &mut Vm, args: Args) -> Result<Value> {
    let accumulator = this(vm, &args)?;
    let [term] = arguments(args);
    accumulator.add(vm, &term)?;
    Ok(Value::None)
}

fn add_in_place(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = args[0].clone();
    add(vm, args)?;
    Ok(own)
}

fn value(vm: &mut Vm, args: Args) -> Result<Value> {
    let accumulator = this(vm, &args)?;
    accumulator.driver_only(vm)?;
    Ok(accumulator.sum.borrow().clone())
}

fn set_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let accumulator = this(vm, &args)?;
    accumulator.driver_only(vm)?;
    *accumulator.sum.borrow_mut() = args[1].clone();
    Ok(Value::None)
}

fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let sum = this(vm, &args)?.sum.borrow().clone();
    vm.str(&sum).map(Value::from)
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let accumulator = this(vm, &args)?;
    let sum = accumulator.sum.borrow().clone();
    let sum = vm.str(&sum)?;
    let id = accumulator.id;
    Ok(Value::from(format!("Accumulator<id={id}, value={sum}>")))
}
