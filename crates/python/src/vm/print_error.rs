//! Tracebacks, as CPython 3.11 prints them.

use std::rc::Rc;

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

use super::{Frame, Raise, Stream, Vm};
use crate::value::{ExceptionState, Instance, Payload, TracebackEntry, Value};

impl Vm {
    /// The traceback of an exception and of those it came from, as an uncaught one is printed.
    pub fn format_exception(&mut self, exception: &Rc<Instance>) -> String {
        let mut text = String::new();
        self.format_chain(exception, &mut text, 0);
        text
    }

    /// Shows an exception that nobody can handle, on the standard error: `Exception ignored in: …`.
    pub(super) fn show_ignored(&mut self, raise: &Raise, what: &Value) {
        let Raise::Exception(exception) = raise else {
            return;
        };
        let what = self.repr(what).unwrap_or_default();
        let mut text = format!("Exception ignored in: {what}\n");
        if let Payload::Exception(state) = &mut *exception.payload_mut()
            && state.traceback.is_empty()
            && let Some(entry) = self.running_frame().and_then(Frame::traceback_entry)
        {
            state.traceback.push(entry);
        }
        self.format_one(exception, &mut text);
        self.host.write(Stream::Error, &text);
    }

    fn format_chain(&mut self, exception: &Rc<Instance>, text: &mut String, depth: usize) {
        let state = match &*exception.payload() {
            Payload::Exception(state) => (**state).clone(),
            _ => ExceptionState::default(),
        };
        if depth < 20 {
            if let Some(cause) = &state.cause {
                self.format_chain(cause, text, depth + 1);
                text.push_str(
                    "\nThe above exception was the direct cause of the following exception:\n\n",
                );
            } else if let (Some(context), false) = (&state.context, state.suppress_context) {
                self.format_chain(context, text, depth + 1);
                text.push_str(
                    "\nDuring handling of the above exception, another exception occurred:\n\n",
                );
            }
        }
        self.format_one(exception, text);
    }

    /// The traceback of one exception, without those it came from.
    fn format_one(&mut self, exception: &Rc<Instance>, text: &mut String) {
        let state = match &*exception.payload() {
            Payload::Exception(state) => (**state).clone(),
            _ => ExceptionState::default(),
        };
        if !state.traceback.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
            format_entries(&state.traceback, text);
        }
        text.push_str(&self.format_exception_line(exception));
        if let Some(name) = self.suggestion(exception) {
            text.push_str(&format!(". Did you mean: '{name}'?"));
        }
        text.push('\n');
        if let Some(notes) = exception
            .attributes_if_any()
            .and_then(|attributes| attributes.get_str("__notes__"))
        {
            for note in self.collect(&notes).unwrap_or_default() {
                let note = self.str(&note).unwrap_or_default();
                text.push_str(&note);
                text.push('\n');
            }
        }
    }

    /// The last line of a traceback: `ValueError: message`.
    pub fn format_exception_line(&mut self, exception: &Rc<Instance>) -> String {
        let class = exception.class.clone();
        let qualname = class.current_qualname();
        let name = match class.current_module().as_str() {
            None | Some("builtins" | "__main__") => qualname.to_string(),
            Some(module) => format!("{module}.{qualname}"),
        };
        match self.str(&Value::Instance(exception.clone())) {
            Ok(message) if message.is_empty() => name,
            Ok(message) => format!("{name}: {message}"),
            Err(_) => format!("{name}: <exception str() failed>"),
        }
    }
}

/// How often one line is shown before repetitions are only counted.
const MOST_REPEATED: usize = 3;

fn format_entries(entries: &[TracebackEntry], text: &mut String) {
    let mut repeated = 0;
    let mut last: Option<(&str, u32, &str)> = None;
    let flush = |repeated: usize, text: &mut String| {
        if repeated > MOST_REPEATED {
            let more = repeated - MOST_REPEATED;
            let plural = if more == 1 { "" } else { "s" };
            text.push_str(&format!(
                "  [Previous line repeated {more} more time{plural}]\n"
            ));
        }
    };
    for entry in entries.iter().rev() {
        let place = (&*entry.file, entry.line, &*entry.function);
        if last == Some(place) {
            repeated += 1;
        } else {
            flush(repeated, text);
            last = Some(place);
            repeated = 1;
        }
        if repeated <= MOST_REPEATED {
            format_entry(entry, text);
        }
    }
    flush(repeated, text);
}

/// One step of a traceback as text.
pub(crate) fn entry_text(entry: &TracebackEntry) -> String {
    let mut text = String::new();
    format_entry(entry, &mut text);
    text
}

fn format_entry(entry: &TracebackEntry, text: &mut String) {
    text.push_str(&format!(
        "  File \"{}\", line {}, in {}\n",
        entry.file, entry.line, entry.function
    ));
    let source = &entry.source;
    let line = source.line_text(entry.line);
    let shown = line.trim();
    // `<string>` and its like name no file whose lines could be shown.
    if shown.is_empty() || entry.file.starts_with('<') {
        return;
    }
    text.push_str(&format!("    {shown}\n"));
    let indent = line.len() - line.trim_start().len();
    let line_start = source.line_start(entry.line) as usize;
    let start = (entry.span.start as usize).saturating_sub(line_start);
    let one_line =
        source.line(entry.span.end.saturating_sub(1).max(entry.span.start)) == entry.line;
    let end = if one_line {
        entry.span.end as usize - line_start
    } else {
        line.trim_end().len()
    };
    if start < indent || end <= start || end > line.len() {
        return;
    }
    let anchors = if one_line {
        anchors(&line[start..end])
    } else {
        None
    };
    let width = |from: usize, to: usize| line[from..to].chars().count();
    if anchors.is_none() && end - start == shown.len() {
        return;
    }
    text.push_str("    ");
    text.push_str(&" ".repeat(width(indent, start)));
    match anchors {
        None => text.push_str(&"^".repeat(width(start, end))),
        Some((left, right)) => {
            text.push_str(&"~".repeat(width(start, start + left)));
            text.push_str(&"^".repeat(width(start + left, start + right)));
            text.push_str(&"~".repeat(width(start + right, end)));
        }
    }
    text.push('\n');
}

/// The part of a binary operation or subscript that is pointed at: the operator, the brackets.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let parsed = parse_module(segment).ok()?.into_syntax();
    let [Stmt::Expr(statement)] = &parsed.body[..] else {
        return None;
    };
    match &*statement.value {
        Expr::BinOp(operation) => {
            let from = operation.left.end().to_usize();
            let between = &segment[from..operation.right.start().to_usize()];
            let at = from + between.find(|c: char| !c.is_whitespace() && c != ')')?;
            let rest = &segment.as_bytes()[at + 1..];
            let double = rest.first().is_some_and(|next| {
                !next.is_ascii_whitespace()
                    && !next.is_ascii_alphanumeric()
                    && b"*/<>".contains(next)
            });
            Some((at, at + if double { 2 } else { 1 }))
        }
        Expr::Subscript(subscript) => {
            let open = subscript.value.end().to_usize();
            let open = open + segment[open..].find('[')?;
            Some((open, subscript.end().to_usize()))
        }
        _ => None,
    }
}
