//! Programs of Python 2: said at their place, and written anew.

use brooklet_protocol::{
    Diagnostic, Place, ProgramChange, ProgramEdit, ProgramFix, Severity, TextChange,
};
use brooklet_python2::{Finding, find, rewrite};
use brooklet_source::LineIndex;
use ruff_text_size::{TextRange, TextSize};

use crate::change::{Change, in_utf16};
use crate::program::Program;
use crate::refusal::Refusal;

/// What says of a text that a hint is worth looking for; all other texts are left alone.
const OLD_NAMES: [&str; 11] = [
    "xrange",
    "unicode",
    "raw_input",
    "basestring",
    "unichr",
    "iteritems",
    "iterkeys",
    "itervalues",
    "has_key",
    "cPickle",
    "StringIO",
];

/// Adds to the errors of a text that does not parse that it is a program of Python 2, if it is one:
/// to the first of them, and for each other thing that only Python 2 has at its first place.
pub fn explain_errors(text: &str, errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let findings = find(text);
    let Some(first) = findings
        .iter()
        .find(|finding| finding.construct.is_syntax())
    else {
        return errors;
    };
    let mut errors = errors;
    let Some(error) = errors.first_mut() else {
        return errors;
    };
    error.hint = Some(format!(
        "This is a program of Python 2. {}",
        first.construct.sentence()
    ));
    error.fix = Some(fix());
    let told = Some(first.construct);
    errors.extend(
        firsts(&findings)
            .filter(|finding| Some(finding.construct) != told)
            .map(|finding| remark(text, finding, Severity::Error)),
    );
    errors
}

/// What a text that parses has of Python 2: names that a program of today does not find.
pub fn python2_hints(text: &str) -> Vec<Diagnostic> {
    if !OLD_NAMES.iter().any(|name| text.contains(name)) {
        return Vec::new();
    }
    let findings = find(text);
    let hint = |finding| Diagnostic {
        fix: Some(fix()),
        ..remark(text, finding, Severity::Hint)
    };
    firsts(&findings).map(hint).collect()
}

/// The text in Python 3; as it was where nothing in it is only of Python 2.
pub fn to_python3(text: &str) -> String {
    rewrite(text)
}

/// The changes that make a program of Python 3 of it.
pub(crate) fn changes(text: &str) -> Result<Vec<TextChange>, Refusal> {
    let result = rewrite(text);
    if result == text {
        return Err(Refusal::NotPython2);
    }
    Program::parse(&result).map_err(|(message, line)| Refusal::WouldNotParse { message, line })?;
    Ok(in_utf16(text, differences(text, &result)))
}

/// The first finding of each construct.
fn firsts(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().enumerate().filter_map(|(index, finding)| {
        let is_first = !findings[..index]
            .iter()
            .any(|earlier| earlier.construct == finding.construct);
        is_first.then_some(finding)
    })
}

fn remark(text: &str, finding: &Finding, severity: Severity) -> Diagnostic {
    let lines = LineIndex::new(text);
    let (line, column) = lines.position(finding.span.start);
    let (end_line, end_column) = lines.position(finding.span.end);
    Diagnostic {
        severity,
        message: format!("Python 2: {}", finding.construct.sentence()),
        hint: None,
        place: Some(Place {
            line,
            column,
            end_line,
            end_column,
        }),
        fix: None,
    }
}

fn fix() -> ProgramFix {
    ProgramFix {
        label: "Rewrite it in Python 3".to_owned(),
        change: ProgramChange::Text {
            edit: ProgramEdit::ToPython3,
        },
    }
}

/// The lines that differ, where both texts have as many; else all between what they share at both
/// ends.
fn differences(before: &str, after: &str) -> Vec<Change> {
    if before.matches('\n').count() != after.matches('\n').count() {
        return vec![between(before, after, 0)];
    }
    let mut from = 0;
    let mut changes = Vec::new();
    for (old, new) in before
        .split_inclusive('\n')
        .zip(after.split_inclusive('\n'))
    {
        if old != new {
            changes.push(between(old, new, from));
        }
        from += old.len();
    }
    changes
}

/// What differs between the common beginning and the common end of two texts.
fn between(old: &str, new: &str, offset: usize) -> Change {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs
            .take_while(|(one, other)| one == other)
            .map(|(one, _)| one.len_utf8())
            .sum()
    };
    let start = same(&mut old.chars().zip(new.chars()));
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = same(&mut old_rest.chars().rev().zip(new_rest.chars().rev()));
    let at = |offset: usize| TextSize::new(offset as u32);
    let range = TextRange::new(at(offset + start), at(offset + old.len() - end));
    Change::replace(range, &new_rest[..new_rest.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "\
# Zähler
for (k, v) in d.iteritems():
    print k, v
words.map(lambda (k, v): (v, k))
";

    #[test]
    fn the_first_error_says_what_the_program_is() {
        let error = Diagnostic {
            severity: Severity::Error,
            message: "SyntaxError: Missing parentheses".to_owned(),
            hint: None,
            place: None,
            fix: None,
        };
        let errors = explain_errors(PROGRAM, vec![error.clone()]);
        let hint = errors[0].hint.as_deref().unwrap();
        assert!(hint.starts_with("This is a program of Python 2."), "{hint}");
        assert_eq!(errors[0].fix, Some(fix()));
        let lines: Vec<u32> = errors[1..]
            .iter()
            .map(|error| error.place.as_ref().unwrap().line)
            .collect();
        assert_eq!(lines, [2, 4]);
        let other = explain_errors("x = = 1\n", vec![error.clone()]);
        assert_eq!(other, [error]);
    }

    #[test]
    fn a_program_that_parses_has_hints() {
        let hints = python2_hints("for i in xrange(3): f(i)\n");
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].severity, Severity::Hint);
        assert_eq!(python2_hints("for i in range(3): f(i)\n"), []);
    }

    #[test]
    fn the_edit_changes_what_differs() {
        let changes = changes(PROGRAM).unwrap();
        assert_eq!(changes.len(), 3);
        assert_eq!(changes[1].insert, "(k, v)");
        assert_eq!(super::changes("print(1)\n"), Err(Refusal::NotPython2));
    }
}
