//! Paging through the records of an output at a batch.

use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_engine::{Context, Partition};
use brooklet_protocol::EngineEvent;
use brooklet_python::{Value, Vm};

use super::look::partitions;
use super::state::DriverState;
use crate::record_table::record_table;

/// Records of an output at a batch; none where it had none or they cannot be computed.
pub(super) fn inspect(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    output: u32,
    batch_time_ms: i64,
    offset: u64,
    limit: u64,
) -> EngineEvent {
    let found = find(vm, state, output, BatchTime(batch_time_ms));
    let (total, (columns, rows)) = match found {
        Some((spark, partitions)) => (
            partitions.iter().map(Partition::len).sum(),
            page(&spark, &partitions, offset as usize, limit as usize),
        ),
        None => (0, Default::default()),
    };
    EngineEvent::Records {
        output,
        batch_time_ms,
        offset,
        total: total as u64,
        columns,
        rows,
    }
}

/// The partitions of an output's RDD at a batch, and what they belong to.
fn find(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    output: u32,
    time: BatchTime,
) -> Option<(Rc<Context>, Vec<Partition>)> {
    let session = state.session_at(time)?;
    let outputs = session.engine.outputs();
    let stream = outputs.get(output as usize)?.site.stream;
    let partitions = partitions(vm, state, &session, stream, time).ok()?;
    Some((session.engine.spark().clone(), partitions))
}

/// Some of the records, as a table.
fn page(
    spark: &Context,
    partitions: &[Partition],
    offset: usize,
    limit: usize,
) -> (Vec<String>, Vec<Vec<String>>) {
    let rows = partitions.iter().flat_map(Partition::rows);
    let rows = rows.skip(offset).take(limit);
    spark.apart(|vm| {
        let records: Vec<Value> = rows.map_while(|row| row.thaw(vm).ok()).collect();
        record_table(vm, &records)
    })
}
