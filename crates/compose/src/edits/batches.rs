//! Put in, take out, move, repeat and replace batches.

use ruff_text_size::TextRange;

use super::Editor;
use super::records::expressions;
use crate::batches::Batches;
use crate::change::Change;
use crate::refusal::Refusal;

/// The batches of an input that a grid can edit.
pub(super) fn editable(editor: &Editor, call: u32) -> Result<Batches, Refusal> {
    let feeds = editor.analysis.feeds.iter();
    let mut feeds = feeds.filter(|feed| feed.call == call as usize);
    let feed = feeds.next().ok_or(Refusal::NotThere)?;
    let batches = Batches::of(editor.program, editor.analysis, feed);
    match batches.fixed {
        Some(fixed) => Err(Refusal::Fixed {
            reason: fixed.sentence(),
        }),
        None => Ok(batches),
    }
}

pub(super) fn add(
    editor: &Editor,
    call: u32,
    at: u32,
    batches: &[Vec<String>],
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    if at as usize > found.batches.len() {
        return Err(Refusal::NotThere);
    }
    let texts = texts(editor, &found, batches)?;
    Ok(found.sequence(editor.program).insert(at as usize, &texts))
}

pub(super) fn replace(
    editor: &Editor,
    call: u32,
    batches: &[Vec<String>],
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    if batches.is_empty() {
        return Err(Refusal::LastBatch);
    }
    let texts = texts(editor, &found, batches)?;
    Ok(found.sequence(editor.program).replace(&texts))
}

pub(super) fn remove(editor: &Editor, call: u32, batch: u32) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let index = index(&found, batch)?;
    if found.batches.len() == 1 {
        return Err(Refusal::LastBatch);
    }
    Ok(found.sequence(editor.program).remove(index))
}

pub(super) fn shift(
    editor: &Editor,
    call: u32,
    batch: u32,
    to: u32,
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let (from, to) = (index(&found, batch)?, index(&found, to)?);
    Ok(found.sequence(editor.program).shift(from, to))
}

pub(super) fn duplicate(editor: &Editor, call: u32, batch: u32) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let index = index(&found, batch)?;
    let text = editor.program.slice(found.batches[index].whole).to_string();
    Ok(found.sequence(editor.program).insert(index + 1, &[text]))
}

fn index(batches: &Batches, batch: u32) -> Result<usize, Refusal> {
    let index = batch as usize;
    (index < batches.batches.len())
        .then_some(index)
        .ok_or(Refusal::NotThere)
}

/// A list literal each, in a call of `parallelize` where those that are there are in one.
fn texts(
    editor: &Editor,
    found: &Batches,
    batches: &[Vec<String>],
) -> Result<Vec<String>, Refusal> {
    let model = found.batches.iter().find(|batch| batch.fixed.is_none());
    let (before, behind) = match model {
        Some(model) => {
            let before = TextRange::new(model.whole.start(), model.list.start());
            let behind = TextRange::new(model.list.end(), model.whole.end());
            (editor.program.slice(before), editor.program.slice(behind))
        }
        None => ("", ""),
    };
    batches
        .iter()
        .map(|records| {
            let records = expressions(records)?;
            Ok(format!("{before}[{}]{behind}", records.join(", ")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::edited;

    const SPREAD: &str = "\
data = [
    # those of the morning
    [1, 2],  # first
    [3],
]
queue = []
for batch in data:
    queue.append(sc.parallelize(batch))
ssc.queueStream(queue).pprint()
";
    const WRAPPED: &str = "s = ssc.queueStream([sc.parallelize([1], 2), sc.parallelize([2], 2)])\n";

    fn add(text: &str, batch: u32) -> String {
        let batches = vec![vec!["7".into(), "'ä'".into()], vec![]];
        let call = 0;
        edited(
            text,
            ProgramEdit::AddBatches {
                call,
                batch,
                batches,
            },
        )
    }

    fn remove(text: &str, batch: u32) -> String {
        edited(text, ProgramEdit::RemoveBatch { call: 0, batch })
    }

    #[test]
    fn puts_some_in() {
        let new = "    [7, 'ä'],\n    [],\n";
        assert_eq!(
            add(SPREAD, 0),
            SPREAD.replace("    [1", &format!("{new}    [1"))
        );
        assert_eq!(
            add(SPREAD, 1),
            SPREAD.replace("# first\n", &format!("# first\n{new}"))
        );
        assert_eq!(
            add(SPREAD, 2),
            SPREAD.replace("[3],\n", &format!("[3],\n{new}"))
        );
        assert_eq!(
            add("s = ssc.queueStream([[1]])\n", 1),
            "s = ssc.queueStream([[1], [7, 'ä'], []])\n"
        );
    }

    #[test]
    fn makes_rdds_where_the_others_are() {
        assert_eq!(
            add(WRAPPED, 2),
            "s = ssc.queueStream([sc.parallelize([1], 2), sc.parallelize([2], 2), \
             sc.parallelize([7, 'ä'], 2), sc.parallelize([], 2)])\n"
        );
    }

    #[test]
    fn takes_one_out() {
        assert_eq!(
            remove(SPREAD, 0),
            SPREAD.replace("[1, 2],  # first", "# first")
        );
        assert_eq!(remove(SPREAD, 1), SPREAD.replace("    [3],\n", ""));
        assert_eq!(
            remove(WRAPPED, 1),
            "s = ssc.queueStream([sc.parallelize([1], 2)])\n"
        );
        assert_eq!(
            remove("s = ssc.queueStream([[1]])\n", 0),
            "An input needs at least one batch."
        );
    }

    #[test]
    fn moves_one_and_leaves_the_comments() {
        let edit = ProgramEdit::MoveBatch {
            call: 0,
            batch: 0,
            to: 1,
        };
        assert_eq!(
            edited(SPREAD, edit),
            SPREAD
                .replace("[3]", "[1, 2]")
                .replace("[1, 2],  #", "[3],  #")
        );
    }

    #[test]
    fn writes_one_once_more() {
        let edit = ProgramEdit::DuplicateBatch { call: 0, batch: 0 };
        assert_eq!(
            edited(SPREAD, edit),
            SPREAD.replace("# first\n", "# first\n    [1, 2],\n")
        );
    }

    #[test]
    fn replaces_all() {
        let replace = |batches: Vec<Vec<String>>| ProgramEdit::ReplaceBatches { call: 0, batches };
        let new = vec![vec!["7".to_string()], vec![], vec!["8".into(), "9".into()]];
        assert_eq!(
            edited(SPREAD, replace(new.clone())),
            SPREAD.replace("[1, 2],  # first\n    [3]", "[7],\n    [],\n    [8, 9]")
        );
        assert_eq!(
            edited("s = ssc.queueStream([[1]])\n", replace(new)),
            "s = ssc.queueStream([[7], [], [8, 9]])\n"
        );
        let long = vec![vec!["'rain falls on the hill'".to_string(); 2]; 2];
        let batch = "['rain falls on the hill', 'rain falls on the hill']";
        assert_eq!(
            edited(
                "with x:\n  s = ssc.queueStream([[1]], True)\n",
                replace(long)
            ),
            format!(
                "with x:\n  s = ssc.queueStream([\n      {batch},\n      {batch},\n  ], True)\n"
            )
        );
        assert_eq!(
            edited(SPREAD, replace(vec![])),
            "An input needs at least one batch."
        );
    }

    #[test]
    fn refuses_what_is_computed() {
        assert_eq!(
            remove("s = ssc.queueStream([[n] for n in range(3)])\n", 0),
            "The program computes the batches."
        );
        let changed = SPREAD.replace("queue = []", "queue = []\ndata.append([4])");
        assert_eq!(remove(&changed, 0), "The program computes the batches.");
    }
}
