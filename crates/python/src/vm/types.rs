//! The classes that every machine has.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::generator::GeneratorKind;
use crate::builtins;
use crate::value::{Class, ClassBuilder, Layout, Value};

macro_rules! exceptions {
    ($($name:ident: $base:ident,)*) => {
        /// A built-in exception class.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[expect(missing_docs, reason = "each is named for its class")]
        pub enum ExceptionKind {
            BaseException,
            $($name,)*
        }

        const EXCEPTIONS: &[(&str, ExceptionKind)] = &[$((stringify!($name), ExceptionKind::$base),)*];
    };
}

// Each after its base.
exceptions! {
    Exception: BaseException,
    SystemExit: BaseException,
    KeyboardInterrupt: BaseException,
    GeneratorExit: BaseException,
    StopIteration: Exception,
    StopAsyncIteration: Exception,
    ArithmeticError: Exception,
    FloatingPointError: ArithmeticError,
    OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError,
    AssertionError: Exception,
    AttributeError: Exception,
    BufferError: Exception,
    EOFError: Exception,
    ImportError: Exception,
    ModuleNotFoundError: ImportError,
    LookupError: Exception,
    IndexError: LookupError,
    KeyError: LookupError,
    MemoryError: Exception,
    NameError: Exception,
    UnboundLocalError: NameError,
    OSError: Exception,
    BlockingIOError: OSError,
    ChildProcessError: OSError,
    ConnectionError: OSError,
    BrokenPipeError: ConnectionError,
    ConnectionAbortedError: ConnectionError,
    ConnectionRefusedError: ConnectionError,
    ConnectionResetError: ConnectionError,
    FileExistsError: OSError,
    FileNotFoundError: OSError,
    InterruptedError: OSError,
    IsADirectoryError: OSError,
    NotADirectoryError: OSError,
    PermissionError: OSError,
    ProcessLookupError: OSError,
    TimeoutError: OSError,
    ReferenceError: Exception,
    RuntimeError: Exception,
    NotImplementedError: RuntimeError,
    RecursionError: RuntimeError,
    SyntaxError: Exception,
    IndentationError: SyntaxError,
    TabError: IndentationError,
    SystemError: Exception,
    TypeError: Exception,
    ValueError: Exception,
    UnicodeError: ValueError,
    UnicodeDecodeError: UnicodeError,
    UnicodeEncodeError: UnicodeError,
    Warning: Exception,
    DeprecationWarning: Warning,
    FutureWarning: Warning,
    PendingDeprecationWarning: Warning,
    ResourceWarning: Warning,
    RuntimeWarning: Warning,
    SyntaxWarning: Warning,
    UserWarning: Warning,
}

macro_rules! types {
    (root $root:ident; $($(#[$doc:meta])* $field:ident: $python:literal, $module:ident, $base:ident;)*) => {
        /// The classes that every machine has.
        pub struct Types {
            /// `object`.
            pub $root: Rc<Class>,
            $($(#[$doc])* pub $field: Rc<Class>,)*
            exceptions: Vec<Rc<Class>>,
            iterators: RefCell<HashMap<&'static str, Rc<Class>>>,
        }

        impl Types {
            pub(crate) fn new() -> Types {
                let $root = builtins::object::define(ClassBuilder::root("object")).build();
                $(
                    let $field = builtins::$module::define(
                        ClassBuilder::new("builtins", $python, &$base).layout(Layout::Value),
                    )
                    .build();
                )*
                let base = builtins::exceptions::define(
                    ClassBuilder::new("builtins", "BaseException", &$root).layout(Layout::Exception),
                )
                .build();
                let mut exceptions = vec![base];
                for (name, parent) in EXCEPTIONS {
                    let parent = exceptions[*parent as usize].clone();
                    let class = ClassBuilder::new("builtins", name, &parent);
                    exceptions.push(builtins::exceptions::refine(name, class).build());
                }
                Types { $root, $($field,)* exceptions, iterators: RefCell::default() }
            }

            /// The classes that are built-in names, under those names.
            pub(crate) fn named(&self) -> Vec<Rc<Class>> {
                let mut named = vec![self.object.clone(), $(self.$field.clone(),)*];
                named.extend(self.exceptions.iter().cloned());
                named
            }
        }
    };
}

types! {
    root object;
    /// `type`.
    type_: "type", type_, object;
    /// `NoneType`.
    none: "NoneType", none, object;
    /// `ellipsis`.
    ellipsis: "ellipsis", none, object;
    /// `NotImplementedType`.
    not_implemented: "NotImplementedType", none, object;
    /// `int`.
    int: "int", int, object;
    /// `bool`.
    bool: "bool", bool, int;
    /// `float`.
    float: "float", float, object;
    /// `complex`.
    complex: "complex", complex, object;
    /// `str`.
    str: "str", str, object;
    /// `bytes`.
    bytes: "bytes", bytes, object;
    /// `bytearray`.
    bytearray: "bytearray", bytearray, object;
    /// `tuple`.
    tuple: "tuple", tuple, object;
    /// `list`.
    list: "list", list, object;
    /// `dict`.
    dict: "dict", dict, object;
    /// `dict_keys`.
    dict_keys: "dict_keys", dict_view, object;
    /// `dict_values`.
    dict_values: "dict_values", dict_view, object;
    /// `dict_items`.
    dict_items: "dict_items", dict_view, object;
    /// `set`.
    set: "set", set, object;
    /// `frozenset`.
    frozenset: "frozenset", frozenset, object;
    /// `range`.
    range: "range", range, object;
    /// `slice`.
    slice: "slice", slice, object;
    /// `function`.
    function: "function", function, object;
    /// `builtin_function_or_method`.
    native: "builtin_function_or_method", function, object;
    /// `method`.
    method: "method", function, object;
    /// `property`.
    property: "property", property, object;
    /// `staticmethod`.
    staticmethod: "staticmethod", class_function, object;
    /// `classmethod`.
    classmethod: "classmethod", class_function, object;
    /// `module`.
    module: "module", module, object;
    /// `generator`.
    generator: "generator", generator, object;
    /// `coroutine`.
    coroutine: "coroutine", coroutine, object;
    /// `async_generator`.
    async_generator: "async_generator", async_generator, object;
    /// Iterators that Brooklet defines.
    iterator: "iterator", iterator, object;
    /// `super`.
    super_: "super", super_, object;
}

impl Types {
    /// A built-in exception class.
    pub fn exception(&self, kind: ExceptionKind) -> &Rc<Class> {
        &self.exceptions[kind as usize]
    }

    /// The class of the iterators of a type name.
    pub(crate) fn iterator_class(&self, type_name: &'static str) -> Rc<Class> {
        self.iterators
            .borrow_mut()
            .entry(type_name)
            .or_insert_with(|| builtins::iterator_class(type_name, &self.iterator))
            .clone()
    }

    /// The class of a value.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        use crate::value::ViewKind;
        match value {
            Value::None => &self.none,
            Value::Ellipsis => &self.ellipsis,
            Value::NotImplemented => &self.not_implemented,
            Value::Bool(_) => &self.bool,
            Value::Int(_) | Value::BigInt(_) => &self.int,
            Value::Float(_) => &self.float,
            Value::Complex(_) => &self.complex,
            Value::Str(_) => &self.str,
            Value::Bytes(_) => &self.bytes,
            Value::ByteArray(_) => &self.bytearray,
            Value::Tuple(_) => &self.tuple,
            Value::List(_) => &self.list,
            Value::Dict(_) => &self.dict,
            Value::DictView(view) => match view.kind {
                ViewKind::Keys => &self.dict_keys,
                ViewKind::Values => &self.dict_values,
                ViewKind::Items => &self.dict_items,
            },
            Value::Set(_) => &self.set,
            Value::FrozenSet(_) => &self.frozenset,
            Value::Range(_) => &self.range,
            Value::Slice(_) => &self.slice,
            Value::Function(_) => &self.function,
            Value::Native(_) => &self.native,
            // A method of a built-in class is a built-in function.
            Value::Method(method) if matches!(method.function, Value::Native(_)) => &self.native,
            Value::Method(_) => &self.method,
            Value::Property(_) => &self.property,
            Value::StaticMethod(_) => &self.staticmethod,
            Value::ClassMethod(_) => &self.classmethod,
            Value::Class(class) => class.metaclass.as_ref().unwrap_or(&self.type_),
            Value::Instance(instance) => &instance.class,
            Value::Module(_) => &self.module,
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Plain => &self.generator,
                GeneratorKind::Coroutine => &self.coroutine,
                GeneratorKind::Asynchronous => &self.async_generator,
            },
            Value::Iterator(iterator) => return self.iterator_class(iterator.type_name),
            Value::Super(_) => &self.super_,
        }
        .clone()
    }
}
