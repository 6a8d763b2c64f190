//! Write an argument, or take it out.

use ruff_text_size::{Ranged, TextRange};

use super::Editor;
use super::expression::expression;
use crate::analysis::{Argument, Call, Written};
use crate::change::Change;
use crate::refusal::Refusal;
use crate::sequence::Sequence;

pub(super) fn changes(
    editor: &Editor,
    call: u32,
    name: &str,
    text: Option<&str>,
) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(call)?;
    let named = call
        .arguments
        .iter()
        .position(|argument| argument.name == name);
    let index = named.ok_or(Refusal::NotThere)?;
    let argument = &call.arguments[index];
    match (argument.written, text) {
        (Some(written), Some(text)) => Ok(vec![Change::replace(written.value, expression(text)?)]),
        (None, Some(text)) => write(editor, call, index, expression(text)?),
        (Some(written), None) => take_out(editor, call, index, written),
        (None, None) => Ok(Vec::new()),
    }
}

/// Writes an argument that is not there: by position when all before it are, with its name
/// otherwise.
fn write(editor: &Editor, call: &Call, index: usize, text: &str) -> Result<Vec<Change>, Refusal> {
    let argument = &call.arguments[index];
    let (sequence, items) = sequence(editor, call);
    let by_position = call.arguments[..index]
        .iter()
        .all(|before| before.written.is_some_and(|written| !written.is_keyword()));
    if by_position {
        return Ok(sequence.insert(index, &[text.to_string()]));
    }
    if !argument.has_keyword {
        let name = argument.name.clone();
        return Err(Refusal::ArgumentsMissing { name });
    }
    let text = format!("{}={text}", argument.name);
    Ok(sequence.insert(items.len(), &[text]))
}

/// Takes an argument out; those that stood behind it by position are given their names.
fn take_out(
    editor: &Editor,
    call: &Call,
    index: usize,
    written: Written,
) -> Result<Vec<Change>, Refusal> {
    let argument = &call.arguments[index];
    if argument.is_required {
        let name = argument.name.clone();
        return Err(Refusal::ArgumentNeeded { name });
    }
    let (sequence, items) = sequence(editor, call);
    let item = items.iter().position(|item| *item == written.whole);
    let mut changes = sequence.remove(item.ok_or(Refusal::NotThere)?);
    if !written.is_keyword() {
        changes.extend(call.arguments[index + 1..].iter().filter_map(name_it));
    }
    Ok(changes)
}

fn name_it(argument: &Argument) -> Option<Change> {
    let written = argument.written.filter(|written| !written.is_keyword())?;
    argument
        .has_keyword
        .then(|| Change::insert(written.value.start(), format!("{}=", argument.name)))
}

/// The arguments as they stand between the parentheses.
fn sequence<'p>(editor: &Editor<'p>, call: &Call) -> (Sequence<'p>, Vec<TextRange>) {
    let written = call
        .arguments
        .iter()
        .filter_map(|argument| argument.written);
    let mut items: Vec<TextRange> = written.map(|written| written.whole).collect();
    items.sort_by_key(Ranged::start);
    let sequence = Sequence::new(editor.program, call.inside(), items.clone());
    (sequence, items)
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::edited;

    fn set(text: &str, call: u32, name: &str, new: Option<&str>) -> String {
        let edit = ProgramEdit::SetArgument {
            call,
            name: name.into(),
            text: new.map(str::to_string),
        };
        edited(text, edit)
    }

    const WINDOW: &str = "s = ssc.queueStream([[1]])\ns.window(3)  # 😀 three\n";

    #[test]
    fn writes_in_the_place_of_what_is_there() {
        let text = "ssc.queueStream([['ö']]).map( lambda x : x, True ) # same\n";
        assert_eq!(
            set(text, 1, "f", Some("lambda x: x + 1")),
            "ssc.queueStream([['ö']]).map( lambda x: x + 1, True ) # same\n"
        );
        assert_eq!(
            set(
                "ssc.queueStream([[1]]).map((lambda x: x))\n",
                1,
                "f",
                Some("str")
            ),
            "ssc.queueStream([[1]]).map(str)\n"
        );
    }

    #[test]
    fn adds_by_position_when_all_before_are_there() {
        assert_eq!(
            set(WINDOW, 1, "slideDuration", Some("1")),
            "s = ssc.queueStream([[1]])\ns.window(3, 1)  # 😀 three\n"
        );
        assert_eq!(
            set("ssc.queueStream([[1]]).pprint()", 1, "num", Some("5")),
            "ssc.queueStream([[1]]).pprint(5)"
        );
    }

    #[test]
    fn adds_by_name_otherwise() {
        let text = "ssc.queueStream([[1]]).reduceByKeyAndWindow(max, None, 3,)\n";
        assert_eq!(
            set(text, 1, "filterFunc", Some("bool")),
            "ssc.queueStream([[1]]).reduceByKeyAndWindow(max, None, 3, filterFunc=bool,)\n"
        );
        assert_eq!(
            set(
                "ssc.queueStream(rdds=[[1]])",
                0,
                "oneAtATime",
                Some("False")
            ),
            "ssc.queueStream(rdds=[[1]], oneAtATime=False)"
        );
    }

    #[test]
    fn names_those_behind_one_that_goes() {
        let text =
            "ssc.queueStream([[1]]).reduceByKeyAndWindow(max, None, 3, 1, 2, filterFunc=f)\n";
        assert_eq!(
            set(text, 1, "slideDuration", None),
            "ssc.queueStream([[1]])\
             .reduceByKeyAndWindow(max, None, 3, numPartitions=2, filterFunc=f)\n"
        );
        assert_eq!(
            set("ssc.queueStream([[1]]).pprint( 5 )", 1, "num", None),
            "ssc.queueStream([[1]]).pprint( )"
        );
    }

    #[test]
    fn refuses_what_is_no_expression() {
        let refused = |new| set(WINDOW, 1, "windowDuration", new);
        assert_eq!(refused(None), "windowDuration cannot be left out.");
        assert_eq!(refused(Some("1, 2")), "There must be one expression here.");
        assert_eq!(
            refused(Some("*many")),
            "This does not parse: invalid syntax."
        );
        assert_eq!(
            refused(Some("3 # x")),
            "A comment here would hide what follows it."
        );
        assert_eq!(
            refused(Some("lambda x: x +")),
            "This does not parse: invalid syntax."
        );
        assert_eq!(
            refused(Some("(1")),
            "This does not parse: '(' was never closed."
        );
        assert_eq!(
            refused(Some("1) or (2")),
            "This does not parse: unmatched ')'."
        );
    }

    #[test]
    fn refuses_what_the_form_only_shows() {
        assert_eq!(
            set(
                "for i in data:\n    ssc.queueStream([[i]]).pprint(3)\n",
                1,
                "num",
                None
            ),
            "It is in a loop, which may make any number of streams."
        );
        assert_eq!(
            set(
                "ssc.queueStream([[1]]).pprint(*some)\n",
                1,
                "num",
                Some("3")
            ),
            "It takes arguments out of a sequence or a dict, with stars."
        );
    }

    #[test]
    fn gives_a_union_one_more_stream() {
        let text = "a = ssc.queueStream([[1]])\nssc.union(a).pprint()\n";
        assert_eq!(
            set(text, 1, "dstreams[1]", Some("a")),
            "a = ssc.queueStream([[1]])\nssc.union(a, a).pprint()\n"
        );
    }
}
