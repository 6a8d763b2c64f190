//! Finding texts in texts.

use num_traits::{Signed, ToPrimitive};

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

/// The part of a text that `start` and `end` arguments leave, with its first index;
/// `None` where `start` lies behind the text.
fn window(
    vm: &mut Vm,
    text: &Str,
    start: Option<&Value>,
    end: Option<&Value>,
) -> Result<Option<(Str, usize)>> {
    let length = text.len();
    let mut bound = |value: Option<&Value>, default: usize| -> Result<usize> {
        match value {
            None | Some(Value::None) => Ok(default),
            Some(value) => {
                let index = vm.to_index(value)?;
                let index = if index.is_negative() {
                    index + length
                } else {
                    index
                };
                Ok(index
                    .to_usize()
                    .unwrap_or(if index.is_negative() { 0 } else { usize::MAX }))
            }
        }
    };
    let from = bound(start, 0)?;
    let to = bound(end, length)?.min(length);
    if from > length || from > to {
        return Ok(None);
    }
    if from == 0 && to == length {
        return Ok(Some((text.clone(), 0)));
    }
    Ok(Some((text.substring(from, to), from)))
}

fn find(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Option<usize>> {
    let text = receiver(vm, args, method)?;
    args.between(vm, method, 1, 1, 3)?;
    let part = text_argument(vm, &args[1], |name| format!("must be str, not {name}"))?;
    let Some((within, from)) = window(vm, &text, args.get(2), args.get(3))? else {
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
    args.between(vm, "count", 1, 1, 3)?;
    let part = text_argument(vm, &args[1], |name| format!("must be str, not {name}"))?;
    let Some((within, _)) = window(vm, &text, args.get(2), args.get(3))? else {
        return Ok(Value::Int(0));
    };
    if part.is_empty() {
        return Ok(Value::from(within.len() + 1));
    }
    Ok(Value::from(within.as_str().matches(part.as_str()).count()))
}

fn affix(vm: &mut Vm, args: &Args, method: &str, test: fn(&str, &str) -> bool) -> Result<Value> {
    let text = receiver(vm, args, method)?;
    args.between(vm, method, 1, 1, 3)?;
    let wanted =
        |name: &str| format!("{method} first arg must be str or a tuple of str, not {name}");
    let parts: Vec<Str> = match vm.unwrap_builtin(&args[1]) {
        Value::Tuple(parts) => {
            let in_tuple =
                |name: &str| format!("tuple for {method} must only contain str, not {name}");
            parts
                .iter()
                .map(|part| text_argument(vm, part, in_tuple))
                .collect::<Result<_>>()?
        }
        other => vec![text_argument(vm, &other, wanted)?],
    };
    let Some((within, _)) = window(vm, &text, args.get(2), args.get(3))? else {
        return Ok(Value::Bool(false));
    };
    Ok(Value::Bool(
        parts
            .iter()
            .any(|part| test(within.as_str(), part.as_str())),
    ))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "replace")?;
    args.between(vm, "replace", 1, 2, 3)?;
    let describe = |position: usize| {
        move |name: &str| format!("replace() argument {position} must be str, not {name}")
    };
    let old = text_argument(vm, &args[1], describe(1))?;
    let new = text_argument(vm, &args[2], describe(2))?;
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
