//! `pyspark.errors`: the exceptions that PySpark's Python layer raises.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Layout, Module};
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Class, ModuleEntry, Raise, Result, Value, Vm};

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

/// The modules of PySpark's errors.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("pyspark.errors", define),
    ModuleEntry::rust("pyspark.errors.exceptions", define),
    ModuleEntry::rust(MODULE, define),
];

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
