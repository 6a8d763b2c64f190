//! The records that an inspection computed, kept for its next page.

use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_engine::{Context, Partition};
use brooklet_protocol::{RecordOrder, RecordPage};
use brooklet_python::Value;
use brooklet_python::pickle::Pickled;

use super::record_sort::sort;
use crate::record_table::record_table;

/// The records of a stream at a batch, kept so that the next page needs no new computation.
pub(super) struct Inspected {
    pub(super) stream: u32,
    pub(super) time: BatchTime,
    pub(super) spark: Rc<Context>,
    pub(super) partitions: Vec<Partition>,
    sorted: Option<Sorted>,
}

struct Sorted {
    order: RecordOrder,
    /// Positions of the records, the first in the order first.
    positions: Vec<u32>,
}

impl Inspected {
    pub(super) fn new(
        stream: u32,
        time: BatchTime,
        spark: Rc<Context>,
        partitions: Vec<Partition>,
    ) -> Inspected {
        Inspected {
            stream,
            time,
            spark,
            partitions,
            sorted: None,
        }
    }

    /// Whether these are the records of that stream at that batch.
    pub(super) fn is_of(&self, stream: u32, time: BatchTime) -> bool {
        self.stream == stream && self.time == time
    }

    /// Some of the records.
    pub(super) fn page(
        &mut self,
        offset: usize,
        limit: usize,
        order: Option<RecordOrder>,
    ) -> RecordPage {
        let records: Vec<Pickled> = match order {
            None => {
                let rows = self.partitions.iter().flat_map(Partition::rows);
                rows.skip(offset).take(limit).collect()
            }
            Some(order) => self.in_order(order, offset, limit),
        };
        let columns = self.spark.without_effects(|vm| {
            let values = records.iter().map_while(|record| record.unpickle(vm).ok());
            let values: Vec<Value> = values.collect();
            record_table(vm, &values)
        });
        let total: usize = self.partitions.iter().map(Partition::len).sum();
        RecordPage {
            more: offset + records.len() < total,
            total: total as u64,
            columns,
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
