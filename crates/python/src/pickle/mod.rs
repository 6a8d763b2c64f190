//! Values in a form that crosses threads: what Spark would pickle.
//!
//! Pickling copies: a record that a task changes never changes the record it was read from, and
//! a function carries the globals that it uses with the values that they have when it is pickled
//! (as `cloudpickle` does for the functions of a script).

mod heap_size;
mod pickler;
pub mod state;
mod unpickler;

use std::any::Any;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::Code;
use num_bigint::BigInt;

use crate::value::{NativeFn, ResumableFn, Value, ViewKind};
use crate::vm::{Level, Result, Vm};

/// A pickled value. Cloning is cheap.
#[derive(Clone, Default)]
pub enum Pickled {
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
    Tuple(Arc<[Pickled]>),
    /// A `list`.
    List(Arc<[Pickled]>),
    /// A `dict`, in order.
    Dict(Arc<[(Pickled, Pickled)]>),
    /// A `set`, in the order of its iteration.
    Set(Arc<[Pickled]>),
    /// A `frozenset`, in the order of its iteration.
    FrozenSet(Arc<[Pickled]>),
    /// A `range`.
    Range(i64, i64, i64),
    /// A `slice`.
    Slice(Arc<[Pickled; 3]>),
    /// An iterator that Brooklet defines: the name of its class, and the items that were left.
    Iterator(Arc<(&'static str, Arc<[Pickled]>)>),
    /// What a view of a dict shows: the dict.
    DictView(ViewKind, Arc<Pickled>),
    /// A module, by name.
    Module(Arc<str>),
    /// A function that Brooklet defines.
    Native(Arc<PickledNativeFunction>),
    /// A class (or a function in Python) that a module of ours defines: the module and its dotted name there.
    BuiltinClass(Arc<(String, String)>),
    /// A class that the program defines.
    Class(Arc<PickledClass>),
    /// A class that is being pickled further out, by its identity.
    ClassReference(u64),
    /// An instance.
    Instance(Arc<PickledInstance>),
    /// What `__reduce__` gave: a callable, its arguments, and the state that the made object is given.
    Reduced(Arc<[Pickled; 3]>),
    /// An object of a class that Rust code defines.
    Object(Arc<dyn PickledNative>),
    /// A bound method: function and receiver.
    Method(Arc<(Pickled, Pickled)>),
    /// A `staticmethod`.
    StaticMethod(Arc<Pickled>),
    /// A `classmethod`.
    ClassMethod(Arc<Pickled>),
    /// A `property`: getter, setter, deleter, documentation.
    Property(Arc<[Pickled; 4]>),
    /// A function of the program with all that it reaches.
    Function(Arc<PickledFunctions>),
    /// A function inside the same [`PickledFunctions`].
    FunctionReference(u32),
}

/// How a function that Brooklet defines is carried out.
#[derive(Clone, Copy)]
pub(crate) enum PickledCall {
    Plain(NativeFn),
    Replayed(NativeFn, Level),
    Resumable(ResumableFn),
}

/// A function that Brooklet defines.
pub struct PickledNativeFunction {
    pub(crate) name: String,
    pub(crate) qualname: String,
    pub(crate) call: PickledCall,
    pub(crate) binds: bool,
}

/// Functions of the program that reach one another, pickled together; the first is the one meant.
#[derive(Default)]
pub struct PickledFunctions {
    pub(crate) functions: Vec<PickledFunction>,
    pub(crate) cells: Vec<Option<Pickled>>,
    /// The globals that the functions use, by the module dict that they come from.
    pub(crate) globals: Vec<Vec<(Arc<str>, Pickled)>>,
}

pub(crate) struct PickledFunction {
    pub(crate) code: Arc<Code>,
    pub(crate) globals: u32,
    pub(crate) name: Arc<str>,
    pub(crate) qualname: Arc<str>,
    pub(crate) defaults: Vec<Pickled>,
    pub(crate) keyword_defaults: Vec<(Arc<str>, Pickled)>,
    pub(crate) closure: Vec<u32>,
    pub(crate) attributes: Vec<(Pickled, Pickled)>,
}

/// A class that the program defines.
pub struct PickledClass {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) qualname: String,
    pub(crate) module: String,
    /// Its own class, where that is not `type`.
    pub(crate) metaclass: Option<Pickled>,
    pub(crate) bases: Vec<Pickled>,
    pub(crate) attributes: Vec<(Pickled, Pickled)>,
}

/// An instance of a class of the program.
pub struct PickledInstance {
    pub(crate) class: Pickled,
    pub(crate) payload: PickledPayload,
    pub(crate) attributes: Vec<(Pickled, Pickled)>,
    /// Whether the class was a copy where it was pickled: those have lost their `__slots__`.
    pub(crate) of_copied_class: bool,
    /// What `__setstate__` takes, or what `__getstate__` gave in place of the attributes.
    pub(crate) state: Option<Pickled>,
}

pub(crate) enum PickledPayload {
    None,
    Value(Pickled),
    Exception(Vec<Pickled>),
    Native(Arc<dyn PickledNative>),
}

/// Data of a class that Rust code defines, in a form that crosses threads.
pub trait PickledNative: Send + Sync + Any {
    /// The value again, in this machine.
    ///
    /// # Errors
    /// What making it raises.
    fn unpickle(&self, vm: &mut Vm) -> Result<Value>;
}

/// Pickles a value, as pickling it would.
///
/// # Errors
/// `TypeError` (`cannot pickle 'generator' object`) for what cannot be pickled;
/// `RecursionError` for a container that holds itself.
pub fn pickle(vm: &mut Vm, value: &Value) -> Result<Pickled> {
    pickler::Pickler::new().value(vm, value, 0)
}

/// Pickles values, as pickling each of them into one batch would: a class of the program is pickled
/// once, as it is when the first value that reaches it is pickled.
///
/// # Errors
/// As [`pickle`].
pub fn pickle_all(vm: &mut Vm, values: &[Value]) -> Result<Vec<Pickled>> {
    let mut pickler = pickler::Pickler::new();
    let pickled = values.iter().map(|value| pickler.value(vm, value, 0));
    pickled.collect()
}

impl Pickled {
    /// The value again, in this machine.
    ///
    /// # Errors
    /// What making an object of a class that Rust code defines raises.
    pub fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        unpickler::unpickle(vm, self)
    }

    /// The data of an object of a class that Rust code defines, if it has this type.
    pub fn native<T: PickledNative>(&self) -> Option<&T> {
        match self {
            Pickled::Object(object) => {
                let object: &dyn Any = &**object;
                object.downcast_ref()
            }
            _ => None,
        }
    }

    /// A pickled `str`.
    pub fn str(text: &str) -> Pickled {
        Pickled::Str(text.into())
    }

    /// A pickled `tuple`.
    pub fn tuple(items: impl IntoIterator<Item = Pickled>) -> Pickled {
        Pickled::Tuple(items.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;
    use brooklet_python_compiler::compiler::compile;

    fn value(vm: &mut Vm, program: &str) -> Value {
        let code = compile(program, "program.py").expect("it compiles");
        let globals = vm.run_to_end(&code).expect("it runs");
        globals.get_str("value").expect("the program sets it")
    }

    fn class_of(pickled: &Pickled) -> &Arc<PickledClass> {
        match pickled {
            Pickled::Instance(instance) => match &instance.class {
                Pickled::Class(class) => class,
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
    fn a_class_is_pickled_once_for_a_batch() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let items = value(&mut vm, ITEMS);
        let items = vm.collect(&items).expect("a list");
        let pickled = pickle_all(&mut vm, &items).expect("it can be pickled");
        assert!(Arc::ptr_eq(class_of(&pickled[0]), class_of(&pickled[1])));
    }

    #[test]
    fn a_class_that_comes_again_brings_its_attributes() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let items = value(&mut vm, ITEMS);
        let item = vm.get_item(&items, &Value::Int(0)).expect("an item");
        let first = pickle(&mut vm, &item).expect("it can be pickled");
        let class = vm.get_attribute(&item, "__class__").expect("a class");
        vm.set_attribute(&class, "scale", Value::Int(2))
            .expect("it can be set");
        let second = pickle(&mut vm, &item).expect("it can be pickled");

        let mut other = Vm::new(Rc::new(SilentHost));
        let mut scale = |pickled: &Pickled| {
            let item = pickled.unpickle(&mut other).expect("it can be unpickled");
            let scale = other.get_attribute(&item, "scale").expect("an attribute");
            other.to_i64(&scale).expect("a number")
        };
        assert_eq!([scale(&first), scale(&second), scale(&first)], [1, 2, 1]);
        let own = second.unpickle(&mut vm).expect("it can be unpickled");
        assert!(
            vm.get_attribute(&own, "__class__")
                .expect("a class")
                .is(&class)
        );
    }

    #[test]
    fn a_class_is_rebuilt_by_its_metaclass() {
        let mut here = Vm::new(Rc::new(SilentHost));
        let program = "\
class Meta(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        cls.log = ['new']
        return cls
    def __init__(cls, name, bases, ns):
        cls.log.append('init')
    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == 'size':
            type.__setattr__(cls, 'seen', value)
    def __len__(cls):
        return cls.size
class Item(metaclass=Meta):
    size = 3
    def mine(self):
        return (type(Item).__name__, len(Item), Item.seen)
value = Item()
";
        let item = value(&mut here, program);
        let pickled = pickle(&mut here, &item).expect("it can be pickled");
        let mut there = Vm::new(Rc::new(SilentHost));
        let copy = pickled.unpickle(&mut there).expect("it comes back");
        let told = there
            .call_method(&copy, "mine", crate::value::Args::none())
            .expect("the copy answers");
        assert_eq!(there.repr(&told).expect("a text"), "('Meta', 3, 3)");
        let class = there.get_attribute(&copy, "__class__").expect("a class");
        let back = pickle(&mut there, &class).expect("it can be pickled");
        let own = back.unpickle(&mut here).expect("it comes back");
        assert!(own.is(&here.get_attribute(&item, "__class__").expect("a class")));
    }
}
