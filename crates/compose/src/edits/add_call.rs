//! Put a call behind another one.

use brooklet_protocol::CallRole;
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

use super::spot::Spot;
use super::{Editor, new_call, statement};
use crate::analysis::{Call, Home};
use crate::catalogue::{Owner, find};
use crate::change::Change;
use crate::program::Program;
use crate::refusal::Refusal;

pub(super) fn changes(
    editor: &Editor,
    after: u32,
    before: Option<u32>,
    method: &str,
) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(after)?;
    if call.method.role() == CallRole::Output {
        return Err(Refusal::NoStream);
    }
    let method = find(Owner::Stream, method).ok_or_else(|| Refusal::NoSuchMethod {
        method: method.to_string(),
    })?;
    let id = after as usize;
    let spot = match (method.role(), before) {
        (CallRole::Output, _) => Spot::behind(editor, call),
        (_, Some(reader)) => Spot::before(editor, id, editor.call(reader)?)?,
        (_, None) => only_reader(editor, call, id).unwrap_or_else(|| Spot::behind(editor, call)),
    };
    let text = format!(".{}", new_call::text(editor, method, id, spot.home)?);
    let mut changes = new_call::needs(editor, method);
    if method.role() == CallRole::Operator || is_whole_statement(call) {
        changes.push(spot.change(editor.program, &text));
    } else if let (Some(variable), true) = (call.variable, is_assigned(call)) {
        changes.push(output_of_variable(editor, call, id, variable, &text));
    } else {
        changes.extend(output_within(editor, call, &text));
    }
    Ok(changes)
}

/// The only call that reads a stream by its name, when nothing else has that name. A call put before
/// it can then go behind the stream instead, and the name stays valid.
fn only_reader<'p>(editor: &Editor<'p>, call: &Call, id: usize) -> Option<Spot<'p>> {
    let variable = call.variable.filter(|_| is_assigned(call))?;
    let tokens = editor.program.tokens().iter();
    let mut uses = tokens.filter(|token| editor.program.slice(token.range()) == variable);
    let (_, Some(read), None) = (uses.next()?, uses.next(), uses.next()) else {
        return None;
    };
    let calls = editor.analysis.calls.iter();
    let mut readers = calls.filter(|other| other.parents.contains(&id));
    let (reader, None) = (readers.next()?, readers.next()) else {
        return None;
    };
    // A function may return the stream: its reader is elsewhere then, and knows it by another name.
    if reader.fixed.is_some() || !reader.expression.range().contains_range(read.range()) {
        return None;
    }
    Spot::before(editor, id, reader).ok()
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
            && binding.function == home.function
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
        index: last.unwrap_or(home.index).max(home.index),
        ..home
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
        // Parentheses around it allow the line breaks; without them it needs its own.
        Err(_) => format!("{name} = ({stream})"),
    };
    vec![
        statement::before(program, call.home, &assignment),
        Change::replace(call.whole(), name.clone()),
        statement::behind(program, call.home, &format!("{name}{text}")),
    ]
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::{BEGINNING, edited, whole_edited};

    fn add(text: &str, after: u32, before: Option<u32>, method: &str) -> String {
        let method = method.into();
        let edit = ProgramEdit::AddCall {
            after,
            before,
            method,
        };
        edited(text, edit)
    }

    #[test]
    fn goes_on_in_the_way_of_the_chain() {
        let one_line = "ssc.queueStream([[1]]).map(str).pprint()\n";
        assert_eq!(
            add(one_line, 1, None, "count"),
            "ssc.queueStream([[1]]).map(str).count().pprint()\n"
        );
        let continued = "ssc.queueStream([[1]]).map(str)\\\n    .pprint()  # print\n";
        assert_eq!(
            add(continued, 1, None, "count"),
            "ssc.queueStream([[1]]).map(str)\\\n    .count()\\\n    .pprint()  # print\n"
        );
        let in_parentheses = "(\n  ssc.queueStream([[1]])  # in\n  .map(str)  # text\n)\n";
        assert_eq!(
            add(in_parentheses, 1, None, "count"),
            "(\n  ssc.queueStream([[1]])  # in\n  .map(str)  # text\n  .count()\n)\n"
        );
    }

    #[test]
    fn breaks_a_line_that_gets_too_long() {
        let long = "lambda x: ('something that fills most of the line', x, x, x, x)";
        let text = format!("ssc.queueStream([[1]]).map({long})\n");
        assert_eq!(
            add(&text, 1, None, "reduceByKey"),
            format!(
                "ssc.queueStream([[1]]).map({long}) \\\n    .reduceByKey(lambda a, b: a + b)\n"
            )
        );
    }

    #[test]
    fn goes_to_the_only_reader_of_a_name() {
        assert_eq!(
            add(
                "s = ssc.queueStream([\n    [1],\n])\ns.pprint()\n",
                0,
                None,
                "count"
            ),
            "s = ssc.queueStream([\n    [1],\n])\ns.count().pprint()\n"
        );
        assert_eq!(
            add(
                "s = ssc.queueStream([[1]])\ns.pprint()\ns.pprint(1)\n",
                0,
                None,
                "count"
            ),
            "s = ssc.queueStream([[1]]).count()\ns.pprint()\ns.pprint(1)\n"
        );
    }

    #[test]
    fn stays_behind_a_stream_that_a_function_returns() {
        let text = "def counts(s):\n    c = s.count()\n    return c\n\n\
                    d = counts(ssc.queueStream([[1]]))\nd.pprint()\nd.pprint(1)\n";
        assert_eq!(
            add(text, 0, None, "cache"),
            text.replace("s.count()", "s.count().cache()")
        );
    }

    #[test]
    fn goes_between_two_calls() {
        let text = "s = ssc.queueStream([[1]])\ns.pprint()\ns.pprint(1)\n";
        assert_eq!(
            add(text, 0, Some(2), "count"),
            "s = ssc.queueStream([[1]])\ns.pprint()\ns.count().pprint(1)\n"
        );
        let text = "s = ssc.queueStream([[1]])\ns.map(str).join(s, 2).pprint()\n";
        assert_eq!(
            add(text, 0, Some(2), "groupByKey"),
            "s = ssc.queueStream([[1]])\ns.map(str).join(s.groupByKey(), 2).pprint()\n"
        );
        assert_eq!(
            add(text, 0, Some(3), "count"),
            "The form cannot put a call between these two."
        );
    }

    #[test]
    fn puts_out_a_stream_with_a_name_before_the_start() {
        let text =
            "s = ssc.queueStream([[1]])\nt = s.map(str)  # t\nt.pprint()  # p\n\nssc.start()\n";
        assert_eq!(
            add(text, 0, None, "pprint"),
            "s = ssc.queueStream([[1]])\nt = s.map(str)  # t\nt.pprint()  # p\ns.pprint()\n\nssc.start()\n"
        );
        let again = "s = ssc.queueStream([[1]])\ns = s.map(str)\ns.count().pprint()\nssc.start()\n";
        assert_eq!(
            add(again, 0, None, "pprint"),
            "s = ssc.queueStream([[1]])\ns.pprint()\ns = s.map(str)\ns.count().pprint()\nssc.start()\n"
        );
    }

    #[test]
    fn puts_out_a_stream_without_a_name() {
        assert_eq!(
            add("ssc.queueStream([[1]]).map(str)\n", 1, None, "pprint"),
            "ssc.queueStream([[1]]).map(str).pprint()\n"
        );
        assert_eq!(
            add(
                "ssc.queueStream([[1]]).map(str)\\\n    .count().pprint()\n",
                1,
                None,
                "pprint"
            ),
            "stream = ssc.queueStream([[1]]).map(str)\n\
             stream\\\n    .count().pprint()\nstream.pprint()\n"
        );
        let in_parentheses = "(ssc.queueStream([[1]])\n  .map(str)  # text\n  .pprint())\n";
        assert_eq!(
            add(in_parentheses, 1, None, "pprint"),
            "stream = (ssc.queueStream([[1]])\n  .map(str))\n\
             (stream  # text\n  .pprint())\nstream.pprint()\n"
        );
    }

    #[test]
    fn reads_another_stream_that_has_a_name() {
        let text = "a = ssc.queueStream([[1]])\nb = ssc.queueStream([[2]])\nb.map(str).pprint()\n";
        assert_eq!(
            add(text, 2, None, "join"),
            "a = ssc.queueStream([[1]])\nb = ssc.queueStream([[2]])\nb.map(str).join(a).pprint()\n"
        );
        assert_eq!(
            add("ssc.queueStream([[1]]).pprint()", 0, None, "union"),
            "There is no other stream with a name before this line."
        );
    }

    #[test]
    fn gives_the_program_what_the_call_needs() {
        let before = format!("{BEGINNING}ssc.queueStream([[1]]).pprint()\n");
        let add = |method: &str| {
            let edit = ProgramEdit::AddCall {
                after: 0,
                before: None,
                method: method.into(),
            };
            whole_edited(&before, edit)
        };
        assert_eq!(
            add("countByWindow"),
            format!(
                "{BEGINNING}ssc.checkpoint(\"checkpoint\")\n\
                 ssc.queueStream([[1]]).countByWindow(3, 1).pprint()\n"
            )
        );
        let import = "from pyspark.streaming import StreamingContext\n";
        assert_eq!(
            add("persist"),
            before
                .replace(
                    import,
                    &format!("{import}from pyspark import StorageLevel\n")
                )
                .replace(".pprint", ".persist(StorageLevel.MEMORY_ONLY).pprint")
        );
    }

    #[test]
    fn windows_are_multiples_of_the_batch_interval() {
        let text = BEGINNING.replace("sc, 1", "sc, 0.5") + "ssc.queueStream([[1]]).pprint()\n";
        let edit = ProgramEdit::AddCall {
            after: 0,
            before: None,
            method: "window".into(),
        };
        assert!(whole_edited(&text, edit).contains(".window(1.5, 0.5).pprint()"));
    }

    #[test]
    fn refuses_what_cannot_be_there() {
        let text = "ssc.queueStream([[1]]).pprint()";
        assert_eq!(
            add(text, 1, None, "map"),
            "An output has no stream that could be read."
        );
        assert_eq!(
            add(text, 0, None, "textFileStream"),
            "textFileStream cannot be put here."
        );
        assert_eq!(
            add(text, 7, None, "map"),
            "The program has changed, and this is no longer in it."
        );
        assert_eq!(
            whole_edited("x = (", ProgramEdit::RemoveCall { call: 0 }),
            "Line 1 does not parse: '(' was never closed."
        );
    }
}
