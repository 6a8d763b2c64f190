//! Take a call out.

use brooklet_protocol::CallRole;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Editor, statement};
use crate::analysis::Call;
use crate::catalogue::Owner;
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, id: u32) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(id)?;
    if call.method.role() == CallRole::Input {
        return input(editor, call, id as usize);
    }
    if call.method.owner != Owner::Stream {
        return Ok(vec![of_no_stream(editor, call)]);
    }
    let is_statement = matches!(call.home.statement(),
        Stmt::Expr(statement) if statement.value.range() == call.whole());
    // A function of the program that makes the stream may make others as well: its call stays.
    let is_made_here = matches!(call.receiver(), Some(Expr::Call(_)));
    if is_statement && call.before.is_none() && !is_made_here {
        return Ok(vec![statement::removed(editor.program, call.home)]);
    }
    Ok(vec![from_chain(editor, call)])
}

/// Takes out the dot and the call; a comment between the receiver and the dot stays.
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
    let rest = program.slice(rest);
    if rest.trim().is_empty() {
        return Change::delete(TextRange::new(comment.end(), call.range.end()));
    }
    let blanks = TextSize::new((rest.len() - rest.trim_start().len()) as u32);
    Change::delete(TextRange::new(
        call.range.start(),
        call.range.end() + blanks,
    ))
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
            reader: reader.method.name().to_string(),
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

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::edited;

    fn remove(text: &str, call: u32) -> String {
        edited(text, ProgramEdit::RemoveCall { call })
    }

    #[test]
    fn leaves_the_call_of_a_function_that_makes_the_stream() {
        let text =
            "def kept(s):\n    return s.filter(bool)\n\nkept(ssc.queueStream([[1]])).pprint()\n";
        assert_eq!(remove(text, 2), text.replace(".pprint()", ""));
    }

    #[test]
    fn closes_the_chain() {
        assert_eq!(
            remove("ssc.queueStream([[1]]).map(str).pprint()  # p\n", 1),
            "ssc.queueStream([[1]]).pprint()  # p\n"
        );
        assert_eq!(
            remove(
                "ssc.queueStream([[1]])\\\n    .map(str)\\\n    .pprint()\n",
                1
            ),
            "ssc.queueStream([[1]])\\\n    .pprint()\n"
        );
        let in_parentheses = "(\n  ssc.queueStream([[1]])\n  # text\n  .map(str)  # of it\n)\n";
        assert_eq!(
            remove(in_parentheses, 1),
            "(\n  ssc.queueStream([[1]])\n  # text\n  # of it\n)\n"
        );
        assert_eq!(
            remove(
                "s = ssc.queueStream([[1]])\nt = s.map(str)\nt.pprint()\n",
                1
            ),
            "s = ssc.queueStream([[1]])\nt = s\nt.pprint()\n"
        );
    }

    #[test]
    fn takes_the_statement_of_an_output() {
        let text = "s = ssc.queueStream([[1]])\ns.pprint()\ns.pprint(2)  # two\nssc.start()\n";
        assert_eq!(
            remove(text, 1),
            "s = ssc.queueStream([[1]])\ns.pprint(2)  # two\nssc.start()\n"
        );
        assert_eq!(
            remove(text, 2),
            "s = ssc.queueStream([[1]])\ns.pprint()\n# two\nssc.start()\n"
        );
        assert_eq!(
            remove("s = ssc.queueStream([[1]]); s.pprint(); s.pprint(2)\n", 1),
            "s = ssc.queueStream([[1]]); s.pprint(2)\n"
        );
        assert_eq!(
            remove("s = ssc.queueStream([[1]]); s.pprint(); s.pprint(2)\n", 2),
            "s = ssc.queueStream([[1]]); s.pprint()\n"
        );
        assert_eq!(
            remove("s = ssc.queueStream([[1]])\nwith x:\n    s.pprint()\n", 1),
            "s = ssc.queueStream([[1]])\nwith x:\n    pass\n"
        );
    }

    #[test]
    fn leaves_the_operators_of_an_output() {
        assert_eq!(
            remove("ssc.queueStream([[1]]).map(str).pprint()\n", 2),
            "ssc.queueStream([[1]]).map(str)\n"
        );
    }

    #[test]
    fn leaves_the_first_of_several_streams() {
        let text = "a = ssc.queueStream([[1]])\nssc.union(a, a).pprint()\n";
        assert_eq!(remove(text, 1), "a = ssc.queueStream([[1]])\na.pprint()\n");
        let text = "a = ssc.queueStream([[1]])\nssc.transform([a, a], f).pprint()\n";
        assert_eq!(remove(text, 1), "a = ssc.queueStream([[1]])\na.pprint()\n");
        let text = "a = ssc.queueStream([[1]])\nmodel.trainOn(a)\na.pprint()\n";
        assert_eq!(remove(text, 1), "a = ssc.queueStream([[1]])\na.pprint()\n");
    }

    #[test]
    fn takes_an_input_that_nothing_reads() {
        let text = "a = ssc.queueStream([\n    [1],\n])\nb = ssc.queueStream([[2]])\nb.pprint()\n";
        assert_eq!(remove(text, 0), "b = ssc.queueStream([[2]])\nb.pprint()\n");
        assert_eq!(remove(text, 1), "pprint in line 9 still reads it.");
        assert_eq!(
            remove("a = ssc.queueStream([[1]])\nprint(a)\n", 0),
            "a in line 6 still reads it."
        );
    }
}
