//! Taking characters off the ends.

use brooklet_unicode::class::is_space;

use super::super::named_argument::named_text;
use super::{receiver, text_argument};
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("strip", |vm, args| strip(vm, args, "strip", true, true)),
    ("lstrip", |vm, args| strip(vm, args, "lstrip", true, false)),
    ("rstrip", |vm, args| strip(vm, args, "rstrip", false, true)),
    ("removeprefix", |vm, args| {
        remove(vm, args, "removeprefix", |text, part| {
            text.strip_prefix(part)
        })
    }),
    ("removesuffix", |vm, args| {
        remove(vm, args, "removesuffix", |text, part| {
            text.strip_suffix(part)
        })
    }),
];

fn strip(vm: &mut Vm, args: Args, method: &str, left: bool, right: bool) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    args.between(vm, method, 1, 0, 1)?;
    let characters = match args.get(1) {
        None | Some(Value::None) => None,
        Some(value) => Some(text_argument(vm, value, |_| {
            format!("{method} arg must be None or str")
        })?),
    };
    let drop = |char: char| match &characters {
        None => is_space(char),
        Some(characters) => characters.as_str().contains(char),
    };
    let mut rest = text.as_str();
    if left {
        rest = rest.trim_start_matches(drop);
    }
    if right {
        rest = rest.trim_end_matches(drop);
    }
    if rest.len() == text.as_str().len() {
        return Ok(Value::Str(text));
    }
    Ok(Value::str(rest))
}

fn remove(
    vm: &mut Vm,
    args: Args,
    method: &str,
    by: for<'a> fn(&'a str, &str) -> Option<&'a str>,
) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    let part = args.exactly_one(vm, &format!("str.{method}"), 1)?;
    let part = named_text(vm, &part, &format!("{method}() argument"))?;
    Ok(Value::str(
        by(text.as_str(), part.as_str()).unwrap_or(text.as_str()),
    ))
}
