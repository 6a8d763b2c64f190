//! Classes of modules whose instances hold Rust data.

use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use crate::pickle::{Pickled, PickledNative, pickle};
use crate::value::{Args, Class, ClassBuilder, Layout, NativeData, Payload, Value};
use crate::vm::{Raise, Result, Vm};

/// Data that is an instance of one class of a module; each machine has one such class.
pub trait NativeClass: NativeData + Sized {
    /// The module that the class belongs to.
    const MODULE: &'static str;
    /// Its name.
    const NAME: &'static str;

    /// Adds what the class has.
    fn define(class: ClassBuilder) -> ClassBuilder;

    /// The class that it is derived from.
    fn base(vm: &mut Vm) -> Rc<Class> {
        vm.types.object.clone()
    }
}

struct Slot<T>(Rc<Class>, PhantomData<T>);

/// The class of `T` in this machine.
pub fn class<T: NativeClass>(vm: &mut Vm) -> Rc<Class> {
    let base = T::base(vm);
    let slot = vm.extension(|| {
        let builder = ClassBuilder::new(T::MODULE, T::NAME, &base).layout(Layout::Native);
        Slot::<T>(T::define(builder).build(), PhantomData)
    });
    slot.0.clone()
}

/// An instance of the class of `T`.
pub fn object<T: NativeClass>(vm: &mut Vm, data: T) -> Value {
    let class = class::<T>(vm);
    object_of(&class, data)
}

/// An instance of a class, which is that of `T` or derived from it.
pub fn object_of<T: NativeData>(class: &Rc<Class>, data: T) -> Value {
    Value::Instance(class.instance(Payload::Native(Rc::new(data))))
}

/// The data of a value, if it is an instance of the class of `T`.
pub fn data<T: NativeData>(value: &Value) -> Option<Rc<T>> {
    match value {
        Value::Instance(instance) => instance.native::<T>(),
        _ => None,
    }
}

/// The data of a method's receiver.
///
/// # Errors
/// `TypeError` where the receiver is of another class.
pub fn receiver<T: NativeClass>(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<T>> {
    match args.get(0).and_then(data::<T>) {
        Some(data) => Ok(data),
        None => Err(wrong_receiver(vm, args, method, T::NAME)),
    }
}

#[cold]
fn wrong_receiver(vm: &mut Vm, args: &Args, method: &str, class: &str) -> Raise {
    let given = args
        .get(0)
        .map_or_else(|| "nothing".to_string(), |value| vm.type_name(value));
    vm.type_error(format!(
        "descriptor '{method}' requires a '{class}' object but received a '{given}'"
    ))
}

struct PickledState {
    state: Pickled,
    rebuild: fn(&mut Vm, Value) -> Result<Value>,
}

impl PickledNative for PickledState {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let state = self.state.unpickle(vm)?;
        (self.rebuild)(vm, state)
    }
}

/// Pickles data as a Python value that it can be built from again.
///
/// # Errors
/// What pickling the state raises.
pub fn pickle_state(
    vm: &mut Vm,
    state: &Value,
    rebuild: fn(&mut Vm, Value) -> Result<Value>,
) -> Result<Arc<dyn PickledNative>> {
    // Its items may be objects of such classes too.
    let state = vm.inside_container("while pickling an object", |vm| pickle(vm, state))?;
    Ok(Arc::new(PickledState { state, rebuild }))
}

/// The items of a state that [`pickle_state`] was given as a tuple.
pub fn state_items<const N: usize>(state: Value) -> [Value; N] {
    let mut items = match state {
        Value::Tuple(items) => items.to_vec(),
        _ => Vec::new(),
    };
    items.resize(N, Value::None);
    match items.try_into() {
        Ok(items) => items,
        Err(_) => unreachable!("the list was made to have that length"),
    }
}
