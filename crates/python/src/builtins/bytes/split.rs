//! Splitting and joining bytes.

use super::affix::is_space;
use super::{Receiver, position};
use crate::value::{Args, NativeFn, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// What reads an iterable.
pub(super) const JOINING: &[(&str, NativeFn)] = &[("join", join)];

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("split", |vm, args| split(vm, args, "split", false)),
    ("rsplit", |vm, args| split(vm, args, "rsplit", true)),
    ("splitlines", split_lines),
    ("partition", |vm, args| {
        partition(vm, &args, "partition", false)
    }),
    ("rpartition", |vm, args| {
        partition(vm, &args, "rpartition", true)
    }),
];

fn split(vm: &mut Vm, args: Args, method: &str, from_right: bool) -> Result<Value> {
    let own = Receiver::of(vm, &args, method)?;
    let [separator, most] = args.bind(vm, method, 1, ["sep", "maxsplit"], 0)?;
    let most = match most {
        Some(most) => usize::try_from(vm.to_i64(&most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => Some(vm.bytes_like(&separator)?),
    };
    let mut parts = match &separator {
        Some(separator) if separator.is_empty() => {
            return Err(vm.value_error("empty separator"));
        }
        Some(separator) => split_at(&own.data, separator, most, from_right),
        None => split_spaces(&own.data, most, from_right),
    };
    if from_right {
        parts.reverse();
    }
    Ok(Value::list(
        parts.into_iter().map(|part| own.make(part)).collect(),
    ))
}

/// The parts between separators, in the order in which they are found.
fn split_at<'a>(data: &'a [u8], separator: &[u8], most: usize, from_right: bool) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    while parts.len() < most {
        let Some(at) = position(rest, separator, from_right) else {
            break;
        };
        let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
        (rest, parts) = if from_right {
            (before, pushed(parts, after))
        } else {
            (after, pushed(parts, before))
        };
    }
    pushed(parts, rest)
}

fn pushed<'a>(mut parts: Vec<&'a [u8]>, part: &'a [u8]) -> Vec<&'a [u8]> {
    parts.push(part);
    parts
}

/// The words between spaces, in the order in which they are found.
fn split_spaces(data: &[u8], most: usize, from_right: bool) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    let is_word = |byte: &u8| !is_space(*byte);
    loop {
        rest = if from_right {
            &rest[..rest.iter().rposition(is_word).map_or(0, |at| at + 1)]
        } else {
            &rest[rest.iter().position(is_word).unwrap_or(rest.len())..]
        };
        if rest.is_empty() {
            return parts;
        }
        if parts.len() == most {
            return pushed(parts, rest);
        }
        if from_right {
            let start = rest
                .iter()
                .rposition(|byte| is_space(*byte))
                .map_or(0, |at| at + 1);
            parts.push(&rest[start..]);
            rest = &rest[..start];
        } else {
            let end = rest
                .iter()
                .position(|byte| is_space(*byte))
                .unwrap_or(rest.len());
            parts.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
}

fn split_lines(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "splitlines")?;
    let [keep] = args.bind(vm, "splitlines", 1, ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => vm.truth(&keep)?,
        None => false,
    };
    let mut lines = Vec::new();
    let mut rest = &own.data[..];
    while !rest.is_empty() {
        let end = rest
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        let after = match &rest[end..] {
            [b'\r', b'\n', ..] => end + 2,
            [] => end,
            _ => end + 1,
        };
        lines.push(own.make(&rest[..if keep { after } else { end }]));
        rest = &rest[after..];
    }
    Ok(Value::list(lines))
}

fn partition(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Value> {
    let own = Receiver::of(vm, args, method)?;
    let separator = args.exactly_one(vm, &format!("{}.{method}", own.class_name()), 1)?;
    let separator = vm.bytes_like(&separator)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts: [&[u8]; 3] = match position(&own.data, &separator, last) {
        Some(at) => [
            &own.data[..at],
            &separator,
            &own.data[at + separator.len()..],
        ],
        None if last => [&[], &[], &own.data],
        None => [&own.data, &[], &[]],
    };
    Ok(Value::tuple(
        parts.into_iter().map(|part| own.make(part)).collect(),
    ))
}

fn join(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "join")?;
    let iterable = args.exactly_one(vm, &format!("{}.join", own.class_name()), 1)?;
    let items = match vm.collect(&iterable) {
        Err(raise) if vm.is_not_iterable(&raise, &iterable) => {
            return Err(vm.type_error("can only join an iterable"));
        }
        other => other?,
    };
    let mut joined = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            joined.extend_from_slice(&own.data);
        }
        let data = match vm.bytes_like(item) {
            Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
                let name = vm.type_name(item);
                return Err(vm.type_error(format!(
                    "sequence item {at}: expected a bytes-like object, {name} found"
                )));
            }
            data => data?,
        };
        vm.check_room((joined.len() + own.data.len() + data.len()) as u64, 1)?;
        joined.extend_from_slice(&data);
    }
    Ok(own.make(joined))
}
