//! `translate` and `maketrans`.

use std::rc::Rc;

use super::super::named_argument::named_text;
use super::receiver;
use crate::value::{Args, Dict, NativeFn, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[("translate", translate)];

fn translate(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "translate")?;
    let table = args.exactly_one(vm, "str.translate", 1)?;
    let mut translated = String::new();
    for char in text.as_str().chars() {
        match vm.get_item(&table, &Value::Int(i64::from(char as u32))) {
            Ok(Value::None) => {}
            Ok(Value::Str(replacement)) => translated.push_str(replacement.as_str()),
            Ok(Value::Int(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                Some(replacement) => translated.push(replacement),
                None => return Err(vm.value_error("character mapping must be in range(0x110000)")),
            },
            Ok(_) => {
                return Err(vm.type_error("character mapping must return integer, None or str"));
            }
            Err(raise) if vm.is_exception(&raise, ExceptionKind::LookupError) => {
                translated.push(char)
            }
            Err(raise) => return Err(raise),
        }
    }
    Ok(Value::from(translated))
}

/// `str.maketrans(x[, y[, z]])`.
pub(super) fn maketrans(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "maketrans", 0, 1, 3)?;
    let table = Dict::new();
    let key = |char: char| Value::Int(i64::from(char as u32));
    if args.len() == 1 {
        let Value::Dict(given) = vm.unwrap_builtin(&args[0]) else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        for (from, to) in given.items() {
            let from = match &from {
                Value::Str(text) if text.len() == 1 => key(text.char_at(0)),
                Value::Str(_) => {
                    return Err(
                        vm.value_error("string keys in translate table must be of length 1")
                    );
                }
                Value::Int(_) | Value::Bool(_) => from,
                _ => {
                    return Err(
                        vm.type_error("keys in translate table must be strings or integers")
                    );
                }
            };
            table.set(vm, from, to)?;
        }
        return Ok(Value::Dict(Rc::new(table)));
    }
    let first = match vm.unwrap_builtin(&args[0]) {
        Value::Str(text) => text,
        _ => {
            return Err(vm.type_error(
                "first maketrans argument must be a string if there is a second argument",
            ));
        }
    };
    let second = named_text(vm, &args[1], "maketrans() argument 2")?;
    if first.len() != second.len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in first.as_str().chars().zip(second.as_str().chars()) {
        table.set(vm, key(from), key(to))?;
    }
    if let Some(dropped) = args.get(2) {
        let dropped = named_text(vm, dropped, "maketrans() argument 3")?;
        for char in dropped.as_str().chars() {
            table.set(vm, key(char), Value::None)?;
        }
    }
    Ok(Value::Dict(Rc::new(table)))
}
