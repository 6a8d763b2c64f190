//! `bytearray`: bytes that can be changed.

use std::rc::Rc;

use super::bytes::{self, Source};
use super::receiver::{receiver, wrong_receiver};
use super::{protocol, sequence};
use crate::value::{Args, ByteArray, Class, ClassBuilder, NativeFn, Value};
use crate::vm::{Result, Vm};

const OUT_OF_RANGE: &str = "byte must be in range(0, 256)";

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    bytes::shared(class)
        .constructor(new)
        .replayed(protocol::ASSIGNMENT)
        .methods(METHODS)
        .class_methods(&[("fromhex", bytes::hex::from_hex)])
        .attribute("__hash__", Value::None)
}

const METHODS: &[(&str, NativeFn)] = &[
    ("append", append),
    ("clear", |vm, args| {
        let own = array(vm, &args, "clear")?;
        args.receiver_only(vm, "bytearray.clear")?;
        own.borrow_mut().clear();
        Ok(Value::None)
    }),
    ("copy", |vm, args| {
        let own = array(vm, &args, "copy")?;
        args.receiver_only(vm, "bytearray.copy")?;
        let data = own.borrow().clone();
        Ok(Value::ByteArray(Rc::new(ByteArray::new(data))))
    }),
    ("extend", extend),
    ("insert", insert),
    ("pop", pop),
    ("remove", remove),
    ("reverse", |vm, args| {
        let own = array(vm, &args, "reverse")?;
        args.receiver_only(vm, "bytearray.reverse")?;
        own.borrow_mut().reverse();
        Ok(Value::None)
    }),
];

/// The bytearray that a method is called on.
fn array(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<ByteArray>> {
    match receiver(vm, args, "bytearray", method)? {
        Value::ByteArray(data) => Ok(data),
        other => Err(wrong_receiver(vm, &other, "bytearray", method)),
    }
}

/// `bytearray(source=b'', encoding, errors)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let data = match bytes::construct(vm, args, "bytearray", OUT_OF_RANGE)? {
        Source::Same(value) => vm.bytes_like(&value)?,
        Source::Data(data) => data,
    };
    Ok(vm.wrap_builtin(class, Value::ByteArray(Rc::new(ByteArray::new(data)))))
}

fn append(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = array(vm, &args, "append")?;
    let item = args.exactly_one(vm, "bytearray.append", 1)?;
    let byte = bytes::byte_of(vm, &item, OUT_OF_RANGE)?;
    own.borrow_mut().push(byte);
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = array(vm, &args, "extend")?;
    let iterable = args.exactly_one(vm, "bytearray.extend", 1)?;
    let items = match vm.collect(&iterable) {
        Err(raise) if vm.is_not_iterable(&raise, &iterable) => {
            let name = vm.type_name(&iterable);
            return Err(vm.type_error(format!("can't extend bytearray with {name}")));
        }
        other => other?,
    };
    let mut data = Vec::with_capacity(items.len());
    for item in &items {
        data.push(bytes::byte_of(vm, item, OUT_OF_RANGE)?);
    }
    own.borrow_mut().extend_from_slice(&data);
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = array(vm, &args, "insert")?;
    args.between(vm, "insert", 1, 2, 2)?;
    let index = vm.to_i64(&args[1])?;
    let byte = bytes::byte_of(vm, &args[2], OUT_OF_RANGE)?;
    let at = sequence::clamp(index, own.borrow().len());
    own.borrow_mut().insert(at, byte);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = array(vm, &args, "pop")?;
    args.between(vm, "pop", 1, 0, 1)?;
    let index = match args.get(1) {
        Some(index) => vm.to_i64(index)?,
        None => -1,
    };
    let length = own.borrow().len() as i64;
    if length == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let at = if index < 0 { index + length } else { index };
    if !(0..length).contains(&at) {
        return Err(vm.index_error("pop index out of range"));
    }
    let byte = own.borrow_mut().remove(at as usize);
    Ok(Value::Int(i64::from(byte)))
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = array(vm, &args, "remove")?;
    let item = args.exactly_one(vm, "bytearray.remove", 1)?;
    let byte = bytes::byte_of(vm, &item, OUT_OF_RANGE)?;
    let at = own.borrow().iter().position(|other| *other == byte);
    match at {
        Some(at) => {
            own.borrow_mut().remove(at);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}
