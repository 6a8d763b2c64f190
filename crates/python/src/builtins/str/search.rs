//! Finding texts in texts.

use super::super::named_argument::named_text;
use super::super::window::{one_to_three, window};
use super::{receiver, text_argument};
use crate::value::{Args, NativeFn, Str, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("find", |vm, args| {
        Ok(find(vm, &args, "find", false)?.map_or(Value::Int(-1), Value::from))
    }),
    ("rfind", |vm, args| {
        Ok(find(vm, &args, "rfind", true)?.map_or(Value::Int(-1), Value::from))
    }),
    ("index", |vm, args| index(vm, &args, "index", false)),
    ("rindex", |vm, args| index(vm, &args, "rindex", true)),
    ("count", count),
    ("startswith", |vm, args| {
        affix(vm, &args, "startswith", |text, part| text.starts_with(part))
    }),
    ("endswith", |vm, args| {
        affix(vm, &args, "endswith", |text, part| text.ends_with(part))
    }),
    ("replace", replace),
];

/// The part of a text that the arguments after the first one leave, with its first index;
/// `None` where they leave none.
fn part_of(vm: &mut Vm, text: &Str, args: &Args) -> Result<Option<(Str, usize)>> {
    let Some(range) = window(vm, args, text.len())? else {
        return Ok(None);
    };
    if range.len() == text.len() {
        return Ok(Some((text.clone(), 0)));
    }
    Ok(Some((text.substring(range.start, range.end), range.start)))
}

fn find(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Option<usize>> {
    let text = receiver(vm, args, method)?;
    one_to_three(vm, args, "str", method)?;
    let part = text_argument(vm, &args[1], |name| format!("must be str, not {name}"))?;
    let Some((within, from)) = part_of(vm, &text, args)? else {
        return Ok(None);
    };
    let found = match last {
        false => within.as_str().find(part.as_str()),
        true => within.as_str().rfind(part.as_str()),
    };
    Ok(found.map(|at| from + code_points(&within, at)))
}

/// How many code points stand before a byte offset.
fn code_points(text: &Str, offset: usize) -> usize {
    if text.is_ascii() {
        offset
    } else {
        text.as_str()[..offset].chars().count()
    }
}

fn index(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Value> {
    match find(vm, args, method, last)? {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "count")?;
    one_to_three(vm, &args, "str", "count")?;
    let part = text_argument(vm, &args[1], |name| format!("must be str, not {name}"))?;
    let Some((within, _)) = part_of(vm, &text, &args)? else {
        return Ok(Value::Int(0));
    };
    if part.is_empty() {
        return Ok(Value::from(within.len() + 1));
    }
    Ok(Value::from(within.as_str().matches(part.as_str()).count()))
}

fn affix(vm: &mut Vm, args: &Args, method: &str, test: fn(&str, &str) -> bool) -> Result<Value> {
    let text = receiver(vm, args, method)?;
    one_to_three(vm, args, "str", method)?;
    let parts = match vm.unwrap_builtin(&args[1]) {
        Value::Tuple(parts) => parts,
        other => {
            let wanted = |name: &str| {
                format!("{method} first arg must be str or a tuple of str, not {name}")
            };
            let part = text_argument(vm, &other, wanted)?;
            let within = part_of(vm, &text, args)?;
            let fits = within.is_some_and(|(within, _)| test(within.as_str(), part.as_str()));
            return Ok(Value::Bool(fits));
        }
    };
    let Some((within, _)) = part_of(vm, &text, args)? else {
        return Ok(Value::Bool(false));
    };
    for part in parts.iter() {
        let wanted = |name: &str| format!("tuple for {method} must only contain str, not {name}");
        if test(within.as_str(), text_argument(vm, part, wanted)?.as_str()) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "replace")?;
    args.between(vm, "replace", 1, 2, 3)?;
    let old = named_text(vm, &args[1], "replace() argument 1")?;
    let new = named_text(vm, &args[2], "replace() argument 2")?;
    let most = match args.get(3) {
        Some(count) => usize::try_from(vm.to_i64(count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    Ok(Value::from(text.as_str().replacen(
        old.as_str(),
        new.as_str(),
        most,
    )))
}
