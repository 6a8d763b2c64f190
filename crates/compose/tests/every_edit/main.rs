//! Every edit that can be asked for, on every program that there is: what it leaves parses, is what
//! was asked for, and is otherwise what it was, comments too.

mod batches;
mod calls;
mod programs;

use brooklet_compose::{Refusal, edit, outline};
use brooklet_protocol::{ProgramEdit, ProgramOutline, TextChange};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

/// A text with its outline.
struct Case<'t> {
    name: &'t str,
    text: &'t str,
    outline: ProgramOutline,
}

impl<'t> Case<'t> {
    fn new(name: &'t str, text: &'t str) -> Case<'t> {
        let outline = outline(text).unwrap_or_else(|| panic!("{name} does not parse"));
        Case {
            name,
            text,
            outline,
        }
    }

    /// Makes an edit. What it leaves has an outline; `None` when it is refused, which must not be
    /// for what it would lead to.
    fn edited(&self, asked: &ProgramEdit) -> Option<(String, ProgramOutline)> {
        let changes = match edit(self.text, asked) {
            Ok(changes) => changes,
            Err(refusal @ (Refusal::WouldNotParse { .. } | Refusal::NotThere)) => {
                panic!("{}: {asked:?}: {refusal}", self.name)
            }
            Err(_) => return None,
        };
        let text = apply(self.text, &changes);
        let outline =
            outline(&text).unwrap_or_else(|| panic!("{}: {asked:?} leaves\n{text}", self.name));
        Some((text, outline))
    }
}

/// What an editor in a browser makes of the changes.
fn apply(text: &str, changes: &[TextChange]) -> String {
    let ordered = changes.windows(2).all(|two| two[0].to <= two[1].from);
    assert!(ordered, "out of order: {changes:?}");
    if text.is_ascii() {
        let mut result = text.to_string();
        for change in changes.iter().rev() {
            result.replace_range(change.from as usize..change.to as usize, &change.insert);
        }
        return result;
    }
    let mut units: Vec<u16> = text.encode_utf16().collect();
    for change in changes.iter().rev() {
        let range = change.from as usize..change.to as usize;
        units.splice(range, change.insert.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

/// The comments of a text, sorted, but for those in some places.
fn comments(text: &str, but: &[&brooklet_protocol::Place]) -> Vec<String> {
    if !text.contains('#') {
        return Vec::new();
    }
    let parsed = parse_module(text).unwrap();
    let tokens = parsed.tokens().iter();
    let comments = tokens.filter(|token| token.kind() == TokenKind::Comment);
    let mut found: Vec<String> = comments
        .filter(|token| {
            let before = &text[..token.start().to_usize()];
            let line = before.matches('\n').count() as u32 + 1;
            let column = before.rsplit('\n').next().unwrap().encode_utf16().count() as u32;
            !but.iter().any(|place| {
                (place.line, place.column) <= (line, column)
                    && (line, column) < (place.end_line, place.end_column)
            })
        })
        .map(|token| text[token.range()].to_string())
        .collect();
    found.sort();
    found
}
