//! Records that kernels make: `map` and `filter` over columns of numbers, without the machine.

use std::rc::Rc;

use brooklet_kernel::{Column, ColumnType, Kernel};
use brooklet_python::Value;
use brooklet_python::value::{PyIterator, Tuple};
use brooklet_python::vm::{Result, Vm};

use super::OpenStep;
use crate::partition::{Chunk, Partition, Records};

/// What a step's function does to a record, and a kernel to a whole column of records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColumnStep {
    /// It gives another.
    Map,
    /// It says whether the record stays.
    Filter,
}

/// A step in a task, about to start.
pub(crate) struct OpenableStep {
    pub(crate) open: OpenStep,
    pub(crate) column_step: Option<ColumnStep>,
    pub(crate) arguments: Rc<Tuple>,
}

/// The records that come out of the first steps over a partition, a chunk at a time: of a column of
/// numbers by kernels, of any other chunk by the steps themselves. A chunk for which a kernel has
/// no answer goes through the steps from its start: kernels have no effects, so nothing happens
/// twice.
pub(crate) struct KernelRecords {
    partition: Partition,
    index: usize,
    next_chunk: usize,
    steps: Vec<OpenableStep>,
    /// What the first kernel takes.
    argument: Option<ColumnType>,
    kernels: Vec<(ColumnStep, Kernel)>,
    current: Current,
}

enum Current {
    Column { column: Column, next: usize },
    Steps(Records),
}

impl KernelRecords {
    /// The records of a partition after as many of its first steps as kernels can do, and the
    /// steps that are left.
    pub(crate) fn of(
        partition: Partition,
        index: usize,
        mut steps: Vec<OpenableStep>,
    ) -> (Records, Vec<OpenableStep>) {
        let first = partition.chunks().iter().find(|chunk| !chunk.is_empty());
        let argument = first.and_then(column_type);
        let kernels = argument.map_or_else(Vec::new, |argument| kernels(&steps, argument));
        if kernels.is_empty() {
            return (Records::new(partition.into_records()), steps);
        }
        let left = steps.split_off(kernels.len());
        let records = KernelRecords {
            partition,
            index,
            next_chunk: 0,
            steps,
            argument,
            kernels,
            current: Current::Column {
                column: Column::Ints(Vec::new()),
                next: 0,
            },
        };
        (Records::new(records), left)
    }

    /// What kernels make of a chunk; `None` where the machine must do it.
    fn column(&self, chunk: &Chunk) -> Option<Column> {
        if column_type(chunk) != self.argument {
            return None;
        }
        let mut column = match (chunk.ints(), chunk.floats()) {
            (Some(ints), _) => Column::Ints(ints.to_vec()),
            (None, Some(floats)) => Column::Floats(floats.to_vec()),
            (None, None) => return None,
        };
        for (column_step, kernel) in &self.kernels {
            let results = kernel.run(&column)?;
            column = match column_step {
                ColumnStep::Map => results,
                ColumnStep::Filter => column.keep(&results),
            };
        }
        Some(column)
    }

    /// A chunk's records after the steps, as the machine makes them.
    fn open_steps(&self, vm: &mut Vm, chunk: Chunk) -> Result<Records> {
        let mut records = Records::new(Partition::new(vec![chunk]).into_records());
        for step in &self.steps {
            records = (step.open)(vm, self.index, &step.arguments, records)?;
        }
        Ok(records)
    }
}

impl PyIterator for KernelRecords {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        loop {
            match &mut self.current {
                Current::Column { column, next } if *next < column.len() => {
                    *next += 1;
                    return Ok(Some(column.value(*next - 1)));
                }
                Current::Column { .. } => {}
                Current::Steps(records) => {
                    if let Some(record) = records.next(vm)? {
                        return Ok(Some(record));
                    }
                }
            }
            let Some(chunk) = self.partition.chunks().get(self.next_chunk).cloned() else {
                return Ok(None);
            };
            self.next_chunk += 1;
            self.current = match self.column(&chunk) {
                Some(column) => Current::Column { column, next: 0 },
                None => Current::Steps(self.open_steps(vm, chunk)?),
            };
        }
    }
}

/// Kernels for as many of the first steps as have one, each for what the one before it gives.
fn kernels(steps: &[OpenableStep], mut argument: ColumnType) -> Vec<(ColumnStep, Kernel)> {
    let mut kernels = Vec::new();
    for step in steps {
        let function = step.arguments.first();
        let kernel = function.and_then(|function| Kernel::of(function, argument));
        let (Some(column_step), Some(kernel)) = (step.column_step, kernel) else {
            break;
        };
        if column_step == ColumnStep::Map {
            argument = kernel.result_type();
        }
        kernels.push((column_step, kernel));
    }
    kernels
}

fn column_type(chunk: &Chunk) -> Option<ColumnType> {
    match (chunk.ints(), chunk.floats()) {
        (Some(_), _) => Some(ColumnType::Int),
        (None, Some(_)) => Some(ColumnType::Float),
        (None, None) => None,
    }
}
