//! Python steps: what follows the base of an RDD, record by record.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::pickle::Pickled;
use brooklet_python::vm::{Result, Vm};

use super::kernel_records::{KernelRecords, Narrow, OpenableStep};
use super::{Plan, Records};
use crate::broadcast::{BroadcastState, PickledBroadcasts};
use crate::partition::pickle_record;
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
    /// What its function does to a number, where a kernel can stand in for it.
    narrow: Option<Narrow>,
}

impl Step {
    /// A step.
    pub fn new(operator: &'static str, open: OpenStep, arguments: Vec<Value>) -> Step {
        Step {
            operator,
            open,
            arguments,
            narrow: None,
        }
    }

    /// The step, whose first argument is a function that maps or filters records.
    pub(crate) fn narrow(self, narrow: Narrow) -> Step {
        Step {
            narrow: Some(narrow),
            ..self
        }
    }
}

/// A step in the lineage of an RDD, and of those that fused with it.
#[derive(Clone)]
pub(crate) struct PlacedStep {
    step: Step,
    /// The arguments of the pipeline that was pickled first with this step in it.
    pickled: Rc<OnceCell<PickledArguments>>,
}

impl PlacedStep {
    pub(crate) fn new(step: Step) -> PlacedStep {
        PlacedStep {
            step,
            pickled: Rc::default(),
        }
    }
}

/// The arguments of steps as a job froze them.
#[derive(Clone)]
struct PickledArguments {
    /// A tuple of the argument tuples of these steps, and perhaps of some that follow them.
    values: Pickled,
    /// The broadcast variables that they hold.
    broadcasts: Arc<[Arc<BroadcastState>]>,
}

/// Steps over a plan, pickled together, as PySpark pickles a fused pipeline in one go.
pub(crate) struct Pipeline {
    pub(crate) base: Arc<Plan>,
    steps: Vec<(OpenStep, Option<Narrow>)>,
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
        steps: &[PlacedStep],
    ) -> crate::error::Result<Pipeline> {
        let arguments = steps
            .iter()
            .map(|placed| Value::tuple(placed.step.arguments.clone()))
            .collect();
        let met = PickledBroadcasts::of(vm);
        met.take();
        let arguments = PickledArguments {
            values: pickle_record(vm, &Value::tuple(arguments))?,
            broadcasts: met.take().into(),
        };
        for placed in steps {
            placed.pickled.get_or_init(|| arguments.clone());
        }
        Ok(Pipeline::of_pickled(base, steps, arguments))
    }

    /// The steps as a job froze them, with what follows them or alone; pickled now if none did.
    pub(crate) fn as_pickled(
        vm: &mut Vm,
        base: Arc<Plan>,
        steps: &[PlacedStep],
    ) -> crate::error::Result<Pipeline> {
        match steps.last().and_then(|placed| placed.pickled.get()) {
            Some(arguments) => Ok(Pipeline::of_pickled(base, steps, arguments.clone())),
            None => Pipeline::pickle(vm, base, steps),
        }
    }

    fn of_pickled(base: Arc<Plan>, steps: &[PlacedStep], arguments: PickledArguments) -> Pipeline {
        Pipeline {
            base,
            steps: steps
                .iter()
                .map(|placed| (placed.step.open, placed.step.narrow))
                .collect(),
            operator: steps.last().map(|placed| placed.step.operator),
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
            .map(|((open, narrow), arguments)| {
                let Value::Tuple(arguments) = arguments else {
                    unreachable!("a pickled tuple unpickles to a tuple");
                };
                OpenableStep {
                    open: *open,
                    narrow: *narrow,
                    arguments: arguments.clone(),
                }
            })
            .collect())
    }
}
