//! Edits of calls.

use brooklet_compose::operators;
use brooklet_protocol::{ArgumentKind, CallRole, ProgramEdit, StreamCall};

use crate::{Case, comments, programs};

/// What a call is, but for where: its method and its arguments as they are written.
fn essence(call: &StreamCall) -> (String, Vec<(String, Option<String>)>) {
    let arguments = call.arguments.iter();
    let written = arguments.filter(|argument| argument.text.is_some());
    let texts = written.map(|argument| (argument.name.clone(), argument.text.clone()));
    (call.method.clone(), texts.collect())
}

fn essences(calls: &[StreamCall]) -> Vec<(String, Vec<(String, Option<String>)>)> {
    calls.iter().map(essence).collect()
}

/// Without the arguments of calls that have other calls in theirs.
fn essences_alone(calls: &[StreamCall]) -> Vec<(String, Vec<(String, Option<String>)>)> {
    let mut found = essences(calls);
    for (call, essence) in calls.iter().zip(&mut found) {
        if calls.iter().any(|other| is_inside(other, call)) {
            essence.1.clear();
        }
    }
    found
}

fn is_inside(inner: &StreamCall, outer: &StreamCall) -> bool {
    let (inner, outer) = (&inner.place, &outer.place);
    (outer.line, outer.column) < (inner.line, inner.column)
        && (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
}

/// The place of any other call begins with its first character, not with a dot.
fn is_method_of_stream(case: &Case, call: &StreamCall) -> bool {
    let line = case.text.lines().nth(call.place.line as usize - 1).unwrap();
    line.encode_utf16().nth(call.place.column as usize) == Some(u16::from(b'.'))
}

#[test]
fn an_argument_is_written_and_taken_out() {
    let mut edits = 0;
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for call in &case.outline.calls {
            for (index, argument) in call.arguments.iter().enumerate() {
                // What makes some calls calls of streams is a stream that they are given.
                let new = match (argument.kind, &argument.text) {
                    (ArgumentKind::Stream, None) => continue,
                    (ArgumentKind::Stream, Some(text)) => format!("({text})"),
                    _ => "(lambda ö: [ö, 1])".to_string(),
                };
                for new in [Some(new.as_str()), None] {
                    let asked = ProgramEdit::SetArgument {
                        call: call.id,
                        name: argument.name.clone(),
                        text: new.map(str::to_string),
                    };
                    let Some((left, outline)) = case.edited(&asked) else {
                        continue;
                    };
                    assert!(call.fixed.is_none(), "{name}: {asked:?}");
                    let mut expected = essences(&case.outline.calls);
                    let mut changed = call.clone();
                    changed.arguments[index].text = new.map(str::to_string);
                    expected[call.id as usize] = essence(&changed);
                    let mut found = essences(&outline.calls);
                    // The text of a call that it is in is another one.
                    for other in &case.outline.calls {
                        if is_inside(call, other) {
                            expected[other.id as usize].1.clear();
                            found[other.id as usize].1.clear();
                        }
                    }
                    // A call within the argument went with it.
                    let calls = case.outline.calls.iter();
                    let has_calls = calls.clone().any(|other| is_inside(other, call));
                    if !has_calls {
                        assert_eq!(found, expected, "{name}: {asked:?}\n{left}");
                    }
                    let gone: Vec<_> = argument.place.iter().collect();
                    assert_eq!(
                        comments(&left, &[]),
                        comments(&text, &gone),
                        "{asked:?}\n{left}"
                    );
                    edits += 1;
                }
            }
        }
    }
    assert!(edits > 1000, "only {edits} edits were made");
}

#[test]
fn an_operator_is_added_behind_a_call() {
    let mut edits = 0;
    let methods = operators();
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for call in &case.outline.calls {
            for method in methods
                .iter()
                .filter(|method| method.role == CallRole::Operator)
            {
                edits += usize::from(add(&case, call, None, &method.method));
            }
        }
    }
    assert!(edits > 10_000, "only {edits} edits were made");
}

#[test]
fn an_operator_is_added_between_two_calls() {
    let mut edits = 0;
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for reader in &case.outline.calls {
            for parent in &reader.parents {
                let call = &case.outline.calls[*parent as usize];
                for method in ["filter", "window", "union"] {
                    edits += usize::from(add(&case, call, Some(reader.id), method));
                }
            }
        }
    }
    assert!(edits > 1000, "only {edits} edits were made");
}

/// Adds an operator behind a call, perhaps before one reader alone; says whether it could be.
fn add(case: &Case, call: &StreamCall, before: Option<u32>, method: &str) -> bool {
    let asked = ProgramEdit::AddCall {
        after: call.id,
        before,
        method: method.to_string(),
    };
    let Some((left, outline)) = case.edited(&asked) else {
        return false;
    };
    let is_added = (0..outline.calls.len()).any(|new| {
        outline.calls[new].method == method
            && is_added(&case.outline.calls, call, before, new, &outline.calls)
    });
    assert!(is_added, "{}: {asked:?}\n{left}", case.name);
    assert_eq!(
        comments(&left, &[]),
        comments(case.text, &[]),
        "{asked:?}\n{left}"
    );
    true
}

/// Whether call `new` is the one that was added: it reads the stream of `call`, what should read its
/// stream does, and all other calls are what they were.
fn is_added(
    was: &[StreamCall],
    call: &StreamCall,
    before: Option<u32>,
    new: usize,
    now: &[StreamCall],
) -> bool {
    let moved = |id: u32| if (id as usize) < new { id } else { id + 1 };
    let is_behind = now[new].parents.first() == Some(&moved(call.id));
    let mut others = now.to_vec();
    let added = others.remove(new);
    is_behind
        && others.len() == was.len()
        && was.iter().zip(others).all(|(was, now)| {
            // A reader that is meant alone may read the stream twice; one of the two is behind.
            let mut left = match before {
                None => usize::MAX,
                Some(before) => usize::from(before == was.id),
            };
            let parents = was.parents.iter().map(|parent| {
                if *parent == call.id && left > 0 {
                    left -= 1;
                    new as u32
                } else {
                    moved(*parent)
                }
            });
            let (mut expected, mut found) = (essence(was), essence(&now));
            // It may stand in an argument of another call.
            if is_inside(&added, &now) {
                expected.1.clear();
                found.1.clear();
            }
            expected == found && now.parents == parents.collect::<Vec<u32>>()
        })
}

#[test]
fn an_output_is_added_to_a_call() {
    let mut edits = 0;
    let methods = operators();
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for call in &case.outline.calls {
            for method in methods
                .iter()
                .filter(|method| method.role == CallRole::Output)
            {
                let asked = ProgramEdit::AddCall {
                    after: call.id,
                    before: None,
                    method: method.method.clone(),
                };
                let Some((left, outline)) = case.edited(&asked) else {
                    continue;
                };
                let mut expected: Vec<&str> = case
                    .outline
                    .calls
                    .iter()
                    .map(|call| call.method.as_str())
                    .collect();
                expected.push(&method.method);
                expected.sort_unstable();
                let mut found: Vec<&str> = outline
                    .calls
                    .iter()
                    .map(|call| call.method.as_str())
                    .collect();
                found.sort_unstable();
                assert_eq!(found, expected, "{name}: {asked:?}\n{left}");
                // It reads the very stream.
                let readers = outline.calls.iter().filter(|other| {
                    other.method == method.method
                        && other.parents.first().is_some_and(|parent| {
                            essence(&outline.calls[*parent as usize]) == essence(call)
                        })
                });
                let before = case.outline.calls.iter().filter(|other| {
                    other.method == method.method
                        && other.parents.first().is_some_and(|parent| {
                            essence(&case.outline.calls[*parent as usize]) == essence(call)
                        })
                });
                assert_eq!(
                    readers.count(),
                    before.count() + 1,
                    "{name}: {asked:?}\n{left}"
                );
                assert_eq!(
                    comments(&left, &[]),
                    comments(&text, &[]),
                    "{asked:?}\n{left}"
                );
                edits += 1;
            }
        }
    }
    assert!(edits > 1000, "only {edits} edits were made");
}

#[test]
fn a_call_is_taken_out() {
    let mut edits = 0;
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for call in &case.outline.calls {
            let asked = ProgramEdit::RemoveCall { call: call.id };
            let Some((left, outline)) = case.edited(&asked) else {
                continue;
            };
            assert_eq!(
                comments(&left, &[]),
                comments(&text, &[&call.place]),
                "{asked:?}\n{left}"
            );
            edits += 1;
            if call.role != CallRole::Input && !is_method_of_stream(&case, call) {
                continue;
            }
            let calls = case.outline.calls.iter();
            let gone: Vec<u32> = calls
                .filter(|other| other.id == call.id || is_inside(other, call))
                .map(|other| other.id)
                .collect();
            let moved = |id: u32| id - gone.iter().filter(|gone| **gone < id).count() as u32;
            let mut expected = Vec::new();
            for other in case
                .outline
                .calls
                .iter()
                .filter(|other| !gone.contains(&other.id))
            {
                let mut parents = other.parents.clone();
                for parent in &mut parents {
                    if *parent == call.id {
                        *parent = call.parents[0];
                    }
                    *parent = moved(*parent);
                }
                let mut what = essence(other);
                if is_inside(call, other) {
                    what.1.clear();
                }
                expected.push((what, parents));
            }
            let found: Vec<_> = outline
                .calls
                .iter()
                .zip(
                    case.outline
                        .calls
                        .iter()
                        .filter(|other| !gone.contains(&other.id)),
                )
                .map(|(other, was)| {
                    let mut what = essence(other);
                    if is_inside(call, was) {
                        what.1.clear();
                    }
                    (what, other.parents.clone())
                })
                .collect();
            assert_eq!(
                outline.calls.len(),
                expected.len(),
                "{name}: {asked:?}\n{left}"
            );
            assert_eq!(found, expected, "{name}: {asked:?}\n{left}");
        }
    }
    assert!(edits > 500, "only {edits} edits were made");
}

#[test]
fn a_call_moves_up_and_down() {
    let mut edits = 0;
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for call in &case.outline.calls {
            for up in [true, false] {
                let asked = ProgramEdit::MoveCall { call: call.id, up };
                let Some((left, outline)) = case.edited(&asked) else {
                    continue;
                };
                let mut expected = essences_alone(&case.outline.calls);
                let mut found = essences_alone(&outline.calls);
                expected.sort();
                found.sort();
                assert_eq!(found, expected, "{name}: {asked:?}\n{left}");
                assert_eq!(
                    comments(&left, &[]),
                    comments(&text, &[]),
                    "{asked:?}\n{left}"
                );
                // The way back leads to the text it was.
                let back = outline.calls.iter().find(|other| {
                    essence(other) == essence(call)
                        && edit_back(&left, other, up).as_deref() == Some(&*text)
                });
                assert!(back.is_some(), "{name}: {asked:?}\n{left}");
                edits += 1;
            }
        }
    }
    assert!(edits > 100, "only {edits} edits were made");
}

fn edit_back(text: &str, call: &StreamCall, up: bool) -> Option<String> {
    let back = ProgramEdit::MoveCall {
        call: call.id,
        up: !up,
    };
    let changes = brooklet_compose::edit(text, &back).ok()?;
    Some(crate::apply(text, &changes))
}

#[test]
fn an_input_is_added() {
    let mut edits = 0;
    let methods = operators();
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        for method in methods
            .iter()
            .filter(|method| method.role == CallRole::Input)
        {
            let asked = ProgramEdit::AddInput {
                method: method.method.clone(),
            };
            let Some((left, outline)) = case.edited(&asked) else {
                continue;
            };
            let mut expected = essences(&case.outline.calls);
            let mut found = essences(&outline.calls);
            let added = found.iter().position(|call| !expected.contains(call));
            let added = added.or_else(|| found.iter().rposition(|call| call.0 == method.method));
            let added = found.remove(added.unwrap());
            assert_eq!(added.0, method.method, "{name}\n{left}");
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{name}: {asked:?}\n{left}");
            assert_eq!(
                comments(&left, &[]),
                comments(&text, &[]),
                "{asked:?}\n{left}"
            );
            edits += 1;
        }
    }
    assert!(edits > 500, "only {edits} edits were made");
}

#[test]
fn the_batch_interval_is_written() {
    for (name, text) in programs::all() {
        let case = Case::new(&name, &text);
        let asked = ProgramEdit::SetBatchInterval {
            text: "0.25".into(),
        };
        let Some((left, outline)) = case.edited(&asked) else {
            continue;
        };
        let interval = outline.batch_interval.unwrap();
        assert_eq!(interval.text.as_deref(), Some("0.25"), "{name}\n{left}");
        assert_eq!(essences(&outline.calls), essences(&case.outline.calls));
    }
}
