//! Edits of batches and records.

use brooklet_protocol::{InputBatches, Place, ProgramEdit, ProgramOutline};

use crate::{Case, comments, programs};

type Records = Vec<Vec<String>>;

fn records(input: &InputBatches) -> Records {
    input
        .batches
        .iter()
        .map(|batch| batch.records.clone())
        .collect()
}

/// The calls but for the list that an input is given.
fn calls(outline: &ProgramOutline) -> Vec<(String, Vec<Option<String>>)> {
    let calls = outline.calls.iter();
    calls
        .map(|call| {
            let arguments = call.arguments.iter();
            let written = arguments.filter(|argument| argument.name != "rdds");
            let texts = written.map(|argument| argument.text.clone());
            (call.method.clone(), texts.collect())
        })
        .collect()
}

/// Makes an edit of an input's batches. The input, and all that read the same list, then have the
/// `expected` ones; the rest is what it was, with all comments but those in the places in `gone`.
fn check(
    case: &Case,
    input: &InputBatches,
    asked: &ProgramEdit,
    expected: &Records,
    gone: &[&Place],
) -> bool {
    let Some((left, outline)) = case.edited(asked) else {
        return false;
    };
    let name = case.name;
    assert_eq!(outline.inputs.len(), case.outline.inputs.len());
    for (before, after) in case.outline.inputs.iter().zip(&outline.inputs) {
        if before.place == input.place {
            assert_eq!(&records(after), expected, "{name}: {asked:?}\n{left}");
        } else {
            assert_eq!(records(after), records(before), "{name}: {asked:?}\n{left}");
        }
    }
    assert_eq!(
        calls(&outline),
        calls(&case.outline),
        "{name}: {asked:?}\n{left}"
    );
    assert_eq!(
        comments(&left, &[]),
        comments(case.text, gone),
        "{name}: {asked:?}\n{left}"
    );
    true
}

/// Every input of every program, with a model of its batches.
fn every_input(work: impl Fn(&Case, &InputBatches, &Records) -> usize) {
    let mut edits = 0;
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for input in &case.outline.inputs {
            let made = work(&case, input, &records(input));
            assert!(made == 0 || input.fixed.is_none(), "{name}: {input:?}");
            edits += made;
        }
    }
    assert!(edits > 200, "only {edits} edits were made");
}

#[test]
fn batches_are_added_removed_moved_and_repeated() {
    every_input(|case, input, model| {
        let call = input.call;
        let mut edits = 0;
        let new: Records = vec![vec!["'ö'".into(), "2".into()], vec![]];
        for at in 0..=model.len() {
            let asked = ProgramEdit::AddBatches {
                call,
                batch: at as u32,
                batches: new.clone(),
            };
            let mut expected = model.clone();
            expected.splice(at..at, new.iter().cloned());
            edits += usize::from(check(case, input, &asked, &expected, &[]));
        }
        for batch in 0..model.len() {
            let place = &input.batches[batch].place;
            let asked = ProgramEdit::RemoveBatch {
                call,
                batch: batch as u32,
            };
            let mut expected = model.clone();
            expected.remove(batch);
            edits += usize::from(check(case, input, &asked, &expected, &[place]));
            for to in 0..model.len() {
                let asked = ProgramEdit::MoveBatch {
                    call,
                    batch: batch as u32,
                    to: to as u32,
                };
                let mut expected = model.clone();
                let moved = expected.remove(batch);
                expected.insert(to, moved);
                edits += usize::from(check(case, input, &asked, &expected, &[]));
            }
        }
        edits
    });
}

#[test]
fn a_batch_is_written_once_more() {
    every_input(|case, input, model| {
        let mut edits = 0;
        for batch in 0..model.len() {
            let asked = ProgramEdit::DuplicateBatch {
                call: input.call,
                batch: batch as u32,
            };
            let Some((left, outline)) = case.edited(&asked) else {
                continue;
            };
            let mut expected = model.clone();
            expected.insert(batch, model[batch].clone());
            let after = outline.inputs.iter().find(|after| after.call == input.call);
            assert_eq!(records(after.unwrap()), expected, "{}\n{left}", case.name);
            assert_eq!(
                calls(&outline),
                calls(&case.outline),
                "{}\n{left}",
                case.name
            );
            edits += 1;
        }
        edits
    });
}

#[test]
fn all_batches_are_replaced() {
    every_input(|case, input, _| {
        let new: Records = vec![
            vec!["1".into()],
            vec![],
            vec!["2".into(), "(3, 'x')".into()],
        ];
        let asked = ProgramEdit::ReplaceBatches {
            call: input.call,
            batches: new.clone(),
        };
        let inner = match (input.batches.first(), input.batches.last()) {
            (Some(first), Some(last)) => Place {
                end_line: last.place.end_line,
                end_column: last.place.end_column,
                ..first.place.clone()
            },
            _ => input.place.clone(),
        };
        usize::from(check(case, input, &asked, &new, &[&inner]))
    });
}

#[test]
fn records_are_written_added_and_removed() {
    every_input(|case, input, model| {
        let call = input.call;
        let mut edits = 0;
        for (batch, records) in model.iter().enumerate() {
            if input.batches[batch].fixed.is_some() {
                continue;
            }
            for at in 0..=records.len() {
                let new = vec!["(1, 'ä')".to_string(), "None".to_string()];
                let asked = ProgramEdit::AddRecords {
                    call,
                    batch: batch as u32,
                    record: at as u32,
                    texts: new.clone(),
                };
                let mut expected = model.clone();
                expected[batch].splice(at..at, new);
                edits += usize::from(check(case, input, &asked, &expected, &[]));
            }
            for record in 0..records.len() {
                let asked = ProgramEdit::RemoveRecord {
                    call,
                    batch: batch as u32,
                    record: record as u32,
                };
                let mut expected = model.clone();
                expected[batch].remove(record);
                edits += usize::from(check(case, input, &asked, &expected, &[]));
                let asked = ProgramEdit::SetRecord {
                    call,
                    batch: batch as u32,
                    record: record as u32,
                    text: "lambda: 0".into(),
                };
                let mut expected = model.clone();
                expected[batch][record] = "lambda: 0".into();
                edits += usize::from(check(case, input, &asked, &expected, &[]));
            }
        }
        edits
    });
}

#[test]
fn a_record_moves_anywhere() {
    every_input(|case, input, model| {
        let mut edits = 0;
        let first = input
            .batches
            .iter()
            .position(|batch| batch.fixed.is_none() && !batch.records.is_empty());
        let Some(batch) = first else {
            return 0;
        };
        let record = model[batch].len() - 1;
        for (to_batch, records) in model.iter().enumerate() {
            if input.batches[to_batch].fixed.is_some() {
                continue;
            }
            let last = records.len() - usize::from(to_batch == batch);
            for to_record in 0..=last {
                let asked = ProgramEdit::MoveRecord {
                    call: input.call,
                    batch: batch as u32,
                    record: record as u32,
                    to_batch: to_batch as u32,
                    to_record: to_record as u32,
                };
                let mut expected = model.clone();
                let moved = expected[batch].remove(record);
                expected[to_batch].insert(to_record, moved);
                edits += usize::from(check(case, input, &asked, &expected, &[]));
            }
        }
        edits
    });
}
