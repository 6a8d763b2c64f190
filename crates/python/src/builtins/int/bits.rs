//! Methods of `int` that see it as bits and bytes.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::named_argument::named_text;
use super::{big, int};
use crate::value::{Args, NativeFn, Value, int_from_big};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("bit_length", |vm, args| {
        args.receiver_only(vm, "int.bit_length")?;
        Ok(match int(vm, &args, "bit_length")? {
            Value::Int(value) => Value::Int(i64::from(64 - value.unsigned_abs().leading_zeros())),
            other => Value::from(vm.to_index(&other)?.bits() as usize),
        })
    }),
    ("bit_count", |vm, args| {
        args.receiver_only(vm, "int.bit_count")?;
        let value = big(vm, &args, "bit_count")?;
        let count: u64 = value
            .magnitude()
            .iter_u64_digits()
            .map(|digit| u64::from(digit.count_ones()))
            .sum();
        Ok(Value::from(count as usize))
    }),
    ("to_bytes", to_bytes),
];

/// The keyword-only argument `signed`.
fn take_signed(vm: &mut Vm, args: &mut Args) -> Result<bool> {
    match args.take_keyword("signed") {
        Some(value) => vm.truth(&value),
        None => Ok(false),
    }
}

/// Whether the argument `byteorder` says that the most significant byte comes first.
fn is_big_endian(vm: &mut Vm, order: Option<Value>, method: &str) -> Result<bool> {
    let Some(order) = order else { return Ok(true) };
    match named_text(vm, &order, &format!("{method}() argument 'byteorder'"))?.as_str() {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

/// `to_bytes(length=1, byteorder='big', *, signed=False)`.
fn to_bytes(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let value = big(vm, &args, "to_bytes")?;
    let signed = take_signed(vm, &mut args)?;
    let given = args.len() - 1;
    if given > 2 {
        let message = format!("to_bytes() takes at most 2 positional arguments ({given} given)");
        return Err(vm.type_error(message));
    }
    let [length, order] = args.bind(vm, "to_bytes", 1, ["length", "byteorder"], 0)?;
    let length = match length {
        Some(length) => vm.to_i64(&length)?,
        None => 1,
    };
    let big_endian = is_big_endian(vm, order, "to_bytes")?;
    let Ok(length) = u64::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    if value.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let mut data = if signed {
        value.to_signed_bytes_le()
    } else {
        value.magnitude().to_bytes_le()
    };
    if value.is_zero() {
        data.clear();
    }
    if data.len() as u64 > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    vm.check_room(length, 1)?;
    let length = length as usize;
    data.resize(length, if value.is_negative() { 0xff } else { 0 });
    if big_endian {
        data.reverse();
    }
    Ok(Value::bytes(data))
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`.
pub(super) fn from_bytes(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let class = args.take_first();
    let signed = take_signed(vm, &mut args)?;
    let [data, order] = args.bind(vm, "from_bytes", 0, ["bytes", "byteorder"], 1)?;
    let big_endian = is_big_endian(vm, order, "from_bytes")?;
    let mut data = bytes_of(vm, &data.unwrap_or_default())?;
    if big_endian {
        data.reverse();
    }
    let value = if signed {
        BigInt::from_signed_bytes_le(&data)
    } else {
        BigInt::from_bytes_le(Sign::Plus, &data)
    };
    let value = int_from_big(value);
    match class {
        Value::Class(class) if !class.builtin => vm.call_one(&Value::Class(class), value),
        _ => Ok(value),
    }
}

/// The bytes of a bytes-like object or of an iterable of ints.
fn bytes_of(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    match vm.unwrap_builtin(value) {
        Value::Bytes(data) => return Ok(data.to_vec()),
        Value::ByteArray(data) => return Ok(data.borrow().clone()),
        Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None => {
            let name = vm.type_name(value);
            return Err(vm.type_error(format!("cannot convert '{name}' object to bytes")));
        }
        _ => {}
    }
    let items = vm.collect(value)?;
    let mut data = Vec::with_capacity(items.len());
    for item in items {
        match vm.to_index(&item)?.to_u8() {
            Some(byte) => data.push(byte),
            None => return Err(vm.value_error("bytes must be in range(0, 256)")),
        }
    }
    Ok(data)
}
