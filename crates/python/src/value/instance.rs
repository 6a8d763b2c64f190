//! Instances of classes that the program or a module defines.

use std::any::Any;
use std::cell::{OnceCell, Ref, RefCell, RefMut};
use std::rc::Rc;
use std::sync::Arc;

use super::{Class, Dict, ExceptionState, Value};
use crate::pickle::PickledNative;
use crate::vm::{Result, Vm};

/// Data of a class that Rust code defines; kept in [`Payload::Native`].
pub trait NativeData: Any {
    /// The same data in a form that crosses threads, as pickling would give it.
    ///
    /// # Errors
    /// `TypeError` (or what Spark raises) where the object cannot be pickled, the default.
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(vm.type_error("cannot pickle this object"))
    }
}

/// What an instance holds besides its attributes.
#[derive(Clone, Default)]
pub enum Payload {
    /// Nothing: an ordinary object.
    #[default]
    None,
    /// The value of a class derived from a built-in one (`int`, `tuple`, `dict`, …).
    Value(Value),
    /// The state of an exception.
    Exception(Box<ExceptionState>),
    /// Data of a class that Rust code defines.
    Native(Rc<dyn NativeData>),
}

/// An instance of a class.
pub struct Instance {
    /// Its class.
    pub class: Rc<Class>,
    attributes: OnceCell<Rc<Dict>>,
    payload: RefCell<Payload>,
    /// Whether its `__del__` has been called.
    finalized: bool,
}

impl Instance {
    /// An instance without attributes.
    pub fn new(class: Rc<Class>, payload: Payload) -> Instance {
        Instance {
            class,
            attributes: OnceCell::new(),
            payload: RefCell::new(payload),
            finalized: false,
        }
    }

    /// What it was, for its `__del__`; `None` where that has been called.
    pub(crate) fn resurrected(&mut self) -> Option<Instance> {
        if self.finalized {
            return None;
        }
        Some(Instance {
            class: self.class.clone(),
            attributes: std::mem::take(&mut self.attributes),
            payload: std::mem::take(&mut self.payload),
            finalized: true,
        })
    }

    /// Its `__dict__`, made when first asked for.
    pub fn attributes(&self) -> &Rc<Dict> {
        self.attributes.get_or_init(|| Rc::new(Dict::new()))
    }

    /// Its `__dict__`, if it was ever asked for.
    pub fn attributes_if_any(&self) -> Option<&Rc<Dict>> {
        self.attributes.get()
    }

    /// What it holds, to read.
    pub fn payload(&self) -> Ref<'_, Payload> {
        self.payload.borrow()
    }

    /// What it holds, to change.
    pub fn payload_mut(&self) -> RefMut<'_, Payload> {
        self.payload.borrow_mut()
    }

    /// The value of a class derived from a built-in one.
    pub fn inner_value(&self) -> Option<Value> {
        match &*self.payload.borrow() {
            Payload::Value(value) => Some(value.clone()),
            _ => None,
        }
    }

    /// The native data, if it has this type.
    pub fn native<T: NativeData>(&self) -> Option<Rc<T>> {
        self.native_data()?.downcast().ok()
    }

    fn native_data(&self) -> Option<Rc<dyn Any>> {
        match &*self.payload.borrow() {
            Payload::Native(data) => Some(data.clone()),
            _ => None,
        }
    }
}
