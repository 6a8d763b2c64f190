//! Splitting and joining.

use brooklet_unicode::class::{is_line_end, is_space};

use super::{receiver, text_argument};
use crate::value::{Args, NativeFn, ResumableFn, Str, Value};
use crate::vm::{Result, Step, Vm};

/// The methods that go on after Python code that they call.
pub(super) const RESUMABLE: &[(&str, ResumableFn)] = &[("join", join)];

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("split", |vm, args| split(vm, args, "split", false)),
    ("rsplit", |vm, args| split(vm, args, "rsplit", true)),
    ("splitlines", splitlines),
    ("partition", |vm, args| {
        partition(vm, args, "partition", false)
    }),
    ("rpartition", |vm, args| {
        partition(vm, args, "rpartition", true)
    }),
];

fn list<'a>(parts: impl Iterator<Item = &'a str>) -> Value {
    Value::list(parts.map(Value::str).collect())
}

fn split(vm: &mut Vm, args: Args, method: &str, from_right: bool) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    let [separator, most] = args.bind(vm, method, 1, ["sep", "maxsplit"], 0)?;
    let most = match most {
        Some(most) => usize::try_from(vm.to_i64(&most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let text = text.as_str();
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => Some(text_argument(vm, &separator, |name| {
            format!("must be str or None, not {name}")
        })?),
    };
    let parts: Vec<&str> = match (separator, from_right) {
        (None, false) => split_spaces(text, most),
        (None, true) => rsplit_spaces(text, most),
        (Some(separator), _) if separator.is_empty() => {
            return Err(vm.value_error("empty separator"));
        }
        (Some(separator), false) => text
            .splitn(most.saturating_add(1), separator.as_str())
            .collect(),
        (Some(separator), true) => {
            let mut parts: Vec<&str> = text
                .rsplitn(most.saturating_add(1), separator.as_str())
                .collect();
            parts.reverse();
            parts
        }
    };
    Ok(list(parts.into_iter()))
}

fn split_spaces(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

fn rsplit_spaces(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let start = rest.char_indices().rev().find(|(_, char)| is_space(*char));
        let start = start.map_or(0, |(at, char)| at + char.len_utf8());
        parts.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

fn splitlines(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "splitlines")?;
    let [keep] = args.bind(vm, "splitlines", 1, ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => vm.truth(&keep)?,
        None => false,
    };
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        let after = match rest[end..].chars().next() {
            Some('\r') if rest[end + 1..].starts_with('\n') => end + 2,
            Some(char) => end + char.len_utf8(),
            None => end,
        };
        lines.push(&rest[..if keep { after } else { end }]);
        rest = &rest[after..];
    }
    Ok(list(lines.into_iter()))
}

fn partition(vm: &mut Vm, args: Args, method: &str, last: bool) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    let separator = args.exactly_one(vm, &format!("str.{method}"), 1)?;
    let separator = text_argument(vm, &separator, |name| format!("must be str, not {name}"))?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let whole = text.as_str();
    let found = match last {
        false => whole.find(separator.as_str()),
        true => whole.rfind(separator.as_str()),
    };
    let parts = match (found, last) {
        (Some(at), _) => [
            &whole[..at],
            separator.as_str(),
            &whole[at + separator.as_str().len()..],
        ],
        (None, false) => [whole, "", ""],
        (None, true) => ["", "", whole],
    };
    Ok(Value::tuple(parts.into_iter().map(Value::str).collect()))
}

fn join(vm: &mut Vm, args: Args) -> Result<Step> {
    let separator = receiver(vm, &args, "join")?;
    let iterable = args.exactly_one(vm, "str.join", 1)?;
    let kept = iterable.clone();
    vm.one_level(|vm| {
        vm.after(
            |vm| vm.collecting(&iterable, |_, items| Ok(Step::Done(Value::list(items)))),
            move |vm, answer| match answer {
                Ok(items) => join_items(vm, &separator, &items).map(Step::Done),
                Err(raise) if vm.is_not_iterable(&raise, &kept) => {
                    Err(vm.type_error("can only join an iterable"))
                }
                Err(raise) => Err(raise),
            },
        )
    })
}

fn join_items(vm: &mut Vm, separator: &Str, items: &Value) -> Result<Value> {
    let items = vm.collect(items)?;
    let mut joined = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            joined.push_str(separator.as_str());
        }
        let describe =
            |name: &str| format!("sequence item {at}: expected str instance, {name} found");
        let part: Str = text_argument(vm, item, describe)?;
        let length = joined.len() + separator.as_str().len() + part.as_str().len();
        vm.check_room(length as u64, 1)?;
        joined.push_str(part.as_str());
    }
    Ok(Value::from(joined))
}
