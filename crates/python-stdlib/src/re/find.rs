//! Finding matches of a pattern in a value.

use brooklet_python_regex::{Cancelled, Demands, Matcher, Slots, Text};

use super::pattern::Pattern;
use brooklet_python::value::Value;
use brooklet_python::vm::{Raise, Result, Vm};

/// The `str` or `bytes` that is searched.
#[derive(Clone)]
pub(super) struct Subject {
    /// A `str` or a `bytes`.
    pub(super) value: Value,
}

impl Subject {
    /// A value as what a pattern can search.
    ///
    /// # Errors
    /// `TypeError` if it is no text, or text of the other kind.
    pub(super) fn new(vm: &mut Vm, pattern: &Pattern, value: &Value) -> Result<Subject> {
        let inner = match vm.unwrap_builtin(value) {
            Value::ByteArray(data) => Value::bytes(data.borrow().clone()),
            inner => inner,
        };
        match (&inner, pattern.is_bytes) {
            (Value::Str(_), false) | (Value::Bytes(_), true) => Ok(Subject { value: inner }),
            (Value::Str(_), true) => {
                Err(vm.type_error("cannot use a bytes pattern on a string-like object"))
            }
            (Value::Bytes(_), false) => {
                Err(vm.type_error("cannot use a string pattern on a bytes-like object"))
            }
            _ => {
                let name = vm.type_name(value);
                Err(vm.type_error(format!(
                    "expected string or bytes-like object, got '{name}'"
                )))
            }
        }
    }

    pub(super) fn text(&self) -> Text<'_> {
        match &self.value {
            Value::Str(text) if text.is_ascii() => Text::Bytes(text.as_str().as_bytes()),
            Value::Str(text) => Text::Chars(text.as_str().chars().collect()),
            Value::Bytes(data) => Text::Bytes(data),
            _ => Text::Bytes(&[]),
        }
    }

    /// A part of it.
    pub(super) fn part(&self, start: usize, end: usize) -> Value {
        match &self.value {
            Value::Str(text) if start == 0 && end == text.len() => self.value.clone(),
            Value::Str(text) => Value::Str(text.substring(start, end)),
            Value::Bytes(data) => Value::bytes(&data[start..end]),
            _ => Value::None,
        }
    }
}

/// A match at a place.
pub(super) fn match_at(
    vm: &mut Vm,
    pattern: &Pattern,
    subject: &Subject,
    range: (usize, usize),
    whole: bool,
) -> Result<Option<Slots>> {
    let host = vm.host.clone();
    let text = subject.text();
    let demands = Demands {
        whole,
        not_empty: false,
    };
    Matcher::new(&pattern.program, &text, range.1, &|| host.cancelled())
        .match_at(range.0, demands)
        .map_err(|Cancelled| Raise::Cancelled)
}

/// Matches from left to right that do not overlap, at most so many. An empty match may follow a
/// match that was not empty, but not one at the same place.
pub(super) fn all(
    vm: &mut Vm,
    pattern: &Pattern,
    subject: &Subject,
    range: (usize, usize),
    most: usize,
) -> Result<Vec<Slots>> {
    let host = vm.host.clone();
    let text = subject.text();
    let cancelled = || host.cancelled();
    let mut matcher = Matcher::new(&pattern.program, &text, range.1, &cancelled);
    let mut found = Vec::new();
    let (mut at, mut not_empty) = (range.0, false);
    while found.len() < most && at <= range.1 {
        let next = matcher
            .search(at, not_empty)
            .map_err(|Cancelled| Raise::Cancelled)?;
        let Some(slots) = next else {
            break;
        };
        let (start, end) = (slots[0].unwrap_or(0), slots[1].unwrap_or(0));
        at = end;
        not_empty = start == end;
        found.push(slots);
    }
    Ok(found)
}
