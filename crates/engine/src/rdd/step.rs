//! Python steps: what follows the base of an RDD, record by record.

use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::freeze::Frozen;
use brooklet_python::vm::{Result, Vm};

use super::{Plan, Records};
use crate::partition::freeze_record;
use crate::scheduler::TaskContext;
use crate::task::TaskError;

/// Starts a step in a task: its partition's index, its arguments and the records before it.
pub type OpenStep = fn(&mut Vm, usize, &[Value], Records) -> Result<Records>;

/// A Python step of an RDD, on the driver: what starts it, and the functions and values it needs.
#[derive(Clone)]
pub struct Step {
    /// The operator's name, for lineage.
    pub operator: &'static str,
    /// What starts it in a task.
    pub open: OpenStep,
    /// Functions and values that travel to the task.
    pub arguments: Vec<Value>,
}

impl Step {
    /// A step.
    pub fn new(operator: &'static str, open: OpenStep, arguments: Vec<Value>) -> Step {
        Step {
            operator,
            open,
            arguments,
        }
    }
}

/// Steps over a plan, frozen together, as PySpark pickles a fused pipeline in one go.
pub(crate) struct Pipeline {
    pub(crate) base: Arc<Plan>,
    steps: Vec<OpenStep>,
    /// A tuple of the steps' argument tuples.
    arguments: Frozen,
}

impl Pipeline {
    /// No step at all.
    pub(crate) fn of(base: Arc<Plan>) -> Pipeline {
        Pipeline {
            base,
            steps: Vec::new(),
            arguments: Frozen::tuple([]),
        }
    }

    pub(crate) fn freeze(
        vm: &mut Vm,
        base: Arc<Plan>,
        steps: &[Step],
    ) -> crate::error::Result<Pipeline> {
        let arguments = steps
            .iter()
            .map(|step| Value::tuple(step.arguments.clone()))
            .collect();
        Ok(Pipeline {
            base,
            steps: steps.iter().map(|step| step.open).collect(),
            arguments: freeze_record(vm, &Value::tuple(arguments))?,
        })
    }

    /// Starts all steps over the base's partition.
    pub(crate) fn open(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Records, TaskError> {
        let input = self.base.partition(task, partition)?;
        let vm = &mut *task.vm;
        let mut records = Records::new(input.into_records());
        let Value::Tuple(arguments) = self.arguments.thaw(vm)? else {
            unreachable!("a frozen tuple thaws to a tuple");
        };
        for (open, arguments) in self.steps.iter().zip(arguments.iter()) {
            let Value::Tuple(arguments) = arguments else {
                unreachable!("a frozen tuple thaws to a tuple");
            };
            records = open(vm, partition, arguments, records)?;
        }
        Ok(records)
    }
}
