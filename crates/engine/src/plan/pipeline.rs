//! Pipelines: Python steps over a plan, pickled together.

use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::pickle::Pickled;
use brooklet_python::vm::{Result, Vm};

use super::kernel_records::{KernelRecords, OpenableStep};
use super::{ColumnStep, LineageStep, OpenStep, Plan, TaskContext};
use crate::partition::{Records, pickle_record};
use crate::task::{BroadcastState, PickledBroadcasts, TaskError};

/// The arguments of steps as a job pickled them.
#[derive(Clone)]
pub(super) struct PickledArguments {
    /// A tuple of the argument tuples of these steps, and perhaps of some that follow them.
    values: Pickled,
    /// The broadcast variables that they hold.
    broadcasts: Arc<[Arc<BroadcastState>]>,
}

/// Steps over a plan, pickled together, as PySpark pickles a fused pipeline in one go.
pub(crate) struct Pipeline {
    pub(crate) base: Arc<Plan>,
    steps: Vec<(OpenStep, Option<ColumnStep>)>,
    /// What the last step is called.
    operator: Option<&'static str>,
    arguments: PickledArguments,
}

impl Pipeline {
    /// No step at all.
    pub(crate) fn of(base: Arc<Plan>) -> Pipeline {
        Pipeline {
            base,
            steps: Vec::new(),
            operator: None,
            arguments: PickledArguments {
                values: Pickled::tuple([]),
                broadcasts: Arc::default(),
            },
        }
    }

    pub(crate) fn pickle(
        vm: &mut Vm,
        base: Arc<Plan>,
        steps: &[LineageStep],
    ) -> crate::error::Result<Pipeline> {
        let arguments = steps
            .iter()
            .map(|lineage_step| Value::tuple(lineage_step.step.arguments.clone()))
            .collect();
        let met = PickledBroadcasts::of(vm);
        met.take();
        let arguments = PickledArguments {
            values: pickle_record(vm, &Value::tuple(arguments))?,
            broadcasts: met.take().into(),
        };
        for lineage_step in steps {
            lineage_step.pickled.get_or_init(|| arguments.clone());
        }
        Ok(Pipeline::of_pickled(base, steps, arguments))
    }

    /// The steps as a job pickled them, with what follows them or alone; pickled now if none did.
    pub(crate) fn as_pickled(
        vm: &mut Vm,
        base: Arc<Plan>,
        steps: &[LineageStep],
    ) -> crate::error::Result<Pipeline> {
        match steps
            .last()
            .and_then(|lineage_step| lineage_step.pickled.get())
        {
            Some(arguments) => Ok(Pipeline::of_pickled(base, steps, arguments.clone())),
            None => Pipeline::pickle(vm, base, steps),
        }
    }

    fn of_pickled(base: Arc<Plan>, steps: &[LineageStep], arguments: PickledArguments) -> Pipeline {
        Pipeline {
            base,
            steps: steps
                .iter()
                .map(|lineage_step| (lineage_step.step.open, lineage_step.step.column_step))
                .collect(),
            operator: steps.last().map(|lineage_step| lineage_step.step.operator),
            arguments,
        }
    }

    /// What the last step is called, if there is one.
    pub(crate) fn operator(&self) -> Option<&'static str> {
        self.operator
    }

    /// Refuses a job that would need a broadcast variable that is destroyed.
    pub(crate) fn check(&self) -> crate::error::Result<()> {
        let mut broadcasts = self.arguments.broadcasts.iter();
        broadcasts.try_for_each(|broadcast| broadcast.check())
    }

    /// Starts all steps over the base's partition.
    pub(crate) fn open(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Records, TaskError> {
        let input = self.base.partition(task, partition)?;
        let vm = &mut *task.vm;
        let steps = self.unpickle_steps(vm)?;
        let (mut records, left) = KernelRecords::of(input, partition, steps);
        for step in left {
            records = (step.open)(vm, partition, &step.arguments, records)?;
        }
        Ok(records)
    }

    fn unpickle_steps(&self, vm: &mut Vm) -> Result<Vec<OpenableStep>, TaskError> {
        let Value::Tuple(arguments) = self.arguments.values.unpickle(vm)? else {
            unreachable!("a pickled tuple unpickles to a tuple");
        };
        let steps = self.steps.iter().zip(arguments.iter());
        Ok(steps
            .map(|((open, column_step), arguments)| {
                let Value::Tuple(arguments) = arguments else {
                    unreachable!("a pickled tuple unpickles to a tuple");
                };
                OpenableStep {
                    open: *open,
                    column_step: *column_step,
                    arguments: arguments.clone(),
                }
            })
            .collect())
    }
}
