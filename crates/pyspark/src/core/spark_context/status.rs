//! `statusTracker`: the last jobs, as `pyspark.core.status` reads them.

use brooklet_engine::{JobInfo, JobState};
use brooklet_python::{Args, Result, Value, Vm};

use super::this;
use crate::core::environment::ActiveContext;

/// `statusTracker()`.
pub(super) fn tracker(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.engine(vm)?;
    let module = Value::Module(vm.import("pyspark.core.status")?);
    let class = vm.get_attribute(&module, "StatusTracker")?;
    vm.call_one(&class, Value::native("jobs", jobs))
}

/// `(number, group, status, stages)` for each job of the context that runs.
fn jobs(vm: &mut Vm, _: Args) -> Result<Value> {
    let Some(context) = ActiveContext::of(vm).0.borrow().clone() else {
        return Ok(Value::list(Vec::new()));
    };
    let jobs = this(vm, &Args::one(context))?.engine(vm)?.last_jobs();
    Ok(Value::list(jobs.into_iter().map(described).collect()))
}

fn described(job: JobInfo) -> Value {
    let status = match job.state {
        JobState::Running => "RUNNING",
        JobState::Succeeded => "SUCCEEDED",
        JobState::Failed => "FAILED",
    };
    let stages = job.stages.into_iter().map(|stage| {
        Value::tuple(vec![
            Value::Int(stage.id as i64),
            Value::from(stage.name),
            Value::from(stage.tasks),
            Value::from(stage.completed),
            Value::from(stage.failed),
        ])
    });
    Value::tuple(vec![
        Value::Int(job.id as i64),
        job.group.map_or(Value::None, Value::from),
        Value::str(status),
        Value::list(stages.collect()),
    ])
}
