//! Looking at what an output saw in a batch: its RDD is computed again from its lineage.

use std::collections::VecDeque;
use std::rc::Rc;

use brooklet_engine::Rdd;
use brooklet_engine::dstream::BatchTime;
use brooklet_protocol::EngineEvent;
use brooklet_python::Vm;

use super::state::DriverState;
use crate::record_table::record_table;

/// How many RDDs of outputs are kept to be looked at.
const MOST_KEPT: usize = 1000;

/// The RDDs that outputs got, the newest last.
#[derive(Default)]
pub(crate) struct KeptRdds(VecDeque<(u32, BatchTime, Rdd)>);

impl KeptRdds {
    pub(super) fn keep(&mut self, output: u32, time: BatchTime, rdd: &Rdd) {
        if self.0.len() == MOST_KEPT {
            self.0.pop_front();
        }
        self.0.push_back((output, time, rdd.clone()));
    }

    fn find(&self, output: u32, time: BatchTime) -> Option<Rdd> {
        let found = self
            .0
            .iter()
            .find(|(other, at, _)| (*other, *at) == (output, time));
        found.map(|(_, _, rdd)| rdd.clone())
    }
}

/// Records of an output at a batch; none where it had none or they cannot be computed.
pub(super) fn inspect(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    output: u32,
    batch_time_ms: i64,
    offset: u64,
    limit: u64,
) -> EngineEvent {
    let kept = state.kept.borrow().find(output, BatchTime(batch_time_ms));
    let records = match kept {
        Some(rdd) => rdd.look(vm).unwrap_or_default(),
        None => Vec::new(),
    };
    let from = (offset as usize).min(records.len());
    let to = from.saturating_add(limit as usize).min(records.len());
    let (columns, rows) = record_table(vm, &records[from..to]);
    EngineEvent::Records {
        output,
        batch_time_ms,
        offset,
        total: records.len() as u64,
        columns,
        rows,
    }
}
