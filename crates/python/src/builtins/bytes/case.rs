//! Case and classes of ASCII characters in bytes.

use super::affix::is_space;
use super::{Receiver, changed};
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("upper", |vm, args| {
        changed(vm, &args, "upper", <[u8]>::to_ascii_uppercase)
    }),
    ("lower", |vm, args| {
        changed(vm, &args, "lower", <[u8]>::to_ascii_lowercase)
    }),
    ("swapcase", |vm, args| {
        changed(vm, &args, "swapcase", swap_case)
    }),
    ("title", |vm, args| changed(vm, &args, "title", title)),
    ("capitalize", |vm, args| {
        changed(vm, &args, "capitalize", capitalize)
    }),
    ("isalpha", |vm, args| {
        all(vm, &args, "isalpha", |byte| byte.is_ascii_alphabetic())
    }),
    ("isdigit", |vm, args| {
        all(vm, &args, "isdigit", |byte| byte.is_ascii_digit())
    }),
    ("isalnum", |vm, args| {
        all(vm, &args, "isalnum", |byte| byte.is_ascii_alphanumeric())
    }),
    ("isspace", |vm, args| {
        all(vm, &args, "isspace", |byte| is_space(*byte))
    }),
    ("isascii", |vm, args| {
        whole(vm, &args, "isascii", <[u8]>::is_ascii)
    }),
    ("isupper", |vm, args| {
        whole(vm, &args, "isupper", |data| {
            data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase)
        })
    }),
    ("islower", |vm, args| {
        whole(vm, &args, "islower", |data| {
            data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase)
        })
    }),
    ("istitle", |vm, args| {
        whole(vm, &args, "istitle", |data| {
            data.iter().any(u8::is_ascii_alphabetic) && title(data) == data
        })
    }),
];

fn swap_case(data: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| {
        if byte.is_ascii_alphabetic() {
            byte ^ 0x20
        } else {
            *byte
        }
    };
    data.iter().map(swap).collect()
}

fn title(data: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let mut out = Vec::with_capacity(data.len());
    for byte in data {
        out.push(if in_word {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        });
        in_word = byte.is_ascii_alphabetic();
    }
    out
}

fn capitalize(data: &[u8]) -> Vec<u8> {
    let mut out = data.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

fn all(vm: &mut Vm, args: &Args, method: &str, test: fn(&u8) -> bool) -> Result<Value> {
    let own = Receiver::alone(vm, args, method)?;
    Ok(Value::Bool(
        !own.data.is_empty() && own.data.iter().all(test),
    ))
}

fn whole(vm: &mut Vm, args: &Args, method: &str, test: fn(&[u8]) -> bool) -> Result<Value> {
    let own = Receiver::alone(vm, args, method)?;
    Ok(Value::Bool(test(&own.data)))
}
