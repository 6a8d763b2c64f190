//! A task: the computation of one partition, and the machines that tasks run on. It knows nothing
//! of what is computed.

mod accumulator;
mod broadcast;
mod output;
mod worker;

use std::cell::Cell;
use std::rc::Rc;

use brooklet_python::pickle::Pickled;
use brooklet_python::value::{Instance, Payload};
use brooklet_python::vm::{ExceptionKind, Vm};
use brooklet_python::{Args, Raise, Value};

pub use accumulator::TaskAccumulators;
pub use broadcast::{BroadcastState, PickledBroadcasts};
pub(crate) use output::take_task_output;
pub use output::write_task_output;
pub use worker::{Effects, PythonErrors, Worker};
pub(crate) use worker::{could_not_serialize, stop_iteration};

use crate::error::{FailedCall, TaskFailure};

/// Which task runs, as its functions can learn.
#[derive(Clone, Copy, Debug)]
pub struct RunningTask {
    /// The partition that it computes.
    pub partition: usize,
    /// Its stage, counted from 0 over the context's life.
    pub stage: u64,
    /// Which try this is, from 0.
    pub attempt: usize,
    /// The task, counted from 0 over the context's life.
    pub task: u64,
}

/// The task that a machine runs.
#[derive(Default)]
struct Running(Cell<Option<RunningTask>>);

impl RunningTask {
    /// The task that a machine runs; `None` on the driver.
    pub fn of(vm: &mut Vm) -> Option<RunningTask> {
        vm.extension(Running::default).0.get()
    }

    /// Notes which task a machine runs. Its `random` and its clock start anew, so that what a task
    /// sees does not depend on the tasks that its thread ran before.
    pub(crate) fn enter(self, vm: &mut Vm) {
        vm.extension(Running::default).0.set(Some(self));
        vm.host.begin_task();
        if let Ok(random) = vm.import("random") {
            let seed = Value::Int(self.task as i64);
            // Seeding with an int cannot fail.
            let _ = vm.call_method(&Value::Module(random), "seed", Args::one(seed));
        }
    }
}

/// What a task added to an accumulator.
#[derive(Clone)]
pub struct AccumulatorUpdate {
    /// The accumulator.
    pub id: u64,
    /// The sum of what the task added.
    pub value: Pickled,
}

/// Why a task failed, on its own thread.
#[derive(Debug)]
pub enum TaskError {
    /// A Python exception.
    Raised(Raise),
    /// An exception that Spark's JVM side would throw.
    Java {
        /// The class with its package.
        class: &'static str,
        /// The message.
        message: String,
    },
    /// Zipped chunks of different lengths.
    UnequalChunks {
        /// Records in the left chunk.
        left: usize,
        /// Records in the right chunk.
        right: usize,
    },
}

impl From<Raise> for TaskError {
    fn from(raise: Raise) -> TaskError {
        TaskError::Raised(raise)
    }
}

impl TaskError {
    /// The failure in a form that leaves the thread; `None` when the program was given up.
    pub(crate) fn into_failure(self, vm: &mut Vm) -> Option<TaskFailure> {
        match self {
            TaskError::Raised(raise) => failure_of(vm, &raise),
            TaskError::Java { class, message } => Some(TaskFailure::Java { class, message }),
            TaskError::UnequalChunks { left, right } => {
                Some(TaskFailure::UnequalChunks { left, right })
            }
        }
    }
}

fn failure_of(vm: &mut Vm, raise: &Raise) -> Option<TaskFailure> {
    let exception = raise.exception()?;
    let class = &exception.class;
    let class_name = match class.module.as_str() {
        "builtins" => class.qualname.to_string(),
        module => format!("{module}.{}", class.qualname),
    };
    let mut calls = Vec::new();
    if let Payload::Exception(state) = &*exception.payload() {
        calls.extend(state.traceback.iter().rev().map(|entry| FailedCall {
            file: entry.file.to_string(),
            function: entry.function.to_string(),
            line: entry.line,
            span: entry.span,
        }));
    }
    let message = vm
        .str(&Value::Instance(exception.clone()))
        .unwrap_or_else(|_| "<exception str() failed>".to_string());
    let traceback = traceback_text(vm, exception);
    Some(TaskFailure::Python {
        class: class_name,
        message,
        traceback,
        calls,
    })
}

/// The traceback of an exception that Spark quotes. One that no call of the program is part of has
/// its heading nevertheless: in Spark, calls of PySpark's own stand there.
pub fn traceback_text(vm: &mut Vm, exception: &Rc<Instance>) -> String {
    let mut text = vm.format_exception(exception);
    // Only what ends a program is printed with `Did you mean: 'x'?`, not what `traceback` formats.
    let last = vm.format_exception_line(exception);
    if let Some(at) = text.rfind(&last)
        && text[at + last.len()..].starts_with(". Did you mean: '")
    {
        text.truncate(at + last.len());
        text.push('\n');
    }
    match text.starts_with("Traceback") {
        true => text,
        false => format!("Traceback (most recent call last):\n{text}"),
    }
}

/// Whether an exception is `StopIteration`.
pub(crate) fn is_stop_iteration(vm: &Vm, raise: &Raise) -> bool {
    vm.is_exception(raise, ExceptionKind::StopIteration)
}
