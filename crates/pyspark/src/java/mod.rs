//! What shows of Spark's JVM side through Py4J: Java objects and the exceptions they throw.

mod java_map;
mod java_object;
mod java_throwable;
mod py4j_error;

use std::rc::Rc;

use brooklet_python::value::Module;
use brooklet_python::{Class, Result, Vm};

pub(crate) use java_map::java_map;
pub(crate) use java_object::{JavaObject, java_object};
pub(crate) use java_throwable::throwable_of;
pub(crate) use py4j_error::{raise, raise_reported};

use crate::modules::of_classes;

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

/// Makes a module of Py4J.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let classes = classes(vm);
    let members: Vec<&Rc<Class>> = match name {
        "py4j" => Vec::new(),
        "py4j.protocol" => vec![
            &classes.py4j_error,
            &classes.py4j_java_error,
            &classes.py4j_network_error,
        ],
        "py4j.java_gateway" => vec![&classes.java_object],
        _ => return None,
    };
    Some(Ok(of_classes(name, &members)))
}
