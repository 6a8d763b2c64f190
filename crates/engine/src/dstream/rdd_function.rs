//! Functions from the RDDs of a batch to another RDD.

use std::rc::Rc;

use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::history::History;
use crate::error::{Error, Result};
use crate::rdd::Rdd;

/// What such a function gives: an RDD, or another value, on which the next function may fail.
#[derive(Clone)]
pub enum Given {
    /// An RDD.
    Rdd(Rdd),
    /// Any other value that a function of the program gave; mostly `None`.
    Other(Value),
}

impl From<Rdd> for Given {
    fn from(rdd: Rdd) -> Given {
        Given::Rdd(rdd)
    }
}

impl Given {
    /// The RDD, whose attribute `name` is needed.
    ///
    /// # Errors
    /// `AttributeError`, as Python raises it, for any other value.
    pub(crate) fn rdd(self, vm: &mut Vm, name: &str) -> Result<Rdd> {
        match self {
            Given::Rdd(rdd) => Ok(rdd),
            Given::Other(value) => {
                let class = vm.type_name(&value);
                let message = format!("'{class}' object has no attribute '{name}'");
                Err(Error::Raised(
                    vm.error(ExceptionKind::AttributeError, message),
                ))
            }
        }
    }

    /// The RDD for the graph. A value that is false in Python means: no RDD.
    pub(crate) fn outcome(self, vm: &mut Vm) -> Result<Option<Rdd>> {
        match self {
            Given::Other(value) if !vm.truth(&value)? => Ok(None),
            given => given.rdd(vm, "_jrdd").map(Some),
        }
    }
}

type Call = dyn Fn(&mut Vm, BatchTime, Vec<Given>) -> Result<Given>;

/// A function from the RDDs of a batch to another RDD; it runs on the driver, while the batch is
/// generated.
#[derive(Clone)]
pub struct RddFunction {
    call: Rc<Call>,
    /// The functions of the program in it, which a checkpoint of the graph pickles.
    functions: Vec<Value>,
}

impl RddFunction {
    /// A function; `functions` are those of the program in it.
    pub fn new(
        functions: Vec<Value>,
        call: impl Fn(&mut Vm, BatchTime, Vec<Given>) -> Result<Given> + 'static,
    ) -> RddFunction {
        RddFunction {
            call: Rc::new(call),
            functions,
        }
    }

    /// A function of one RDD.
    pub fn of_one(
        functions: Vec<Value>,
        call: impl Fn(&mut Vm, BatchTime, Given) -> Result<Given> + 'static,
    ) -> RddFunction {
        RddFunction::new(functions, move |vm, time, mut given| {
            let first = given.remove(0);
            call(vm, time, first)
        })
    }

    /// A function of two RDDs.
    pub fn of_two(
        functions: Vec<Value>,
        call: impl Fn(&mut Vm, Given, Given) -> Result<Given> + 'static,
    ) -> RddFunction {
        RddFunction::new(functions, move |vm, _, mut given| {
            let second = given.remove(1);
            let first = given.remove(0);
            call(vm, first, second)
        })
    }

    /// Calls it.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(&self, vm: &mut Vm, time: BatchTime, given: Vec<Given>) -> Result<Given> {
        (self.call)(vm, time, given)
    }

    /// The functions of the program in it.
    pub(crate) fn functions(&self) -> &[Value] {
        &self.functions
    }

    /// This function; the RDDs that it gives are noted in the history of a stream.
    pub(crate) fn noted_in(self, history: &Rc<History>) -> RddFunction {
        let history = history.clone();
        let call = self.call;
        RddFunction::new(self.functions, move |vm, time, given| {
            let given = call(vm, time, given)?;
            if let Given::Rdd(rdd) = &given {
                history.note(time, rdd);
            }
            Ok(given)
        })
    }

    /// This function, then another on what it gives.
    pub(crate) fn then(&self, next: &RddFunction) -> RddFunction {
        let functions = [self.functions.as_slice(), next.functions.as_slice()].concat();
        let (first, next) = (self.clone(), next.clone());
        RddFunction::new(functions, move |vm, time, given| {
            let between = first.call(vm, time, given)?;
            next.call(vm, time, vec![between])
        })
    }
}
