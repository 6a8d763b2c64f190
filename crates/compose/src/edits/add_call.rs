//! Put a call behind another one.

use brooklet_protocol::CallRole;
use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange};

use super::{Editor, new_call, statement};
use crate::analysis::{Call, Home};
use crate::catalogue::{Method, Owner, find};
use crate::change::Change;
use crate::program::Program;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, after: u32, method: &str) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(after)?;
    if call.method.role == CallRole::Output {
        return Err(Refusal::NoStream);
    }
    let method = find(Owner::Stream, method).ok_or_else(|| Refusal::NoSuchMethod {
        method: method.to_string(),
    })?;
    let text = format!(".{}", new_call::text(editor, method, Some(after as usize))?);
    let mut changes = new_call::needs(editor, method);
    changes.extend(put(editor, call, after as usize, method, &text));
    Ok(changes)
}

fn put(editor: &Editor, call: &Call, id: usize, method: &Method, text: &str) -> Vec<Change> {
    if method.role == CallRole::Operator || is_whole_statement(call) {
        return vec![chained(editor, call, text)];
    }
    if let (Some(variable), true) = (call.variable, is_assigned(call)) {
        return vec![output_of_variable(editor, call, id, variable, text)];
    }
    output_within(editor, call, text)
}

/// Whether nothing is done with its stream.
fn is_whole_statement(call: &Call) -> bool {
    matches!(call.home.statement(), Stmt::Expr(statement) if statement.value.range() == call.whole())
}

fn is_assigned(call: &Call) -> bool {
    match call.home.statement() {
        Stmt::Assign(assign) => assign.value.range() == call.whole(),
        Stmt::AnnAssign(assign) => assign
            .value
            .as_ref()
            .is_some_and(|value| value.range() == call.whole()),
        _ => false,
    }
}

/// Right behind the call; on a line of its own when the calls around it have one.
fn chained(editor: &Editor, call: &Call, text: &str) -> Change {
    let program = editor.program;
    let separator = separator(editor, call);
    let anchor = match program.comment_behind(call.range.end()) {
        Some(comment) if !separator.is_empty() => comment.end(),
        _ => call.range.end(),
    };
    Change::insert(anchor, format!("{separator}{text}"))
}

/// What stands between a call and the dot of the next in its chain.
fn separator(editor: &Editor, call: &Call) -> String {
    let calls = &editor.analysis.calls;
    let neighbour = match (call.behind, call.before) {
        (Some(behind), _) => &calls[behind],
        (None, Some(_)) => call,
        (None, None) => return String::new(),
    };
    let Some(attribute) = neighbour.attribute() else {
        return String::new();
    };
    let program = editor.program;
    let gap = TextRange::new(program.before_dot(attribute), program.dot(attribute));
    let text = program.slice(gap);
    match text.rfind('\n') {
        None => String::new(),
        Some(_) if program.comments(gap).next().is_none() => text.to_string(),
        Some(last) => format!("{}{}", program.newline(), &text[last + 1..]),
    }
}

/// A statement of its own, behind the last one that makes or puts out streams before the start.
fn output_of_variable(
    editor: &Editor,
    call: &Call,
    id: usize,
    variable: &str,
    text: &str,
) -> Change {
    let home = call.home;
    let bindings = editor.analysis.bindings.iter();
    let mut later = bindings.filter(|binding| {
        binding.name == variable
            && binding.at > home.statement().start()
            && binding.stream != Some(id)
    });
    let text = format!("{variable}{text}");
    if later.next().is_some() {
        return statement::behind(editor.program, home, &text);
    }
    let end = match editor.analysis.start {
        Some(start) if std::ptr::eq(start.block, home.block) && start.index > home.index => {
            start.index
        }
        _ => home.block.len(),
    };
    let calls = editor.analysis.calls.iter();
    let last = calls
        .filter(|other| std::ptr::eq(other.home.block, home.block) && other.home.index < end)
        .map(|other| other.home.index)
        .max();
    let home = Home {
        block: home.block,
        index: last.unwrap_or(home.index).max(home.index),
    };
    statement::behind(editor.program, home, &text)
}

/// The stream is given a name, which the rest of the chain and the output read.
fn output_within(editor: &Editor, call: &Call, text: &str) -> Vec<Change> {
    let program = editor.program;
    let name = editor.new_name("stream");
    let stream = program.slice(call.whole());
    let assignment = format!("{name} = {stream}");
    let assignment = match Program::parse(&assignment) {
        Ok(_) => assignment,
        // It goes over several lines because of parentheses further out.
        Err(_) => format!("{name} = ({stream})"),
    };
    vec![
        statement::before(program, call.home, &assignment),
        Change::replace(call.whole(), name.clone()),
        statement::behind(program, call.home, &format!("{name}{text}")),
    ]
}
