//! Put an input, or a first program into an empty text.

use brooklet_protocol::CallRole;

use super::{Editor, new_call, statement};
use crate::analysis::Home;
use crate::catalogue::{Method, Owner, find};
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, method: &str) -> Result<Vec<Change>, Refusal> {
    let known = find(Owner::Context, method).filter(|known| known.role() == CallRole::Input);
    let method = known.ok_or_else(|| Refusal::NoSuchMethod {
        method: method.to_string(),
    })?;
    if editor.program.body().is_empty() {
        return Ok(vec![first_program(editor, method)]);
    }
    let (home, context) = new_call::context(editor).ok_or(Refusal::NoContext)?;
    let home = last_input(editor, home);
    let text = input(editor, method, context);
    let mut changes = new_call::needs(editor, method);
    changes.push(statement::behind(editor.program, home, &text));
    Ok(changes)
}

/// The statement of the last input in the block of the context; the context's when there is none.
fn last_input<'p>(editor: &Editor<'p>, context: Home<'p>) -> Home<'p> {
    let calls = editor.analysis.calls.iter();
    let index = calls
        .filter(|call| call.method.role() == CallRole::Input)
        .filter(|call| std::ptr::eq(call.home.block, context.block))
        .map(|call| call.home.index)
        .max();
    Home {
        index: index.unwrap_or(context.index).max(context.index),
        ..context
    }
}

/// An input with a name that is free.
fn input(editor: &Editor, method: Method, context: &str) -> String {
    let name = editor.new_name(name(method));
    let call = match method.name() {
        "queueStream" => queue(editor.program.newline()),
        _ => plain(method),
    };
    format!("{name} = {context}.{call}")
}

/// A call with what it needs.
fn plain(method: Method) -> String {
    let new = method.parameters().map_while(|parameter| parameter.new);
    let arguments: Vec<&str> = new.collect();
    format!("{}({})", method.name(), arguments.join(", "))
}

/// What the records are.
fn name(method: Method) -> &'static str {
    match method.name() {
        "binaryRecordsStream" => "records",
        _ => "lines",
    }
}

/// Lines of text in which words repeat, so that counting them shows something.
fn queue(newline: &str) -> String {
    [
        "queueStream([",
        "    [\"rain falls on the hill\", \"the brook runs down the hill\"],",
        "    [\"the brook runs to the river\"],",
        "    [\"the river runs to the sea\", \"rain falls on the sea\"],",
        "])",
    ]
    .join(newline)
}

/// A first program. It runs as it is.
fn first_program(editor: &Editor, method: Method) -> Change {
    let program = editor.program;
    let name = name(method);
    let input = input(editor, method, "ssc");
    let lines = [
        "from time import sleep",
        "from pyspark import SparkContext",
        "from pyspark.streaming import StreamingContext",
        "",
        "sc = SparkContext(appName=\"Stream\")",
        "ssc = StreamingContext(sc, 1)",
        "",
        &input,
        &format!("{name}.pprint()"),
        "",
        "ssc.start()",
        "sleep(5)",
        "ssc.stop()",
        "",
    ];
    let text = program.text();
    let before = match text.trim_end() {
        "" => "",
        _ if text.ends_with('\n') => program.newline(),
        _ => "\n\n",
    };
    let text = lines.join(program.newline());
    Change::insert(program.end(), format!("{before}{text}"))
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::outline;
    use crate::testing::{edited, whole_edited};

    fn add(method: &str) -> ProgramEdit {
        let method = method.into();
        ProgramEdit::AddInput { method }
    }

    #[test]
    fn writes_a_first_program() {
        let program = whole_edited(" \n", add("queueStream"));
        let outline = outline(&program).unwrap();
        let methods: Vec<&str> = outline.calls.iter().map(|call| &*call.method).collect();
        assert_eq!(methods, ["queueStream", "pprint"]);
        assert_eq!(outline.inputs[0].batches.len(), 3);
        assert_eq!(outline.batch_interval.unwrap().text.as_deref(), Some("1"));
        assert!(program.ends_with("\nssc.start()\nsleep(5)\nssc.stop()\n"));
        let commented = whole_edited("# mine", add("textFileStream"));
        assert!(commented.starts_with("# mine\n\nfrom time import sleep\n"));
        assert!(commented.contains("\nlines = ssc.textFileStream(\"inbox\")\nlines.pprint()\n"));
    }

    #[test]
    fn composes_a_word_count_from_nothing() {
        let mut text = whole_edited("", add("queueStream"));
        for (after, method) in [
            (0, "flatMap"),
            (1, "map"),
            (2, "window"),
            (3, "reduceByKey"),
        ] {
            let method = method.into();
            let edit = ProgramEdit::AddCall {
                after,
                before: Some(after + 1),
                method,
            };
            text = whole_edited(&text, edit);
        }
        for (call, function) in [(1, "str.split"), (2, "lambda word: (word, 1)")] {
            let edit = ProgramEdit::SetArgument {
                call,
                name: "f".into(),
                text: Some(function.into()),
            };
            text = whole_edited(&text, edit);
        }
        assert!(text.contains(
            "\nlines.flatMap(str.split).map(lambda word: (word, 1)).window(3, 1) \\\n    \
             .reduceByKey(lambda a, b: a + b).pprint()\n"
        ));
    }

    #[test]
    fn stands_behind_the_last_input() {
        let text = "lines = ssc.queueStream([[1]])  # one\nlines.pprint()\nssc.start()\n";
        assert_eq!(
            edited(text, add("binaryRecordsStream")),
            "lines = ssc.queueStream([[1]])  # one\n\
             records = ssc.binaryRecordsStream(\"inbox\", 4)\nlines.pprint()\nssc.start()\n"
        );
        assert_eq!(
            edited("", add("textFileStream")),
            "lines = ssc.textFileStream(\"inbox\")\n"
        );
        assert_eq!(
            whole_edited("print(1)\n", add("queueStream")),
            "There is no StreamingContext that the form can add to."
        );
        assert_eq!(edited("", add("map")), "map cannot be put here.");
    }
}
