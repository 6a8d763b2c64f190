use brooklet_protocol::{
    ArgumentKind, CallArgument, InputBatch, InputBatches, ProgramOutline, StreamCall,
};
use ruff_text_size::Ranged;

use crate::analysis::{Analysis, Argument, Call, Feed};
use crate::batches::{Batch, Batches};
use crate::interval;
use crate::program::Program;

/// The streams that a program's text defines; `None` for a text that does not parse.
///
/// # Examples
/// ```
/// let outline = brooklet_compose::outline("\
/// from pyspark.streaming import StreamingContext
/// ssc = StreamingContext(sc, 1)
/// numbers = ssc.queueStream([[1, 2], [3]])
/// numbers.map(lambda x: x * 2).pprint()
/// ").unwrap();
/// let methods: Vec<&str> = outline.calls.iter().map(|call| call.method.as_str()).collect();
/// assert_eq!(methods, ["queueStream", "map", "pprint"]);
/// assert_eq!(outline.calls[1].arguments[0].text.as_deref(), Some("lambda x: x * 2"));
/// assert_eq!(outline.inputs[0].batches[0].records, ["1", "2"]);
/// ```
pub fn outline(text: &str) -> Option<ProgramOutline> {
    let program = Program::parse(text).ok()?;
    let analysis = Analysis::of(&program);
    Some(ProgramOutline {
        calls: analysis
            .calls
            .iter()
            .enumerate()
            .map(|(id, call)| stream_call(&program, id, call))
            .collect(),
        inputs: analysis
            .feeds
            .iter()
            .map(|feed| input(&program, &analysis, feed))
            .collect(),
        batch_interval: batch_interval(&program, &analysis),
    })
}

fn stream_call(program: &Program, id: usize, call: &Call) -> StreamCall {
    StreamCall {
        id: id as u32,
        method: call.method.name.to_string(),
        role: call.method.role,
        variable: call.variable.map(str::to_string),
        parents: call.parents.iter().map(|parent| *parent as u32).collect(),
        place: program.place(call.range),
        arguments: call
            .arguments
            .iter()
            .map(|argument| call_argument(program, argument))
            .collect(),
        fixed: call.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}

fn call_argument(program: &Program, argument: &Argument) -> CallArgument {
    let value = argument.written.map(|written| written.value);
    CallArgument {
        name: argument.name.clone(),
        kind: argument.kind,
        is_required: argument.is_required,
        default: argument.default.map(str::to_string),
        text: value.map(|range| program.slice(range).to_string()),
        place: value.map(|range| program.place(range)),
    }
}

fn batch_interval(program: &Program, analysis: &Analysis) -> Option<CallArgument> {
    let context = analysis.contexts.first()?;
    let value = interval::written(program, context);
    Some(CallArgument {
        name: "batchDuration".to_string(),
        kind: ArgumentKind::Duration,
        is_required: true,
        default: None,
        text: value.map(|range| program.slice(range).to_string()),
        place: value.map(|range| program.place(range)),
    })
}

fn input(program: &Program, analysis: &Analysis, feed: &Feed) -> InputBatches {
    let batches = Batches::of(program, analysis, feed);
    InputBatches {
        call: feed.call as u32,
        variable: feed
            .literal
            .and_then(|list| analysis.lists.get(&list.start()))
            .map(|name| name.to_string()),
        place: program.place(batches.range),
        batches: batches
            .batches
            .iter()
            .map(|batch| input_batch(program, batch))
            .collect(),
        fixed: batches.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}

fn input_batch(program: &Program, batch: &Batch) -> InputBatch {
    InputBatch {
        place: program.place(batch.whole),
        records: batch
            .records
            .iter()
            .map(|record| program.slice(*record).to_string())
            .collect(),
        fixed: batch.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}
