//! `PicklingError`: what cannot be pickled, on the driver or in a task.

use std::rc::Rc;

use brooklet_engine::PythonErrors;
use brooklet_python::value::{ClassBuilder, Layout, Payload};
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Class, Raise, Value, Vm};

use crate::errors::error;

struct Classes {
    pickle_error: Rc<Class>,
    pickling_error: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    let types = vm.types.clone();
    vm.extension(move || {
        let define = |name, base: &Rc<Class>| {
            ClassBuilder::new("_pickle", name, base)
                .layout(Layout::Exception)
                .build()
        };
        let pickle_error = define("PickleError", types.exception(ExceptionKind::Exception));
        Classes {
            pickling_error: define("PicklingError", &pickle_error),
            pickle_error,
        }
    })
}

/// The classes that the module `_pickle` shows.
pub(super) fn members(vm: &mut Vm) -> Vec<Rc<Class>> {
    let classes = classes(vm);
    vec![classes.pickle_error.clone(), classes.pickling_error.clone()]
}

/// The exceptions that the engine raises in PySpark's words.
pub(crate) fn python_errors() -> PythonErrors {
    PythonErrors {
        stop_iteration: |vm, text| {
            let message = format!(
                "[STOP_ITERATION_OCCURRED] Caught StopIteration thrown from user's code; \
                 failing the task: {text}"
            );
            error(vm, "PySparkRuntimeError", &message)
        },
        could_not_serialize: |vm, raise| could_not_serialize(vm, raise, "object"),
    }
}

/// `PicklingError: Could not serialize object: TypeError: …`; a `PickleError` stays as it is.
pub(super) fn could_not_serialize(vm: &mut Vm, raise: Raise, what: &str) -> Raise {
    let classes = classes(vm);
    let Raise::Exception(exception) = &raise else {
        return raise;
    };
    // An exception of the JVM side is none of pickling.
    let java = &crate::java::classes(vm).py4j_java_error;
    if exception.class.is_subclass(&classes.pickle_error) || exception.class.is_subclass(java) {
        return raise;
    }
    let name = exception.class.name.clone();
    match vm.str(&Value::Instance(exception.clone())) {
        Ok(text) => {
            let message = format!("Could not serialize {what}: {name}: {text}");
            let error = vm.new_exception(&classes.pickling_error, vec![Value::from(message)]);
            if let Payload::Exception(state) = &mut *error.payload_mut() {
                state.context = Some(exception.clone());
            }
            Raise::Exception(error)
        }
        Err(raise) => raise,
    }
}
