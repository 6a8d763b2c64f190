//! `pyspark.errors`: the exceptions that PySpark's Python layer raises.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Layout, Module};
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Class, ModuleEntry, Raise, Result, Value, Vm};

use crate::modules::add;

/// Its exceptions: name, and the built-in class that each is as well.
const ERRORS: &[(&str, ExceptionKind)] = &[
    ("PySparkValueError", ExceptionKind::ValueError),
    ("PySparkTypeError", ExceptionKind::TypeError),
    ("PySparkAttributeError", ExceptionKind::AttributeError),
    ("PySparkRuntimeError", ExceptionKind::RuntimeError),
    ("PySparkIndexError", ExceptionKind::IndexError),
    ("PySparkKeyError", ExceptionKind::KeyError),
    (
        "PySparkNotImplementedError",
        ExceptionKind::NotImplementedError,
    ),
    ("PySparkAssertionError", ExceptionKind::AssertionError),
    ("PySparkPicklingError", ExceptionKind::Exception),
    ("PythonException", ExceptionKind::Exception),
    ("IllegalArgumentException", ExceptionKind::Exception),
];

const MODULE: &str = "pyspark.errors.exceptions.base";

struct ErrorClasses(Vec<Rc<Class>>);

fn classes(vm: &mut Vm) -> Rc<ErrorClasses> {
    let types = vm.types.clone();
    vm.extension(move || {
        let exception = types.exception(ExceptionKind::Exception);
        let base = ClassBuilder::new(MODULE, "PySparkException", exception)
            .layout(Layout::Exception)
            .methods(&[("__str__", to_string), ("getCondition", condition)])
            .build();
        let derived = ERRORS.iter().map(|(name, kind)| {
            let builder = ClassBuilder::new(MODULE, name, &base).layout(Layout::Exception);
            match kind {
                ExceptionKind::Exception => builder.build(),
                kind => builder.also(types.exception(*kind)).build(),
            }
        });
        ErrorClasses(std::iter::once(base.clone()).chain(derived).collect())
    })
}

/// Its message as it is, also where it is a `KeyError`, which quotes it.
fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    match vm.get_attribute(&args[0], "args")? {
        Value::Tuple(given) if given.len() == 1 => vm.str(&given[0]).map(Value::from),
        given => vm.str(&given).map(Value::from),
    }
}

/// The error class, which the message begins with, in brackets.
fn condition(vm: &mut Vm, args: Args) -> Result<Value> {
    let message = vm.str(&args[0])?;
    let class = message
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    Ok(class.map_or(Value::None, |(class, _)| Value::str(class)))
}

/// The modules of PySpark's errors.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::python("pyspark.errors", || ALL),
    ModuleEntry::python("pyspark.errors.exceptions", || ALL),
    ModuleEntry::rust(MODULE, define).and_python(|| include_str!("errors/base.py")),
];

/// The text of modules that have all exceptions.
const ALL: &str = "from pyspark.errors.exceptions.base import *\n";

fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    add(module, &classes(vm).0)
}

/// An exception of PySpark, by the name of its class.
pub(crate) fn error(vm: &mut Vm, class: &str, message: &str) -> Raise {
    let classes = classes(vm);
    let known = classes.0.iter().find(|known| known.name.as_str() == class);
    let class = known.unwrap_or(&classes.0[0]);
    Raise::Exception(vm.new_exception(class, vec![Value::str(message)]))
}

/// `PySparkRuntimeError` for a `SparkContext` or a `StreamingContext` that a function carries off.
pub(crate) fn context_on_worker(vm: &mut Vm) -> Raise {
    error(
        vm,
        "PySparkRuntimeError",
        "[CONTEXT_ONLY_VALID_ON_DRIVER] It appears that you are attempting to reference SparkContext \
         from a broadcast variable, action, or transformation. SparkContext can only be used on the \
         driver, not in code that runs on workers. For more information, see SPARK-5063.",
    )
}
