//! Tracebacks, as CPython 3.11 prints them.

use std::rc::Rc;

use brooklet_unicode::properties;
use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

use super::{ExceptionKind, Frame, Raise, Stream, Vm};
use crate::builtins::exceptions::syntax_error;
use crate::value::{ExceptionState, Instance, Payload, TracebackEntry, Tuple, Value};

impl Vm {
    /// The traceback of an exception and of those it came from, as an uncaught one is printed.
    pub fn format_exception(&mut self, exception: &Rc<Instance>) -> String {
        let mut text = String::new();
        self.format_chain(exception, &mut text, 0);
        text
    }

    /// The traceback of an exception group and of those in it, without those that the group came from;
    /// empty for an exception that is no group.
    pub fn format_exception_group(&mut self, group: &Rc<Instance>) -> String {
        let mut text = String::new();
        if let Some(parts) = parts_of(group) {
            self.format_group(group, &parts, &mut text, &mut Margin::default());
        }
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
        self.format_in_group(exception, text, depth, &mut Margin::default());
    }

    fn format_in_group(
        &mut self,
        exception: &Rc<Instance>,
        text: &mut String,
        depth: usize,
        margin: &mut Margin,
    ) {
        let state = match &*exception.payload() {
            Payload::Exception(state) => (**state).clone(),
            _ => ExceptionState::default(),
        };
        if depth < 20 {
            let shown = match (&state.cause, &state.context, state.suppress_context) {
                (Some(cause), ..) => Some((
                    cause,
                    "\nThe above exception was the direct cause of the following exception:\n\n",
                )),
                (None, Some(context), false) => Some((
                    context,
                    "\nDuring handling of the above exception, another exception occurred:\n\n",
                )),
                _ => None,
            };
            if let Some((earlier, relation)) = shown {
                self.format_in_group(earlier, text, depth + 1, margin);
                margin.write(relation, text);
            }
        }
        match parts_of(exception) {
            Some(parts) => self.format_group(exception, &parts, text, margin),
            None => {
                let mut own = String::new();
                self.format_one(exception, &mut own);
                margin.write(&own, text);
            }
        }
    }

    /// The traceback of an exception group and of each exception in it.
    fn format_group(
        &mut self,
        group: &Rc<Instance>,
        parts: &[Value],
        text: &mut String,
        margin: &mut Margin,
    ) {
        if margin.depth > MOST_GROUPS {
            margin.write(&format!("... (max_group_depth is {MOST_GROUPS})\n"), text);
            return;
        }
        let is_outermost = margin.depth == 0;
        if is_outermost {
            margin.depth = 1;
        }
        let mut own = String::new();
        self.format_one(group, &mut own);
        match own.strip_prefix("Traceback (most") {
            Some(rest) if is_outermost => {
                text.push_str("  + Exception Group Traceback (most");
                let (first, rest) = rest.split_once('\n').unwrap_or((rest, ""));
                text.push_str(first);
                text.push('\n');
                margin.write(rest, text);
            }
            Some(rest) => margin.write(&format!("Exception Group Traceback (most{rest}"), text),
            None => margin.write(&own, text),
        }
        let shown = parts.len().min(MOST_IN_GROUP + 1);
        margin.open = false;
        for (at, part) in parts.iter().take(shown).enumerate() {
            let is_last = at + 1 == shown;
            margin.open |= is_last;
            let is_cut = at >= MOST_IN_GROUP;
            let branch = if at == 0 { "+-" } else { "  " };
            let title = if is_cut {
                "...".to_string()
            } else {
                (at + 1).to_string()
            };
            let indent = margin.indent();
            text.push_str(&format!(
                "{indent}{branch}+---------------- {title} ----------------\n"
            ));
            margin.depth += 1;
            match part {
                Value::Instance(part) if !is_cut => self.format_in_group(part, text, 0, margin),
                _ => {
                    let more = parts.len() - MOST_IN_GROUP;
                    let plural = if more > 1 { "s" } else { "" };
                    margin.write(&format!("and {more} more exception{plural}\n"), text);
                }
            }
            if is_last && margin.open {
                text.push_str(&margin.indent());
                text.push_str("+------------------------------------\n");
                margin.open = false;
            }
            margin.depth -= 1;
        }
        if is_outermost {
            margin.depth = 0;
        }
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
        text.extend(self.format_exception_only(exception));
    }

    /// An exception without its traceback: its line, then each of its notes.
    pub fn format_exception_only(&mut self, exception: &Rc<Instance>) -> Vec<String> {
        let syntax_error = self.types.exception(ExceptionKind::SyntaxError);
        let mut texts = match exception.class.is_subclass(syntax_error) {
            true => syntax_error::lines(exception),
            false => Vec::new(),
        };
        if texts.is_empty() {
            let mut line = self.format_exception_line(exception);
            if let Some(name) = self.suggestion(exception) {
                line.push_str(&format!(". Did you mean: '{name}'?"));
            }
            line.push('\n');
            texts.push(line);
        }
        if let Some(notes) = exception
            .attributes_if_any()
            .and_then(|attributes| attributes.get_str("__notes__"))
        {
            for note in self.collect(&notes).unwrap_or_default() {
                let note = self.str(&note).unwrap_or_default();
                texts.extend(note.split('\n').map(|line| format!("{line}\n")));
            }
        }
        texts
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

/// The exceptions in a group.
fn parts_of(exception: &Rc<Instance>) -> Option<Rc<Tuple>> {
    match exception.attributes_if_any()?.get_str("exceptions") {
        Some(Value::Tuple(parts)) => Some(parts),
        _ => None,
    }
}

/// How many exceptions of a group are shown.
const MOST_IN_GROUP: usize = 15;
/// How many groups inside one another are shown.
const MOST_GROUPS: usize = 10;

/// What stands to the left of the lines of an exception in a group.
#[derive(Default)]
struct Margin {
    /// How many groups the exception is inside of.
    depth: usize,
    /// Whether the last exception of the innermost group still needs its closing line.
    open: bool,
}

impl Margin {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn write(&self, lines: &str, text: &mut String) {
        if self.depth == 0 {
            text.push_str(lines);
            return;
        }
        for line in lines.split_inclusive('\n') {
            text.push_str(&self.indent());
            text.push_str("| ");
            text.push_str(line);
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
    let width = |from: usize, to: usize| columns(&line[from..to]);
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

/// How many columns of a terminal a text takes: two for a wide character.
fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars()
        .map(|char| match properties::of(char).width {
            "W" | "F" => 2,
            _ => 1,
        })
        .sum()
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
