//! A Python step: what follows the base of an RDD, record by record.

use std::cell::OnceCell;
use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::ColumnStep;
use super::pipeline::PickledArguments;
use crate::partition::Records;

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
    /// What its function does to a record, where a kernel can do it to a whole column.
    pub(super) column_step: Option<ColumnStep>,
}

impl Step {
    /// A step.
    pub fn new(operator: &'static str, open: OpenStep, arguments: Vec<Value>) -> Step {
        Step {
            operator,
            open,
            arguments,
            column_step: None,
        }
    }

    /// The step, whose first argument is a function that maps or filters records.
    pub(crate) fn on_columns(self, column_step: ColumnStep) -> Step {
        Step {
            column_step: Some(column_step),
            ..self
        }
    }
}

/// A step in the lineage of an RDD, and of those that fused with it.
#[derive(Clone)]
pub(crate) struct LineageStep {
    pub(super) step: Step,
    /// The arguments of the pipeline that was pickled first with this step in it.
    pub(super) pickled: Rc<OnceCell<PickledArguments>>,
}

impl LineageStep {
    pub(crate) fn new(step: Step) -> LineageStep {
        LineageStep {
            step,
            pickled: Rc::default(),
        }
    }
}
