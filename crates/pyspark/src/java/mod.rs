//! What shows of Spark's JVM side through Py4J: Java objects and the exceptions they throw.

mod captured;
mod java_map;
mod java_object;
mod java_throwable;
mod py4j_error;

use std::rc::Rc;

use brooklet_python::{Class, ModuleEntry, Value, Vm};

pub(crate) use java_map::java_map;
pub(crate) use java_object::{JavaObject, java_object};
pub(crate) use java_throwable::throwable_of;
pub(crate) use py4j_error::{py4j_error, raise, raise_reported};

use crate::modules::add;

/// The classes of Py4J, one set a machine.
pub(crate) struct Py4jClasses {
    pub(crate) py4j_error: Rc<Class>,
    pub(crate) py4j_java_error: Rc<Class>,
    pub(crate) py4j_network_error: Rc<Class>,
    pub(crate) java_map: Rc<Class>,
    pub(crate) java_object: Rc<Class>,
    pub(crate) throwable: Rc<Class>,
}

/// The classes of Py4J in this machine.
pub(crate) fn classes(vm: &mut Vm) -> Rc<Py4jClasses> {
    let types = vm.types.clone();
    vm.extension(move || {
        let (py4j_error, py4j_java_error, py4j_network_error) = py4j_error::define(&types);
        Py4jClasses {
            py4j_error,
            py4j_java_error,
            py4j_network_error,
            java_map: java_map::define(&types),
            java_object: java_object::define(&types),
            throwable: java_throwable::define(&types),
        }
    })
}

/// The modules of Py4J.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("py4j", |_, _| Ok(())),
    ModuleEntry::rust("py4j.protocol", |vm, module| {
        let classes = classes(vm);
        let errors = [
            classes.py4j_error.clone(),
            classes.py4j_java_error.clone(),
            classes.py4j_network_error.clone(),
        ];
        add(module, &errors)
    }),
    ModuleEntry::rust("py4j.java_gateway", |vm, module| {
        add(module, &[classes(vm).java_object.clone()])
    })
    .and_python(|| include_str!("java_gateway.py")),
    ModuleEntry::rust(captured::MODULE, |_, module| {
        let install = Value::native("install_exception_handler", captured::install);
        module.set("install_exception_handler", install);
        Ok(())
    })
    .and_python(|| include_str!("captured.py")),
];
