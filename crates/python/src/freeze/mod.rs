//! Values in a form that crosses threads: what Spark would pickle.
//!
//! Freezing copies: a record that a task changes never changes the record it was read from, and
//! a function carries the globals that it uses with the values that they have when it is frozen
//! (as `cloudpickle` does for the functions of a script).

mod freezer;
pub(crate) mod state;
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
    /// What `__reduce__` gave: a callable, its arguments, and the state that the made object is given.
    Reduced(Arc<[Frozen; 3]>),
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
    /// Whether the class was a copy where it was frozen: those have lost their `__slots__`.
    pub(crate) of_copied_class: bool,
    /// What `__setstate__` takes, or what `__getstate__` gave in place of the attributes.
    pub(crate) state: Option<Frozen>,
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

/// Freezes values, as pickling each of them into one batch would: a class of the program is frozen
/// once, as it is when the first value that reaches it is frozen.
///
/// # Errors
/// As [`freeze`].
pub fn freeze_all(vm: &mut Vm, values: &[Value]) -> Result<Vec<Frozen>> {
    let mut freezer = freezer::Freezer::new();
    let frozen = values.iter().map(|value| freezer.value(vm, value, 0));
    frozen.collect()
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::compiler::compile;
    use crate::vm::SilentHost;

    fn value(vm: &mut Vm, program: &str) -> Value {
        let code = compile(program, "program.py").expect("it compiles");
        let globals = vm.run_to_end(&code).expect("it runs");
        globals.get_str("value").expect("the program sets it")
    }

    fn class_of(frozen: &Frozen) -> &Arc<FrozenClass> {
        match frozen {
            Frozen::Instance(instance) => match &instance.class {
                Frozen::Class(class) => class,
                _ => panic!("the class stands alone"),
            },
            _ => panic!("it is an instance"),
        }
    }

    const ITEMS: &str = "\
class Item:
    scale = 1
    def same(self):
        return Item()
value = [Item(), Item()]
";

    #[test]
    fn a_class_is_frozen_once_for_a_batch() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let items = value(&mut vm, ITEMS);
        let items = vm.collect(&items).expect("a list");
        let frozen = freeze_all(&mut vm, &items).expect("it can be pickled");
        assert!(Arc::ptr_eq(class_of(&frozen[0]), class_of(&frozen[1])));
    }

    #[test]
    fn a_class_that_comes_again_brings_its_attributes() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let items = value(&mut vm, ITEMS);
        let item = vm.get_item(&items, &Value::Int(0)).expect("an item");
        let first = freeze(&mut vm, &item).expect("it can be pickled");
        let class = vm.get_attribute(&item, "__class__").expect("a class");
        vm.set_attribute(&class, "scale", Value::Int(2))
            .expect("it can be set");
        let second = freeze(&mut vm, &item).expect("it can be pickled");

        let mut other = Vm::new(Rc::new(SilentHost));
        let mut scale = |frozen: &Frozen| {
            let item = frozen.thaw(&mut other).expect("it can be unpickled");
            let scale = other.get_attribute(&item, "scale").expect("an attribute");
            other.to_i64(&scale).expect("a number")
        };
        assert_eq!([scale(&first), scale(&second), scale(&first)], [1, 2, 1]);
        let own = second.thaw(&mut vm).expect("it can be unpickled");
        assert!(
            vm.get_attribute(&own, "__class__")
                .expect("a class")
                .is(&class)
        );
    }
}
