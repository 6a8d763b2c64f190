//! Looking at what a stream held at a batch: its RDD is computed again from its lineage.

use std::rc::Rc;

use brooklet_engine::Partition;
use brooklet_engine::dstream::BatchTime;
use brooklet_protocol::{PartitionLook, StateChanges, StreamLook};
use brooklet_python::{Value, Vm};

use super::failure::report;
use super::session::Session;
use super::state::DriverState;
use super::state_changes::state_changes;
use super::window_look::window_look;
use crate::record_table::record_table;
use crate::streaming::DefinedStream;

/// What a stream held at a batch: at most `limit` records of each partition.
pub(super) fn look(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    stream: u32,
    time: BatchTime,
    limit: usize,
) -> StreamLook {
    let absent = |why: String| StreamLook {
        columns: Vec::new(),
        partitions: Vec::new(),
        window: None,
        state_changes: None,
        absence: Some(why),
    };
    let Some(session) = state.session_at(time) else {
        return absent("No batch ran at this time.".to_owned());
    };
    let partitions = match partitions(vm, state, &session, stream, time) {
        Ok(partitions) => partitions,
        Err(why) => return absent(why),
    };
    let graph = session.graph.borrow();
    let defined = &graph[stream as usize];
    let spark = session.engine.spark();
    let (columns, shown) = spark.without_effects(|vm| tables(vm, &partitions, limit));
    let zero = session.engine.zero_time().unwrap_or(time);
    StreamLook {
        columns,
        partitions: shown,
        window: defined.window_ms().map(|window_ms| {
            let parent = &graph[defined.parents()[0] as usize];
            let slides = (defined.slide_ms(), parent.slide_ms());
            window_look(time, zero, window_ms, slides)
        }),
        state_changes: changes(vm, &session, defined, &partitions, time, limit),
        absence: None,
    }
}

/// The partitions of a stream's RDD at a batch.
///
/// # Errors
/// Why there is nothing to see, in one sentence.
pub(super) fn partitions(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    session: &Session,
    stream: u32,
    time: BatchTime,
) -> Result<Vec<Partition>, String> {
    let rdd = {
        let graph = session.graph.borrow();
        let Some(defined) = graph.get(stream as usize) else {
            return Err("The program defined no such stream.".to_owned());
        };
        let rdd = defined.stream.past_rdd(time);
        rdd.ok_or_else(|| absence(session, defined, stream, time))?
    };
    rdd.inspect(vm).map_err(|error| {
        let failure = report(vm, state, &error);
        let (title, message) = (failure.title, failure.message);
        format!("Its records cannot be computed: {title}: {message}")
    })
}

/// Why a stream has no RDD at a time.
fn absence(session: &Session, defined: &DefinedStream, stream: u32, time: BatchTime) -> String {
    let zero = session.engine.zero_time().unwrap_or(time);
    let slide_ms = defined.slide_ms();
    if (time.millis() - zero.millis()) % slide_ms != 0 {
        let seconds = slide_ms as f64 / 1000.0;
        return format!("It has no RDD at this time: it has one every {seconds} s.");
    }
    let kept = session.first_kept_batch();
    match kept {
        Some(first) if time < first => "This batch is too long ago to be looked at.",
        Some(_) if is_read(session, stream) => "It has no RDD in this batch.",
        Some(_) => "No output reads it, so Spark never computes it.",
        None => "No batch has run yet.",
    }
    .to_owned()
}

/// Whether an output reads a stream, directly or through others.
fn is_read(session: &Session, stream: u32) -> bool {
    let graph = session.graph.borrow();
    let outputs = session.engine.outputs();
    let mut pending: Vec<u32> = outputs.iter().map(|output| output.site.stream).collect();
    let mut seen = vec![false; graph.len()];
    while let Some(next) = pending.pop() {
        if let Some(seen) = seen.get_mut(next as usize)
            && !std::mem::replace(seen, true)
        {
            pending.extend(graph[next as usize].parents());
        }
    }
    seen[stream as usize]
}

/// The first records of each partition; one set of columns fits all of them.
fn tables(
    vm: &mut Vm,
    partitions: &[Partition],
    limit: usize,
) -> (Vec<String>, Vec<PartitionLook>) {
    let firsts: Vec<Vec<Value>> = partitions
        .iter()
        .map(|partition| partition.first_values(vm, limit).unwrap_or_default())
        .collect();
    let (columns, rows) = record_table(vm, &firsts.concat());
    let mut rows = rows.into_iter();
    let shown = partitions.iter().zip(&firsts);
    let shown = shown.map(|(partition, first)| PartitionLook {
        total: partition.len() as u64,
        rows: rows.by_ref().take(first.len()).collect(),
    });
    (columns, shown.collect())
}

/// What the batch changed in the state of a stream that keeps one, where the state before is known.
fn changes(
    vm: &mut Vm,
    session: &Session,
    defined: &DefinedStream,
    now: &[Partition],
    time: BatchTime,
    limit: usize,
) -> Option<StateChanges> {
    let kept = defined.state()?;
    let before = time.minus(defined.slide_ms());
    let is_known = session.first_kept_batch() <= Some(before);
    let rdd = match defined.stream.past_rdd(before) {
        Some(rdd) => Some(rdd),
        None if is_known || session.engine.zero_time() >= Some(before) => kept.initial.clone(),
        None => return None,
    };
    let before = match rdd {
        Some(rdd) => rdd.inspect(vm).ok()?,
        None => Vec::new(),
    };
    let spark = session.engine.spark();
    Some(spark.without_effects(|vm| state_changes(vm, &before, now, limit)))
}
