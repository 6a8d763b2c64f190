//! What is particular to `SyntaxError`: where in a text it is, and how it is shown.

use brooklet_python_compiler::diagnostic::Diagnostic;
use brooklet_source::LineIndex;

use super::{argument, receiver, state};
use crate::value::{Args, ClassBuilder, Instance, Value};
use crate::vm::{Result, Vm};

/// The attributes that say where it is. The exception's second argument holds them in this order; columns
/// are counted from 1, in characters.
pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .properties(&[
            ("msg", |vm, args| argument(vm, &args, 0)),
            ("filename", |vm, args| place(vm, &args, 0)),
            ("lineno", |vm, args| place(vm, &args, 1)),
            ("offset", |vm, args| place(vm, &args, 2)),
            ("text", |vm, args| place(vm, &args, 3)),
            ("end_lineno", |vm, args| place(vm, &args, 4)),
            ("end_offset", |vm, args| place(vm, &args, 5)),
        ])
        .attribute("print_file_and_line", Value::None)
}

fn place(vm: &mut Vm, args: &Args, at: usize) -> Result<Value> {
    let exception = receiver(vm, args)?;
    Ok(part(&exception, at))
}

fn part(exception: &Instance, at: usize) -> Value {
    state(exception, |state| match state.args.get(1) {
        Some(Value::Tuple(place)) => place.get(at).cloned().unwrap_or_default(),
        _ => Value::None,
    })
}

/// The arguments of the exception for a fault of a text that was compiled while the program runs.
pub(crate) fn arguments(file: &str, text: &str, fault: &Diagnostic) -> Vec<Value> {
    let source = LineIndex::new(text);
    let column = |offset: u32| {
        let start = source.line_start(source.line(offset)) as usize;
        let before = text.get(start..(offset as usize).min(text.len()));
        before.unwrap_or_default().chars().count() as i64 + 1
    };
    let mut start = column(fault.span.start);
    let line_start = source.line_start(fault.line) as usize;
    let line = text[line_start..].split_inclusive('\n').next();
    let mut line = line.unwrap_or_default();
    let pointed = text.get(fault.span.start as usize..fault.span.end as usize);
    let pointed = pointed.unwrap_or_default().trim_end();
    let end = fault.span.start + pointed.len() as u32;
    let end_line = source.line(end.saturating_sub(1).max(fault.span.start));
    let mut end = column(end);
    // CPython's tokenizer finds these itself, and counts in its own ways.
    if fault.message.ends_with("was never closed") {
        end = 0;
    } else if fault.message == "unexpected indent" {
        (start, end) = ((line.len() - line.trim_start().len()) as i64, -1);
    } else if fault.message.starts_with("unterminated string literal") {
        end = start;
        line = line.trim_end_matches('\n');
    }
    let place = vec![
        Value::str(file),
        Value::Int(i64::from(fault.line)),
        Value::Int(start),
        Value::str(line),
        Value::Int(i64::from(end_line)),
        Value::Int(end),
    ];
    vec![Value::str(&fault.message), Value::tuple(place)]
}

/// The lines of a `SyntaxError` that knows its place: the file, the text with what is pointed at, and the
/// message; none where it does not. As `TracebackException` of Python's `traceback` writes them.
pub(crate) fn lines(exception: &Instance) -> Vec<String> {
    let Value::Int(line) = part(exception, 1) else {
        return Vec::new();
    };
    let file = part(exception, 0);
    let file = file.as_str().unwrap_or("<string>");
    let mut lines = vec![format!("  File \"{file}\", line {line}\n")];
    if let Some(text) = part(exception, 3).as_str() {
        let text = text.trim_end_matches('\n');
        let shown = text.trim_start_matches([' ', '\n', '\u{c}']);
        lines.push(format!("    {shown}\n"));
        let indent = (text.chars().count() - shown.chars().count()) as i64;
        if let Value::Int(start) = part(exception, 2) {
            let end = match part(exception, 5) {
                Value::Int(end) if end > 0 && end != start => end,
                _ => start + 1,
            };
            lines.extend(carets(shown, start - 1 - indent, end - 1 - indent));
        }
    }
    let message = match state(exception, |state| state.args.first().cloned()) {
        Some(Value::Str(message)) => message.to_string(),
        _ => "<no detail available>".to_owned(),
    };
    lines.push(format!("{}: {message}\n", exception.class.name));
    lines
}

/// The line under a text that points at some of its characters.
fn carets(text: &str, start: i64, end: i64) -> Option<String> {
    let start = usize::try_from(start).ok()?;
    let before: String = (text.chars().take(start))
        .map(|c| if c.is_whitespace() { c } else { ' ' })
        .collect();
    let count = usize::try_from(end).unwrap_or(0).saturating_sub(start);
    Some(format!("    {before}{}\n", "^".repeat(count)))
}
