//! A context for documentation examples and tests: records and functions are given as Python text.

use std::rc::Rc;

use brooklet_python::vm::SilentHost;
use brooklet_python::{Value, Vm};
use brooklet_python_compiler::compiler::compile;
use brooklet_python_stdlib::LIBRARY;

use crate::{BlockStore, Context, ContextOptions, Error, PythonErrors, Rdd, Worker};

fn machine() -> Vm {
    Vm::with_library(Rc::new(SilentHost), &LIBRARY)
}

/// A driver's machine and a context.
///
/// ```
/// use brooklet_engine::example::Example;
///
/// let mut example = Example::local(2);
/// let rdd = example.parallelize("[1, 2, 3]", 2);
/// assert_eq!(example.layout(&rdd), "[[1], [2, 3]]");
/// ```
pub struct Example {
    /// The driver's machine.
    pub vm: Vm,
    /// The context.
    pub context: Rc<Context>,
}

impl Example {
    /// A context like `local[parallelism]`.
    pub fn local(parallelism: usize) -> Example {
        let mut vm = machine();
        let options = ContextOptions {
            default_parallelism: parallelism,
            cores: parallelism,
            explicit_parallelism: false,
            max_failures: 1,
            worker: Worker::new(PythonErrors::default(), |_| machine()),
            store: BlockStore::new(),
            wall_clock_ms: || 0.0,
        };
        let context = Context::new(&mut vm, options);
        Example { vm, context }
    }

    /// The value of an expression.
    ///
    /// # Panics
    /// If it has none.
    pub fn value(&mut self, expression: &str) -> Value {
        let program = format!("value = {expression}\n");
        let code = compile(&program, "example.py").expect("the expression compiles");
        let globals = self.vm.run_to_end(&code).expect("the expression runs");
        globals.get_str("value").expect("the program sets it")
    }

    /// An RDD of the items of a list.
    ///
    /// # Panics
    /// If the text is no list of records that can be pickled.
    pub fn parallelize(&mut self, list: &str, slices: usize) -> Rdd {
        let list = self.value(list);
        let records = self
            .vm
            .collect(&list)
            .expect("the list can be iterated over");
        let made = self.context.parallelize(&mut self.vm, &records, slices);
        made.expect("the records can be pickled")
    }

    /// The `repr` of a value.
    ///
    /// # Panics
    /// If it has none.
    pub fn repr(&mut self, value: &Value) -> String {
        self.vm.repr(value).expect("the value has a repr")
    }

    /// The `repr` of the list of an RDD's partitions.
    ///
    /// # Panics
    /// If the job fails.
    pub fn layout(&mut self, rdd: &Rdd) -> String {
        let partitions = rdd.glom().collect(&mut self.vm);
        let partitions = Value::list(partitions.expect("the job succeeds"));
        self.repr(&partitions)
    }

    /// The text of a failure: of a Python exception its class and message.
    pub fn failure<T>(&mut self, result: crate::Result<T>) -> Option<String> {
        match result {
            Ok(_) => None,
            Err(Error::Job(failure)) => match &failure.cause {
                crate::TaskFailure::Python { class, message, .. } => {
                    Some(format!("{class}: {message}"))
                }
                cause => Some(cause.to_string()),
            },
            Err(error) => Some(error.to_string()),
        }
    }
}
