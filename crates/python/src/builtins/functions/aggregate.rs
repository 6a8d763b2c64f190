//! `all`, `any`, `sum`, `min`, `max`, `sorted`, `len`.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use crate::builtins::sequence::sort_options;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("all", |vm, args| until(vm, &args, "all", false)),
    ("any", |vm, args| until(vm, &args, "any", true)),
    ("len", |vm, args| {
        let container = args.exactly_one(vm, "len", 0)?;
        Ok(Value::from(vm.length(&container)?))
    }),
    ("max", |vm, args| {
        extreme(vm, args, "max", CompareOp::Greater)
    }),
    ("min", |vm, args| extreme(vm, args, "min", CompareOp::Less)),
    ("sorted", sorted),
    ("sum", sum),
];

/// Whether an item's truth is as wanted; what `any` and `not all` are.
fn until(vm: &mut Vm, args: &Args, function: &str, wanted: bool) -> Result<Value> {
    let iterable = args.exactly_one(vm, function, 0)?;
    let iterator = vm.iter(&iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.truth(&item)? == wanted {
            return Ok(Value::Bool(wanted));
        }
    }
    Ok(Value::Bool(!wanted))
}

fn sorted(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let positional = Args::of(args.positional.drain(..));
    positional.between(vm, "sorted", 0, 1, 1)?;
    let mut items = vm.collect(&positional[0])?;
    let (key, reverse) = sort_options(vm, args)?;
    vm.sort(&mut items, key.as_ref(), reverse)?;
    Ok(Value::list(items))
}

fn sum(vm: &mut Vm, mut args: Args) -> Result<Value> {
    if args.is_empty() {
        return Err(vm.type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let iterable = args.take_first();
    let [start] = match args.len() {
        0 | 1 => args.bind(vm, "sum", 0, ["start"], 0)?,
        more => {
            let given = more + 1;
            return Err(vm.type_error(format!("sum() takes at most 2 arguments ({given} given)")));
        }
    };
    let mut total = start.unwrap_or(Value::Int(0));
    let refused = match total {
        Value::Str(_) => Some("strings [use ''.join(seq) instead]"),
        Value::Bytes(_) => Some("bytes [use b''.join(seq) instead]"),
        Value::ByteArray(_) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(vm.type_error(format!("sum() can't sum {refused}")));
    }
    let iterator = vm.iter(&iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        total = match (&total, &item) {
            (Value::Int(a), Value::Int(b)) if a.checked_add(*b).is_some() => {
                Value::Int(a.wrapping_add(*b))
            }
            (Value::Float(a), Value::Float(b)) => Value::Float(a + b),
            _ => vm.binary(BinaryOp::Add, &total, &item)?,
        };
    }
    Ok(total)
}

/// `min` and `max`: the first item that no other one is better than.
fn extreme(vm: &mut Vm, mut args: Args, function: &str, better: CompareOp) -> Result<Value> {
    if args.is_empty() {
        let message = format!("{function} expected at least 1 argument, got 0");
        return Err(vm.type_error(message));
    }
    let key = args.take_keyword("key").filter(|key| !key.is_none());
    let default = args.take_keyword("default");
    if let Some((name, _)) = args.keywords.first() {
        let message = format!("'{name}' is an invalid keyword argument for {function}()");
        return Err(vm.type_error(message));
    }
    let iterable = match args.len() {
        1 => args[0].clone(),
        _ if default.is_some() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {function}() with multiple positional arguments"
            )));
        }
        _ => Value::tuple(args.positional.to_vec()),
    };
    let iterator = vm.iter(&iterable)?;
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = vm.next(&iterator)? {
        let rank = match &key {
            Some(key) => vm.call_one(key, item.clone())?,
            None => item.clone(),
        };
        let wins = match &best {
            None => true,
            Some((_, best)) => {
                let result = vm.compare(better, &rank, best)?;
                vm.truth(&result)?
            }
        };
        if wins {
            best = Some((item, rank));
        }
    }
    match best.map(|(item, _)| item).or(default) {
        Some(item) => Ok(item),
        None => Err(vm.value_error(format!("{function}() arg is an empty sequence"))),
    }
}
