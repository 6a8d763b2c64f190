use ruff_text_size::{Ranged, TextRange};

use crate::analysis::{Analysis, Context, inside};
use crate::program::Program;

/// Where a `StreamingContext` is given its batch interval, in seconds: its second argument,
/// `batchDuration`.
pub(crate) fn written(program: &Program, context: &Context) -> Option<TextRange> {
    let arguments = &context.call.arguments;
    if arguments.args.iter().any(|value| value.is_starred_expr()) {
        return None;
    }
    let value = arguments.find_argument_value("batchDuration", 1)?;
    Some(program.with_parentheses(value.range(), inside(arguments)))
}

/// So many batch intervals, in seconds, as text. An interval that is no plain number counts as one
/// second.
pub(crate) fn seconds(program: &Program, analysis: &Analysis, intervals: &str) -> String {
    let interval = analysis
        .contexts
        .first()
        .and_then(|context| written(program, context))
        .and_then(|range| program.slice(range).parse::<f64>().ok());
    match (interval, intervals.parse::<f64>()) {
        // A batch interval is a whole number of milliseconds.
        (Some(interval), Ok(intervals)) => {
            format!("{}", (interval * intervals * 1000.0).round() / 1000.0)
        }
        _ => intervals.to_string(),
    }
}
