//! Inspecting what a stream held at a batch: its RDD is computed again from its lineage.

use std::rc::Rc;

use brooklet_engine::Partition;
use brooklet_engine::dstream::BatchTime;
use brooklet_protocol::{
    PartitionInspection, RecordPage, RecordSelection, StateChanges, StreamInspection,
};
use brooklet_python::{Value, Vm};

use super::failure::report;
use super::inspected::Inspected;
use super::state_changes::state_changes;
use super::window_inspection::window_inspection;
use crate::record_table::record_table;
use crate::state::{DefinedStream, DriverState, Session};

/// What a stream held at a batch. `kept` is what the inspection before computed; it serves this one
/// too if that was of the same stream and batch.
pub(super) fn inspect(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    kept: &mut Option<Inspected>,
    (stream, time): (u32, BatchTime),
    selection: RecordSelection,
) -> StreamInspection {
    match inspected(vm, state, kept, stream, time) {
        Ok((session, inspected)) => match selection {
            RecordSelection::Partitions { limit } => {
                first_records(vm, &session, inspected, limit as usize)
            }
            RecordSelection::Page {
                offset,
                limit,
                order,
            } => StreamInspection {
                records: inspected.page(offset as usize, limit as usize, order),
                ..StreamInspection::default()
            },
        },
        Err(why) => StreamInspection {
            absence: Some(why),
            ..StreamInspection::default()
        },
    }
}

/// The records of a stream at a batch, computed if they are not the ones that are kept.
///
/// # Errors
/// Why there is nothing to see, in one sentence.
fn inspected<'a>(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    kept: &'a mut Option<Inspected>,
    stream: u32,
    time: BatchTime,
) -> Result<(Rc<Session>, &'a mut Inspected), String> {
    let session = state.session_at(time);
    let session = session.ok_or("No batch ran at this time.")?;
    let known = kept.take().filter(|kept| kept.is_of(stream, time));
    let inspected = match known {
        Some(inspected) => inspected,
        None => {
            let partitions = partitions(vm, state, &session, stream, time)?;
            Inspected::new(stream, time, session.engine.spark().clone(), partitions)
        }
    };
    Ok((session, kept.insert(inspected)))
}

/// At most `limit` records of each partition, the stream's window and the changes of its state.
fn first_records(
    vm: &mut Vm,
    session: &Session,
    inspected: &Inspected,
    limit: usize,
) -> StreamInspection {
    let graph = session.graph.borrow();
    let (time, held) = (inspected.time, &inspected.partitions);
    let defined = &graph[inspected.stream as usize];
    let (records, partitions) = inspected
        .spark
        .without_effects(|vm| tables(vm, held, limit));
    let zero = session.engine.zero_time().unwrap_or(time);
    StreamInspection {
        records,
        partitions,
        window: defined.window_ms().map(|window_ms| {
            let parent = &graph[defined.parents()[0] as usize];
            let slides = (defined.slide_ms(), parent.slide_ms());
            window_inspection(time, zero, window_ms, slides)
        }),
        state_changes: changes(vm, session, defined, held, time, limit),
        absence: None,
    }
}

/// The partitions of a stream's RDD at a batch.
///
/// # Errors
/// Why there is nothing to see, in one sentence.
fn partitions(
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
        Some(first) if time < first => "This batch is too long ago to be inspected.",
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
) -> (RecordPage, Vec<PartitionInspection>) {
    let firsts: Vec<Vec<Value>> = partitions
        .iter()
        .map(|partition| partition.first_values(vm, limit).unwrap_or_default())
        .collect();
    let columns = record_table(vm, &firsts.concat());
    let shown = partitions.iter().zip(&firsts);
    let shown: Vec<PartitionInspection> = shown
        .map(|(partition, first)| PartitionInspection {
            total: partition.len() as u64,
            shown: first.len() as u64,
        })
        .collect();
    let total = shown.iter().map(|partition| partition.total).sum();
    let records = RecordPage {
        more: shown
            .iter()
            .any(|partition| partition.shown < partition.total),
        columns,
        total,
    };
    (records, shown)
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
