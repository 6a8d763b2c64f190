//! `bytes`, and the methods that it shares with `bytearray`.

mod affix;
mod case;
pub(super) mod hex;
mod pad;
mod search;
mod split;
mod translate;

use std::rc::Rc;

use num_traits::{Signed, ToPrimitive};

use super::codec;
use super::named_argument::named_text;
use super::protocol;
use super::receiver::{receiver, wrong_receiver};
use crate::value::{Args, ByteArray, Class, ClassBuilder, Special, Str, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    shared(class)
        .constructor(new)
        .replayed(protocol::HASH)
        .class_methods(&[("fromhex", hex::from_hex)])
}

/// Adds what `bytes` and `bytearray` have in common.
pub(crate) fn shared(class: ClassBuilder) -> ClassBuilder {
    class
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SUBSCRIPT)
        .replayed(protocol::SEQUENCE_ARITHMETIC)
        .replayed(protocol::REPR)
        .methods(affix::METHODS)
        .methods(case::METHODS)
        .methods(hex::METHODS)
        .methods(pad::METHODS)
        .methods(search::METHODS)
        .methods(split::METHODS)
        .replayed(split::JOINING)
        .methods(translate::METHODS)
        .methods(&[("decode", decode)])
        .static_methods(&[("maketrans", translate::maketrans)])
}

/// What a method is called on.
pub(super) struct Receiver {
    pub(super) data: Vec<u8>,
    /// Whether it is a `bytearray`: then so is what the method makes.
    pub(super) is_array: bool,
}

impl Receiver {
    /// The bytes that a method is called on.
    pub(super) fn of(vm: &mut Vm, args: &Args, method: &str) -> Result<Receiver> {
        match receiver(vm, args, "bytes", method)? {
            Value::Bytes(data) => Ok(Receiver {
                data: data.to_vec(),
                is_array: false,
            }),
            Value::ByteArray(data) => Ok(Receiver {
                data: data.borrow().clone(),
                is_array: true,
            }),
            other => Err(wrong_receiver(vm, &other, "bytes", method)),
        }
    }

    /// The same where the method takes no arguments.
    pub(super) fn alone(vm: &mut Vm, args: &Args, method: &str) -> Result<Receiver> {
        let own = Receiver::of(vm, args, method)?;
        args.receiver_only(vm, &format!("{}.{method}", own.class_name()))?;
        Ok(own)
    }

    pub(super) fn class_name(&self) -> &'static str {
        if self.is_array { "bytearray" } else { "bytes" }
    }

    /// Bytes of the same class.
    pub(super) fn make(&self, data: impl Into<Vec<u8>>) -> Value {
        let data = data.into();
        if self.is_array {
            Value::ByteArray(Rc::new(ByteArray::new(data)))
        } else {
            Value::bytes(data)
        }
    }
}

impl Vm {
    /// The bytes of a bytes-like object: `bytes`, `bytearray`, or a buffer such as `memoryview`.
    ///
    /// # Errors
    /// `TypeError: a bytes-like object is required, not 'int'`.
    pub fn bytes_like(&mut self, value: &Value) -> Result<Vec<u8>> {
        match self.unwrap_builtin(value) {
            Value::Bytes(data) => Ok(data.to_vec()),
            Value::ByteArray(data) => Ok(data.borrow().clone()),
            Value::Instance(instance) if is_buffer(&instance.class) => {
                let data = self.call_method(value, "tobytes", Args::none())?;
                self.bytes_like(&data)
            }
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!("a bytes-like object is required, not '{name}'")))
            }
        }
    }
}

/// Whether a class of the library, or one derived from it, has the buffer protocol in CPython.
fn is_buffer(class: &Rc<Class>) -> bool {
    class.resolution_order().any(|class| {
        let path = (class.module.as_str(), class.name.as_str());
        matches!(path, ("builtins", "memoryview") | ("array", "array"))
    })
}

/// A value as one byte.
pub(super) fn byte_of(vm: &mut Vm, value: &Value, message: &str) -> Result<u8> {
    match vm.to_index(value)?.to_u8() {
        Some(byte) => Ok(byte),
        None => Err(vm.value_error(message)),
    }
}

/// `bytes(source=b'', encoding, errors)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let data = match construct(vm, args, "bytes", "bytes must be in range(0, 256)")? {
        Source::Same(value) if class.builtin => return Ok(value),
        Source::Same(value) => value,
        Source::Data(data) => Value::bytes(data),
    };
    Ok(vm.wrap_builtin(class, data))
}

/// What a constructor was given.
pub(super) enum Source {
    /// A `bytes`, which need not be copied.
    Same(Value),
    /// Data.
    Data(Vec<u8>),
}

/// The data that `bytes(…)` or `bytearray(…)` stands for.
pub(super) fn construct(
    vm: &mut Vm,
    args: Args,
    class: &str,
    out_of_range: &str,
) -> Result<Source> {
    let [source, encoding, errors] =
        args.bind(vm, class, 0, ["source", "encoding", "errors"], 0)?;
    let has_encoding = encoding.is_some() || errors.is_some();
    let Some(source) = source else {
        if has_encoding {
            return Err(vm.type_error("encoding without a string argument"));
        }
        return Ok(Source::Data(Vec::new()));
    };
    let inner = vm.unwrap_builtin(&source);
    if let Value::Str(text) = &inner {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let encoding = option(vm, encoding, class, "encoding", "utf-8")?;
        let errors = option(vm, errors, class, "errors", "strict")?;
        return Ok(
            match codec::encode(vm, text, encoding.as_str(), errors.as_str())? {
                Value::Bytes(data) => Source::Data(data.to_vec()),
                other => Source::Same(other),
            },
        );
    }
    if has_encoding {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if let Some(made) = vm.call_special(&source, Special::Bytes, Args::none())? {
        return Ok(Source::Same(made));
    }
    match &inner {
        Value::Bytes(_) => return Ok(Source::Same(inner)),
        Value::ByteArray(data) => return Ok(Source::Data(data.borrow().clone())),
        Value::None | Value::Float(_) | Value::Complex(_) | Value::Function(_) => {
            let name = vm.type_name(&source);
            return Err(vm.type_error(format!("cannot convert '{name}' object to {class}")));
        }
        _ => {}
    }
    if let Some(count) = vm.find_index(&source)? {
        if count.is_negative() {
            return Err(vm.value_error("negative count"));
        }
        let Some(count) = count.to_i64() else {
            return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
        };
        vm.check_room(count.unsigned_abs(), 1)?;
        return Ok(Source::Data(vec![0; count as usize]));
    }
    let items = match vm.collect(&source) {
        Err(raise) if vm.is_not_iterable(&raise, &source) => {
            let name = vm.type_name(&source);
            return Err(vm.type_error(format!("cannot convert '{name}' object to {class}")));
        }
        items => items?,
    };
    let mut data = Vec::with_capacity(items.len());
    for item in &items {
        data.push(byte_of(vm, item, out_of_range)?);
    }
    Ok(Source::Data(data))
}

/// An argument that names an encoding or what to do with errors.
fn option(
    vm: &mut Vm,
    value: Option<Value>,
    function: &str,
    name: &str,
    default: &str,
) -> Result<Str> {
    let Some(value) = value else {
        return Ok(Str::new(default));
    };
    named_text(vm, &value, &format!("{function}() argument '{name}'"))
}

/// `decode(encoding='utf-8', errors='strict')`.
fn decode(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "decode")?;
    let [encoding, errors] = args.bind(vm, "decode", 1, ["encoding", "errors"], 0)?;
    let encoding = option(vm, encoding, "decode", "encoding", "utf-8")?;
    let errors = option(vm, errors, "decode", "errors", "strict")?;
    Ok(Value::Str(codec::decode(
        vm,
        &own.data,
        encoding.as_str(),
        errors.as_str(),
    )?))
}

/// Where a part is first in some data (or last).
pub(super) fn position(data: &[u8], part: &[u8], last: bool) -> Option<usize> {
    if part.is_empty() {
        return Some(if last { data.len() } else { 0 });
    }
    let mut windows = data.windows(part.len());
    if last {
        windows.rposition(|window| window == part)
    } else {
        windows.position(|window| window == part)
    }
}

/// Methods that take nothing and give bytes.
pub(super) type Change = fn(&[u8]) -> Vec<u8>;

/// A method that takes nothing and gives bytes of the same class.
pub(super) fn changed(vm: &mut Vm, args: &Args, method: &str, change: Change) -> Result<Value> {
    let own = Receiver::alone(vm, args, method)?;
    Ok(own.make(change(&own.data)))
}
