//! `TaskContext`: what a function can know of the task that it runs in.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::RunningTask;
use brooklet_pyspark_api::core::TASK_CONTEXT;
use brooklet_python::native_class::{NativeClass, object, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Result, Value, Vm};

use crate::binding::{arguments, methods};
use crate::state::TaskProperties;

/// The running task.
pub(crate) struct TaskContext(RunningTask);

/// A task that left with a record.
struct PickledTask(RunningTask);

impl PickledNative for PickledTask {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        Ok(object(vm, TaskContext(self.0)))
    }
}

impl NativeData for TaskContext {
    fn pickle(&self, _: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Ok(Arc::new(PickledTask(self.0)))
    }
}

impl NativeClass for TaskContext {
    const MODULE: &'static str = "pyspark.taskcontext";
    const NAME: &'static str = "TaskContext";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, _, args| get(vm, args))
            .class_methods(methods![TASK_CONTEXT;
                "get" => get,
            ])
            .methods(methods![TASK_CONTEXT;
                "partitionId" => |vm, args| {
                    Ok(Value::from(this(vm, &args)?.0.partition))
                },
                "stageId" => |vm, args| {
                    Ok(Value::Int(this(vm, &args)?.0.stage as i64))
                },
                "attemptNumber" => |vm, args| {
                    Ok(Value::from(this(vm, &args)?.0.attempt))
                },
                "taskAttemptId" => |vm, args| {
                    Ok(Value::Int(this(vm, &args)?.0.task as i64))
                },
                "cpus" => |_, _| Ok(Value::Int(1)),
                "getLocalProperty" => get_local_property,
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<TaskContext>> {
    receiver::<TaskContext>(vm, args, "TaskContext")
}

/// The running task, `None` on the driver.
fn get(vm: &mut Vm, _: Args) -> Result<Value> {
    match RunningTask::of(vm) {
        Some(task) => Ok(object(vm, TaskContext(task))),
        None => Ok(Value::None),
    }
}

fn get_local_property(vm: &mut Vm, args: Args) -> Result<Value> {
    let [key] = arguments(args);
    let key = vm.str(&key)?;
    let value = TaskProperties::of(vm).and_then(|properties| properties.get(&key));
    Ok(value.map_or(Value::None, Value::from))
}
