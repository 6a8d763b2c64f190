//! Put an input, or a first program into an empty text.

use brooklet_protocol::CallRole;

use super::{Editor, new_call, statement};
use crate::analysis::Home;
use crate::catalogue::{Method, Owner, find};
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, method: &str) -> Result<Vec<Change>, Refusal> {
    let known = find(Owner::Context, method).filter(|known| known.role == CallRole::Input);
    let method = known.ok_or_else(|| Refusal::NoSuchMethod {
        method: method.to_string(),
    })?;
    if editor.program.body().is_empty() {
        return first_program(editor, method).map(|change| vec![change]);
    }
    let (home, context) = new_call::context(editor).ok_or(Refusal::NoContext)?;
    let home = last_input(editor, home);
    let text = input(editor, method, context)?;
    let mut changes = new_call::needs(editor, method);
    changes.push(statement::behind(editor.program, home, &text));
    Ok(changes)
}

/// The statement of the last input in the block of the context; the context's when there is none.
fn last_input<'p>(editor: &Editor<'p>, context: Home<'p>) -> Home<'p> {
    let calls = editor.analysis.calls.iter();
    let index = calls
        .filter(|call| call.method.role == CallRole::Input)
        .filter(|call| std::ptr::eq(call.home.block, context.block))
        .map(|call| call.home.index)
        .max();
    Home {
        block: context.block,
        index: index.unwrap_or(context.index).max(context.index),
    }
}

/// An input with a name that is free.
fn input(editor: &Editor, method: &Method, context: &str) -> Result<String, Refusal> {
    let name = editor.new_name(name(method));
    let call = match method.name {
        "queueStream" => queue(editor.program.newline()),
        _ => new_call::text(editor, method, None)?,
    };
    Ok(format!("{name} = {context}.{call}"))
}

/// What the records are.
fn name(method: &Method) -> &'static str {
    match method.name {
        "binaryRecordsStream" => "records",
        _ => "lines",
    }
}

/// Lines of text with words that occur more than once: there is something to count.
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

/// A program that runs as it is, to be gone on with.
fn first_program(editor: &Editor, method: &Method) -> Result<Change, Refusal> {
    let program = editor.program;
    let name = name(method);
    let input = input(editor, method, "ssc")?;
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
    Ok(Change::insert(program.end(), format!("{before}{text}")))
}
