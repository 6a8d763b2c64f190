//! Values in a form that crosses threads: what Spark would pickle.
//!
//! Freezing copies: a record that a task changes never changes the record it was read from, and
//! a function carries the globals that it uses with the values that they have when it is frozen
//! (as `cloudpickle` does for the functions of a script).

mod freezer;
mod thaw;

use std::any::Any;
use std::sync::Arc;

use num_bigint::BigInt;

use crate::bytecode::Code;
use crate::value::{NativeFn, Value};
use crate::vm::{Result, Vm};

/// A frozen value. Cloning is cheap.
#[derive(Clone, Default)]
pub enum Frozen {
    /// `None`.
    #[default]
    None,
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// A `bool`.
    Bool(bool),
    /// An `int` that fits 64 bits.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// A larger `int`.
    BigInt(Arc<BigInt>),
    /// A `complex`: real and imaginary part.
    Complex(f64, f64),
    /// A `str`.
    Str(Arc<str>),
    /// A `bytes`.
    Bytes(Arc<[u8]>),
    /// A `bytearray`.
    ByteArray(Arc<[u8]>),
    /// A `tuple`.
    Tuple(Arc<[Frozen]>),
    /// A `list`.
    List(Arc<[Frozen]>),
    /// A `dict`, in order.
    Dict(Arc<[(Frozen, Frozen)]>),
    /// A `set`, in the order of its iteration.
    Set(Arc<[Frozen]>),
    /// A `frozenset`, in the order of its iteration.
    FrozenSet(Arc<[Frozen]>),
    /// A `range`.
    Range(i64, i64, i64),
    /// A `slice`.
    Slice(Arc<[Frozen; 3]>),
    /// A module, by name.
    Module(Arc<str>),
    /// A function that Brooklet defines.
    Native(Arc<FrozenNativeFunction>),
    /// A class (or a function in Python) that a module of ours defines: the module and its dotted name there.
    BuiltinClass(Arc<(String, String)>),
    /// A class that the program defines.
    Class(Arc<FrozenClass>),
    /// A class that is being frozen further out, by its identity.
    ClassReference(u64),
    /// An instance.
    Instance(Arc<FrozenInstance>),
    /// An object of a class that Rust code defines.
    Object(Arc<dyn FrozenNative>),
    /// A bound method: function and receiver.
    Method(Arc<(Frozen, Frozen)>),
    /// A `staticmethod`.
    StaticMethod(Arc<Frozen>),
    /// A `classmethod`.
    ClassMethod(Arc<Frozen>),
    /// A `property`: getter, setter, deleter, documentation.
    Property(Arc<[Frozen; 4]>),
    /// A function of the program with all that it reaches.
    Function(Arc<FrozenFunctions>),
    /// A function inside the same [`FrozenFunctions`].
    FunctionReference(u32),
}

/// A function that Brooklet defines.
pub struct FrozenNativeFunction {
    pub(crate) name: String,
    pub(crate) qualname: String,
    pub(crate) call: NativeFn,
    pub(crate) binds: bool,
}

/// Functions of the program that reach one another, frozen together; the first is the one meant.
#[derive(Default)]
pub struct FrozenFunctions {
    pub(crate) functions: Vec<FrozenFunction>,
    pub(crate) cells: Vec<Option<Frozen>>,
    /// The globals that the functions use, by the module dict that they come from.
    pub(crate) globals: Vec<Vec<(Arc<str>, Frozen)>>,
}

pub(crate) struct FrozenFunction {
    pub(crate) code: Arc<Code>,
    pub(crate) globals: u32,
    pub(crate) name: Arc<str>,
    pub(crate) qualname: Arc<str>,
    pub(crate) defaults: Vec<Frozen>,
    pub(crate) keyword_defaults: Vec<(Arc<str>, Frozen)>,
    pub(crate) closure: Vec<u32>,
    pub(crate) attributes: Vec<(Frozen, Frozen)>,
}

/// A class that the program defines.
pub struct FrozenClass {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) qualname: String,
    pub(crate) module: String,
    pub(crate) bases: Vec<Frozen>,
    pub(crate) attributes: Vec<(Frozen, Frozen)>,
}

/// An instance of a class of the program.
pub struct FrozenInstance {
    pub(crate) class: Frozen,
    pub(crate) payload: FrozenPayload,
    pub(crate) attributes: Vec<(Frozen, Frozen)>,
}

pub(crate) enum FrozenPayload {
    None,
    Value(Frozen),
    Exception(Vec<Frozen>),
    Native(Arc<dyn FrozenNative>),
}

/// Data of a class that Rust code defines, in a form that crosses threads.
pub trait FrozenNative: Send + Sync + Any {
    /// The value again, in this machine.
    ///
    /// # Errors
    /// What making it raises.
    fn thaw(&self, vm: &mut Vm) -> Result<Value>;

    /// For downcasts.
    fn as_any(&self) -> &dyn Any;
}

/// Freezes a value, as pickling it would.
///
/// # Errors
/// `TypeError` (`cannot pickle 'generator' object`) for what cannot be pickled;
/// `RecursionError` for a container that holds itself.
pub fn freeze(vm: &mut Vm, value: &Value) -> Result<Frozen> {
    freezer::Freezer::new().value(vm, value, 0)
}

impl Frozen {
    /// The value again, in this machine.
    ///
    /// # Errors
    /// What making an object of a class that Rust code defines raises.
    pub fn thaw(&self, vm: &mut Vm) -> Result<Value> {
        thaw::thaw(vm, self)
    }

    /// A frozen `str`.
    pub fn str(text: &str) -> Frozen {
        Frozen::Str(text.into())
    }

    /// A frozen `tuple`.
    pub fn tuple(items: impl IntoIterator<Item = Frozen>) -> Frozen {
        Frozen::Tuple(items.into_iter().collect())
    }
}
