//! `sys.getsizeof`: the bytes that CPython 3.11 has on 64 bits for a value, without those it refers to.

use brooklet_python::value::{Args, Dict, Value};
use brooklet_python::vm::{Result, Vm};

/// What an instance has before its own size: for the collector of cycles, and for its attributes.
const HEAD: i64 = 32;

pub(super) fn get_size_of(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, default] = args.bind(vm, "getsizeof", 0, ["object", "default"], 1)?;
    let value = value.unwrap_or_default();
    if let Some(size) = size(&value) {
        return Ok(Value::from(size));
    }
    if let Value::Instance(instance) = &value
        && !instance.class.builtin
        && let Ok(method) = vm.get_attribute(&value, "__sizeof__")
    {
        let own = vm.call(&method, Args::none())?;
        return Ok(Value::from(vm.to_i64(&own)? + HEAD));
    }
    let known = by_class(&vm.type_name(&value)).map(Value::from);
    Ok(known.or(default).unwrap_or(Value::Int(56)))
}

/// The size of a value whose class says nothing of its own.
fn size(value: &Value) -> Option<i64> {
    Some(match value {
        Value::None | Value::Ellipsis | Value::NotImplemented => 16,
        Value::Bool(_) => 28,
        Value::Int(number) => {
            24 + 4 * digits(64 - u64::from(number.unsigned_abs().leading_zeros()))
        }
        Value::BigInt(number) => 24 + 4 * digits(number.bits()),
        Value::Float(_) => 24,
        Value::Complex(_) => 32,
        Value::Str(text) => size_of_text(text.as_str()),
        Value::Bytes(bytes) => 33 + bytes.len() as i64,
        Value::ByteArray(bytes) => match bytes.borrow().len() as i64 {
            0 => 56,
            count => 57 + count,
        },
        Value::Tuple(items) => 40 + 8 * items.len() as i64,
        Value::List(items) => 56 + 8 * slots_of_list(items.len() as i64, items.has_room()),
        Value::Dict(dict) => size_of_dict(dict),
        Value::DictView(_) => 40,
        Value::Set(set) | Value::FrozenSet(set) => size_of_set(set.len() as i64),
        Value::Range(_) => 48,
        Value::Slice(_) => 56,
        Value::Function(_) => 152,
        Value::Native(_) | Value::Module(_) | Value::Property(_) => 72,
        Value::Method(method) if matches!(method.function, Value::Native(_)) => 72,
        Value::Method(_) => 64,
        Value::StaticMethod(_) | Value::ClassMethod(_) => 56,
        Value::Class(class) if class.builtin => 424,
        Value::Class(_) => 1688,
        Value::Generator(_) => 176,
        _ => return None,
    })
}

/// That of objects which are told apart by the names of their classes.
fn by_class(name: &str) -> Option<i64> {
    Some(match name {
        "object" => 16,
        "zip" => 64,
        "enumerate" | "reversed" => 72,
        "map" | "filter" => 48,
        name if name.ends_with("iterator") => 48,
        name if name.ends_with("Error") || name.ends_with("Exception") => 88,
        _ => return None,
    })
}

/// How many digits of 30 bits a number has; zero has one.
fn digits(bits: u64) -> i64 {
    bits.div_ceil(30).max(1) as i64
}

fn size_of_text(text: &str) -> i64 {
    let count = text.chars().count() as i64;
    match text.chars().max().map_or(0, u32::from) {
        0..0x80 => 49 + count,
        0x80..0x100 => 73 + count,
        0x100..0x1_0000 => 74 + 2 * count,
        _ => 76 + 4 * count,
    }
}

/// How many items a list has room for: one that has grown has room for an eighth more, any other for an
/// even number.
fn slots_of_list(count: i64, has_grown: bool) -> i64 {
    if !has_grown {
        return if count < 3 { count } else { (count + 1) & !1 };
    }
    let mut slots = 0;
    while slots < count {
        let wanted = slots + 1;
        slots = (wanted + (wanted >> 3) + 6) & !3;
    }
    slots
}

/// A table of indices, two thirds as many entries, and their heads. Where all keys are texts, an entry does
/// not hold its key's hash.
fn size_of_dict(dict: &Dict) -> i64 {
    let count = dict.len() as i64;
    if count == 0 {
        return 64;
    }
    let mut places: i64 = 8;
    while places * 2 / 3 < count {
        places *= 2;
    }
    let width = match places {
        ..256 => 1,
        256..65_536 => 2,
        _ => 4,
    };
    let has_texts = dict.keys().iter().all(|key| matches!(key, Value::Str(_)));
    let entry = if has_texts { 16 } else { 24 };
    96 + places * width + places * 2 / 3 * entry
}

/// A table that is at most three fifths full; the first eight places are in the object itself.
fn size_of_set(count: i64) -> i64 {
    let mut places: i64 = 8;
    for used in 1..=count {
        if used * 5 >= (places - 1) * 3 {
            let wanted = used * if used > 50_000 { 2 } else { 4 };
            places = (wanted + 1).unsigned_abs().next_power_of_two().max(8) as i64;
        }
    }
    216 + if places > 8 { places * 16 } else { 0 }
}
