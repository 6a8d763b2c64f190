//! Take a call out.

use brooklet_protocol::CallRole;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{Editor, statement};
use crate::analysis::Call;
use crate::catalogue::Owner;
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, id: u32) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(id)?;
    if call.method.role == CallRole::Input {
        return input(editor, call, id as usize);
    }
    if call.method.owner != Owner::Stream {
        return Ok(vec![of_no_stream(editor, call)]);
    }
    let is_statement = matches!(call.home.statement(),
        Stmt::Expr(statement) if statement.value.range() == call.whole());
    if is_statement && call.before.is_none() {
        return Ok(vec![statement::removed(editor.program, call.home)]);
    }
    Ok(vec![from_chain(editor, call)])
}

/// From the end of what stands before the dot; a comment in between stays.
fn from_chain(editor: &Editor, call: &Call) -> Change {
    let program = editor.program;
    let Some(attribute) = call.attribute() else {
        return Change::delete(call.range);
    };
    let gap = TextRange::new(program.before_dot(attribute), call.range.start());
    let Some(comment) = program.comments(gap).next_back() else {
        return Change::delete(TextRange::new(gap.start(), call.range.end()));
    };
    let rest = TextRange::new(call.range.end(), program.line_end(call.range.end()));
    if program.slice(rest).trim().is_empty() {
        Change::delete(TextRange::new(comment.end(), call.range.end()))
    } else {
        Change::delete(call.range)
    }
}

/// `ssc.union(...)`, `model.predictOn(...)`: the first stream that it is given goes in its place.
fn of_no_stream(editor: &Editor, call: &Call) -> Change {
    let statement = call.home.statement();
    if matches!(statement, Stmt::Expr(only) if only.value.range() == call.whole()) {
        return statement::removed(editor.program, call.home);
    }
    let first = call.arguments.iter().find_map(|argument| argument.written);
    let Some(first) = first else {
        return Change::delete(call.range);
    };
    let arguments = &call.expression.arguments;
    let stream = match arguments.args.first() {
        Some(Expr::List(list)) => list.elts.first().map_or(first.value, Ranged::range),
        Some(Expr::Tuple(tuple)) => tuple.elts.first().map_or(first.value, Ranged::range),
        _ => first.value,
    };
    let stream = editor.program.slice(stream);
    Change::replace(call.range, stream)
}

fn input(editor: &Editor, call: &Call, id: usize) -> Result<Vec<Change>, Refusal> {
    let program = editor.program;
    let calls = editor.analysis.calls.iter();
    if let Some(reader) = calls.clone().find(|other| other.parents.contains(&id)) {
        return Err(Refusal::StillRead {
            reader: reader.method.name.to_string(),
            line: program.line(reader.range.start()),
        });
    }
    let statement = call.home.statement();
    let is_value = match statement {
        Stmt::Expr(only) => only.value.range() == call.whole(),
        Stmt::Assign(assign) => assign.targets.len() == 1 && assign.value.range() == call.whole(),
        _ => false,
    };
    if let Some(name) = call.variable {
        let mut tokens = program.tokens().iter();
        let other = tokens.find(|token| {
            !statement.range().contains_range(token.range()) && program.slice(token.range()) == name
        });
        if let Some(token) = other {
            return Err(Refusal::StillRead {
                reader: name.to_string(),
                line: program.line(token.start()),
            });
        }
    }
    if !is_value {
        return Err(Refusal::StillRead {
            reader: "The statement".to_string(),
            line: program.line(call.range.start()),
        });
    }
    Ok(vec![statement::removed(program, call.home)])
}
