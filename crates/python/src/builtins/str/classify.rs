//! Questions about the characters of a text.

use brooklet_unicode::class;

use super::receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("isalpha", |vm, args| {
        all(vm, args, "isalpha", class::is_alpha)
    }),
    ("isalnum", |vm, args| {
        all(vm, args, "isalnum", class::is_alphanumeric)
    }),
    ("isdigit", |vm, args| {
        all(vm, args, "isdigit", class::is_digit)
    }),
    ("isdecimal", |vm, args| {
        all(vm, args, "isdecimal", class::is_decimal)
    }),
    ("isnumeric", |vm, args| {
        all(vm, args, "isnumeric", class::is_numeric)
    }),
    ("isspace", |vm, args| {
        all(vm, args, "isspace", class::is_space)
    }),
    ("isprintable", |vm, args| {
        whole(vm, args, "isprintable", |text| {
            text.chars().all(class::is_printable)
        })
    }),
    ("isascii", |vm, args| {
        whole(vm, args, "isascii", str::is_ascii)
    }),
    ("islower", |vm, args| {
        whole(vm, args, "islower", |text| one_case(text, class::is_lower))
    }),
    ("isupper", |vm, args| {
        whole(vm, args, "isupper", |text| one_case(text, class::is_upper))
    }),
    ("istitle", |vm, args| whole(vm, args, "istitle", is_title)),
    ("isidentifier", |vm, args| {
        whole(vm, args, "isidentifier", class::is_identifier)
    }),
];

/// Whether a text has characters, all of one class.
fn all(vm: &mut Vm, args: Args, method: &str, test: fn(char) -> bool) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    args.receiver_only(vm, &format!("str.{method}"))?;
    Ok(Value::Bool(
        !text.is_empty() && text.as_str().chars().all(test),
    ))
}

fn whole(vm: &mut Vm, args: Args, method: &str, test: fn(&str) -> bool) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    args.receiver_only(vm, &format!("str.{method}"))?;
    Ok(Value::Bool(test(text.as_str())))
}

/// Whether a text has cased characters, all of one case.
fn one_case(text: &str, wanted: fn(char) -> bool) -> bool {
    let mut cased = text
        .chars()
        .filter(|char| class::is_cased(*char))
        .peekable();
    cased.peek().is_some() && cased.all(wanted)
}

fn is_title(text: &str) -> bool {
    let mut found = false;
    let mut after_cased = false;
    for char in text.chars() {
        let upper = class::is_upper(char) || class::is_title(char);
        if upper && after_cased || class::is_lower(char) && !after_cased {
            return false;
        }
        after_cased = upper || class::is_lower(char);
        found |= after_cased;
    }
    found
}
