//! `Broadcast`: a value that all tasks can read.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{BroadcastState, PickledBroadcasts};
use brooklet_pyspark_api::core::BROADCAST;
use brooklet_python::builtins::generic_alias;
use brooklet_python::native_class::{NativeClass, object, receiver};
use brooklet_python::pickle::{Pickled, PickledNative, pickle};
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Result, Value, Vm};

use super::pickling_error::could_not_serialize;
use crate::binding::{methods, properties};
use crate::errors::error;

/// A broadcast variable: pickled when it is made, so that later changes of the value do not show.
pub(crate) struct Broadcast {
    state: Arc<BroadcastState>,
    pickled: Pickled,
    /// The value as this side has read it.
    loaded: RefCell<Option<Value>>,
    on_driver: bool,
}

struct PickledBroadcast {
    state: Arc<BroadcastState>,
    pickled: Pickled,
}

impl PickledNative for PickledBroadcast {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        Ok(object(
            vm,
            Broadcast::new(self.state.clone(), self.pickled.clone(), false),
        ))
    }
}

impl NativeData for Broadcast {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        self.driver_only(vm, "serialized")?;
        PickledBroadcasts::of(vm).note(&self.state);
        Ok(Arc::new(PickledBroadcast {
            state: self.state.clone(),
            pickled: self.pickled.clone(),
        }))
    }
}

impl NativeClass for Broadcast {
    const MODULE: &'static str = "pyspark.core.broadcast";
    const NAME: &'static str = "Broadcast";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .class_methods(generic_alias::CLASS_METHODS)
            .methods(methods![BROADCAST;
                "unpersist" => unpersist,
                "destroy" => destroy,
            ])
            .properties(properties![BROADCAST;
                "value" => value,
            ])
    }
}

impl Broadcast {
    fn new(state: Arc<BroadcastState>, pickled: Pickled, on_driver: bool) -> Broadcast {
        Broadcast {
            state,
            pickled,
            loaded: RefCell::default(),
            on_driver,
        }
    }

    fn driver_only(&self, vm: &mut Vm, operation: &str) -> Result<()> {
        if self.on_driver {
            return Ok(());
        }
        let message =
            format!("[INVALID_BROADCAST_OPERATION] Broadcast can only be {operation} in driver.");
        Err(error(vm, "PySparkRuntimeError", &message))
    }
}

/// A new broadcast variable of the driver.
///
/// # Errors
/// `PicklingError` for a value that cannot be pickled.
pub(super) fn broadcast(vm: &mut Vm, id: u64, value: &Value) -> Result<Value> {
    let pickled = pickle(vm, value).map_err(|raise| could_not_serialize(vm, raise, "broadcast"))?;
    Ok(object(
        vm,
        Broadcast::new(BroadcastState::new(id), pickled, true),
    ))
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Broadcast>> {
    receiver::<Broadcast>(vm, args, "Broadcast")
}

fn value(vm: &mut Vm, args: Args) -> Result<Value> {
    let broadcast = this(vm, &args)?;
    if let Some(value) = &*broadcast.loaded.borrow() {
        return Ok(value.clone());
    }
    let value = broadcast.pickled.unpickle(vm)?;
    *broadcast.loaded.borrow_mut() = Some(value.clone());
    Ok(value)
}

fn unpersist(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.driver_only(vm, "unpersisted")?;
    Ok(Value::None)
}

fn destroy(vm: &mut Vm, args: Args) -> Result<Value> {
    let broadcast = this(vm, &args)?;
    broadcast.driver_only(vm, "destroyed")?;
    broadcast.state.destroy();
    Ok(Value::None)
}
