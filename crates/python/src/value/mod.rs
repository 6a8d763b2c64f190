//! Python values, as one virtual machine holds them.
//!
//! Values are reference counted and belong to one thread; see [`crate::pickle`] for what
//! crosses threads.

mod args;
mod attributes;
mod bytes;
mod class;
mod class_builder;
mod code_object;
mod dict;
mod equality;
mod exception;
mod function;
mod instance;
mod iterator;
mod list;
mod module;
mod number;
mod range;
mod set;
mod slots;
mod special;
mod string;
mod tuple;

use std::rc::Rc;

use num_bigint::BigInt;

pub use args::Args;
pub use attributes::Attributes;
pub use brooklet_python_text::numeric::Complex;
pub use bytes::{ByteArray, Bytes};
pub use class::{Class, Layout, New};
pub use class_builder::ClassBuilder;
pub use code_object::CodeObject;
pub use dict::{Dict, DictView, ViewKind};
pub use exception::{ExceptionState, TracebackEntry};
pub use function::{
    CellRef, ClassMethod, Function, Method, Native, NativeCall, NativeFn, Property, ResumableFn,
};
pub use instance::{Instance, NativeData, Payload};
pub use iterator::{NativeIterator, PyIterator, iterate, stepping};
pub use list::List;
pub use module::Module;
pub use number::int_from_big;
pub use range::{Range, Slice};
pub use set::Set;
pub use special::Special;
pub use string::Str;
pub use tuple::Tuple;

use crate::vm::Generator;

/// A Python value.
#[derive(Clone, Default)]
pub enum Value {
    /// `None`.
    #[default]
    None,
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// `True` or `False`.
    Bool(bool),
    /// An `int` that fits 64 bits; larger ones are [`Value::BigInt`].
    Int(i64),
    /// A `float`.
    Float(f64),
    /// An `int` that does not fit 64 bits (never one that does; see [`int_from_big`]).
    BigInt(Rc<BigInt>),
    /// A `complex`.
    Complex(Rc<Complex>),
    /// A `str`.
    Str(Str),
    /// A `bytes`.
    Bytes(Rc<Bytes>),
    /// A `bytearray`.
    ByteArray(Rc<ByteArray>),
    /// A `tuple`.
    Tuple(Rc<Tuple>),
    /// A `list`.
    List(Rc<List>),
    /// A `dict`.
    Dict(Rc<Dict>),
    /// A view that `dict.keys()`, `.values()` or `.items()` gives.
    DictView(Rc<DictView>),
    /// A `set`.
    Set(Rc<Set>),
    /// A `frozenset`.
    FrozenSet(Rc<Set>),
    /// A `range`.
    Range(Rc<Range>),
    /// A `slice`.
    Slice(Rc<Slice>),
    /// A function that the program defined.
    Function(Rc<Function>),
    /// A function that Brooklet defines.
    Native(Rc<Native>),
    /// A function bound to its first argument.
    Method(Rc<Method>),
    /// A `property`.
    Property(Rc<Property>),
    /// A `staticmethod`.
    StaticMethod(Rc<Value>),
    /// A `classmethod`.
    ClassMethod(Rc<ClassMethod>),
    /// A class.
    Class(Rc<Class>),
    /// An instance of a class that the program or a module defines.
    Instance(Rc<Instance>),
    /// A module.
    Module(Rc<Module>),
    /// A generator.
    Generator(Rc<Generator>),
    /// An iterator that Brooklet defines.
    Iterator(Rc<NativeIterator>),
    /// What `super()` gives: the class to search after, and the object.
    Super(Rc<(Rc<Class>, Value)>),
}

impl Value {
    /// A `str` value.
    pub fn str(text: impl AsRef<str>) -> Value {
        Value::Str(Str::new(text.as_ref()))
    }

    /// A `tuple` value.
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    /// A `list` value.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(items)))
    }

    /// A `bytes` value.
    pub fn bytes(data: impl Into<Vec<u8>>) -> Value {
        Value::Bytes(Rc::new(Bytes::new(data.into())))
    }

    /// A function that Brooklet defines, under its Python name.
    pub fn native(name: &str, call: NativeFn) -> Value {
        Value::native_call(name, NativeCall::Plain(call))
    }

    /// A function that Brooklet defines, carried out in any way.
    pub fn native_call(name: &str, call: NativeCall) -> Value {
        Value::Native(Rc::new(Native::of(name, call)))
    }

    /// An iterator that Brooklet defines; `type_name` is what `type(x).__name__` gives.
    pub fn iterator(type_name: &'static str, state: impl PyIterator + 'static) -> Value {
        Value::Iterator(Rc::new(NativeIterator::new(type_name, state)))
    }

    /// Whether an operation on this may call code of the program: on what it is, or on what it holds.
    pub fn may_call_back(&self) -> bool {
        !matches!(
            self,
            Value::None
                | Value::Bool(_)
                | Value::Int(_)
                | Value::BigInt(_)
                | Value::Float(_)
                | Value::Complex(_)
                | Value::Str(_)
                | Value::Bytes(_)
                | Value::Range(_)
        )
    }

    /// Whether this is the value `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text of a `str` (not of a subclass).
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The `str` that this is, if it is one.
    pub(crate) fn to_name(&self) -> Option<Str> {
        match self {
            Value::Str(name) => Some(name.clone()),
            _ => None,
        }
    }

    /// Python's `is`.
    pub fn is(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (None, None) | (Ellipsis, Ellipsis) | (NotImplemented, NotImplemented) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.to_bits() == b.to_bits(),
            (Str(a), Str(b)) => a.same(b) || (a.as_str().len() <= 1 && a.as_str() == b.as_str()),
            (Tuple(a), Tuple(b)) => Rc::ptr_eq(a, b) || (a.is_empty() && b.is_empty()),
            (BigInt(a), BigInt(b)) => Rc::ptr_eq(a, b),
            (Complex(a), Complex(b)) => Rc::ptr_eq(a, b),
            (Bytes(a), Bytes(b)) => Rc::ptr_eq(a, b),
            (ByteArray(a), ByteArray(b)) => Rc::ptr_eq(a, b),
            (List(a), List(b)) => Rc::ptr_eq(a, b),
            (Dict(a), Dict(b)) => Rc::ptr_eq(a, b),
            (DictView(a), DictView(b)) => Rc::ptr_eq(a, b),
            (Set(a), Set(b)) | (FrozenSet(a), FrozenSet(b)) => Rc::ptr_eq(a, b),
            (Range(a), Range(b)) => Rc::ptr_eq(a, b),
            (Slice(a), Slice(b)) => Rc::ptr_eq(a, b),
            (Function(a), Function(b)) => Rc::ptr_eq(a, b),
            (Native(a), Native(b)) => Rc::ptr_eq(a, b),
            (Method(a), Method(b)) => Rc::ptr_eq(a, b),
            (Property(a), Property(b)) => Rc::ptr_eq(a, b),
            (StaticMethod(a), StaticMethod(b)) => Rc::ptr_eq(a, b),
            (ClassMethod(a), ClassMethod(b)) => Rc::ptr_eq(a, b),
            (Class(a), Class(b)) => Rc::ptr_eq(a, b),
            (Instance(a), Instance(b)) => Rc::ptr_eq(a, b),
            (Module(a), Module(b)) => Rc::ptr_eq(a, b),
            (Generator(a), Generator(b)) => Rc::ptr_eq(a, b),
            (Iterator(a), Iterator(b)) => Rc::ptr_eq(a, b),
            (Super(a), Super(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::from(value as u64)
    }
}

impl From<u64> for Value {
    fn from(value: u64) -> Value {
        match i64::try_from(value) {
            Ok(value) => Value::Int(value),
            Err(_) => Value::BigInt(Rc::new(BigInt::from(value))),
        }
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

impl From<BigInt> for Value {
    fn from(value: BigInt) -> Value {
        int_from_big(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Str(Str::from(text))
    }
}

impl From<Str> for Value {
    fn from(text: Str) -> Value {
        Value::Str(text)
    }
}
