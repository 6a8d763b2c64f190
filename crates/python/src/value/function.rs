//! Functions, methods and the wrappers that change how they bind.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Args, Dict, Str, Value};
use crate::value::CodeObject;
use crate::vm::{Level, Result, Step, Vm};

/// A variable that is shared between a function and those inside it; empty until bound.
pub type CellRef = Rc<RefCell<Option<Value>>>;

/// A function that the program defined with `def` or `lambda`.
pub struct Function {
    /// Its bytecode.
    pub code: Rc<CodeObject>,
    /// The globals of the module that it was defined in.
    pub globals: Rc<Dict>,
    /// Its name, for messages; `functools.wraps` may change it.
    pub name: RefCell<Str>,
    /// Its dotted name.
    pub qualname: RefCell<Str>,
    /// Values of the last positional parameters that have defaults.
    pub defaults: RefCell<Vec<Value>>,
    /// Values of keyword-only parameters that have defaults.
    pub keyword_defaults: RefCell<Vec<(Str, Value)>>,
    /// The variables of enclosing functions that it uses, in the order of its code's free names.
    pub closure: Vec<CellRef>,
    /// Attributes, among them `__doc__` and `__annotations__`.
    pub attributes: Rc<Dict>,
}

/// The signature of a function that Brooklet defines.
pub type NativeFn = fn(&mut Vm, Args) -> Result<Value>;

/// The signature of one that goes on after Python code that it calls.
pub type ResumableFn = fn(&mut Vm, Args) -> Result<Step>;

/// How a [`Native`] is carried out.
pub enum NativeCall {
    /// A plain function, which can cross threads.
    Plain(NativeFn),
    /// A plain function that may run again from its start when Python code that it calls has answered.
    Replayed(NativeFn, Level),
    /// A plain function that goes on after Python code that it calls.
    Resumable(ResumableFn),
    /// A closure, which belongs to one machine.
    Closure(Box<dyn Fn(&mut Vm, Args) -> Result<Value>>),
}

/// A function that Brooklet defines.
pub struct Native {
    /// Its Python name.
    pub name: Str,
    /// Its dotted name, as messages about arguments show it (`str.replace`).
    pub qualname: Str,
    /// What it does.
    pub call: NativeCall,
    /// Whether it is a method of a class (binds to an instance when looked up on one).
    pub binds: bool,
}

impl Native {
    /// A plain function.
    pub fn new(name: &str, call: NativeFn) -> Native {
        Native::of(name, NativeCall::Plain(call))
    }

    /// A plain method of the class called `class`.
    pub fn method(class: &str, name: &str, call: NativeFn) -> Native {
        Native::method_of(class, name, NativeCall::Plain(call))
    }

    /// A function that is carried out in any way.
    pub(crate) fn of(name: &str, call: NativeCall) -> Native {
        Native {
            name: Str::new(name),
            qualname: Str::new(name),
            call,
            binds: false,
        }
    }

    /// A method of the class called `class`.
    pub fn method_of(class: &str, name: &str, call: NativeCall) -> Native {
        Native {
            name: Str::new(name),
            qualname: Str::from(format!("{class}.{name}")),
            call,
            binds: true,
        }
    }

    /// A closure.
    pub fn closure(name: &str, call: impl Fn(&mut Vm, Args) -> Result<Value> + 'static) -> Native {
        Native {
            name: Str::new(name),
            qualname: Str::new(name),
            call: NativeCall::Closure(Box::new(call)),
            binds: false,
        }
    }
}

/// A function with its first argument.
pub struct Method {
    /// What is called.
    pub function: Value,
    /// The first argument.
    pub receiver: Value,
}

/// A `classmethod`.
pub struct ClassMethod {
    /// What is called with the class as its first argument.
    pub function: Value,
}

/// A `property`: functions (or `None`) that get, set and delete.
pub struct Property {
    /// Called with the object.
    pub getter: Value,
    /// Called with the object and the value.
    pub setter: Value,
    /// Called with the object.
    pub deleter: Value,
    /// Its documentation.
    pub doc: Value,
}
