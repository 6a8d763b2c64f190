//! Paging through the records of an output at a batch.

use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_engine::{Context, Partition};
use brooklet_protocol::RecordOrder;
use brooklet_python::pickle::Pickled;
use brooklet_python::{Value, Vm};

use super::look::partitions;
use super::record_sort::sort;
use super::state::DriverState;
use crate::record_table::record_table;

/// The records of an output at a batch, kept so that the next page needs no new computation.
pub(super) struct Inspected {
    output: u32,
    time: BatchTime,
    spark: Rc<Context>,
    partitions: Vec<Partition>,
    sorted: Option<Sorted>,
}

struct Sorted {
    order: RecordOrder,
    /// Positions of the records, the first in the order first.
    positions: Vec<u32>,
}

/// Some of the records as a table, and how many there are in all.
#[derive(Default)]
pub(super) struct Page {
    pub(super) total: usize,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Inspected {
    /// Computes the records; nothing where the output had none or they cannot be computed.
    pub(super) fn compute(
        vm: &mut Vm,
        state: &Rc<DriverState>,
        output: u32,
        time: BatchTime,
    ) -> Option<Inspected> {
        let session = state.session_at(time)?;
        let outputs = session.engine.outputs();
        let stream = outputs.get(output as usize)?.site.stream;
        let partitions = partitions(vm, state, &session, stream, time).ok()?;
        let spark = session.engine.spark().clone();
        Some(Inspected {
            output,
            time,
            spark,
            partitions,
            sorted: None,
        })
    }

    /// Whether these are the records of that output at that batch.
    pub(super) fn is_of(&self, output: u32, time: BatchTime) -> bool {
        self.output == output && self.time == time
    }

    /// Some of the records.
    pub(super) fn page(&mut self, offset: usize, limit: usize, order: Option<RecordOrder>) -> Page {
        let records: Vec<Pickled> = match order {
            None => {
                let rows = self.partitions.iter().flat_map(Partition::rows);
                rows.skip(offset).take(limit).collect()
            }
            Some(order) => self.in_order(order, offset, limit),
        };
        let (columns, rows) = self.spark.without_effects(|vm| {
            let values = records.iter().map_while(|record| record.unpickle(vm).ok());
            let values: Vec<Value> = values.collect();
            record_table(vm, &values)
        });
        Page {
            total: self.partitions.iter().map(Partition::len).sum(),
            columns,
            rows,
        }
    }

    fn in_order(&mut self, order: RecordOrder, offset: usize, limit: usize) -> Vec<Pickled> {
        let sorted = match self.sorted.take() {
            Some(sorted) if sorted.order == order => sorted,
            _ => Sorted {
                order,
                positions: self
                    .spark
                    .without_effects(|vm| sort(vm, &self.partitions, order)),
            },
        };
        let page = sorted.positions.iter().skip(offset).take(limit);
        let records = page.filter_map(|at| self.row(*at as usize)).collect();
        self.sorted = Some(sorted);
        records
    }

    fn row(&self, mut at: usize) -> Option<Pickled> {
        for chunk in self.partitions.iter().flat_map(Partition::chunks) {
            if at < chunk.len() {
                return Some(chunk.row(at));
            }
            at -= chunk.len();
        }
        None
    }
}
