//! Generators.

use std::rc::Rc;

use super::object;
use crate::value::{Args, ClassBuilder, Instance, NativeFn, Payload, Value};
use crate::vm::{ExceptionKind, Generator, Result, Step, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    let class = class
        .constructor(object::no_instances)
        .methods(&[("__iter__", |_, args| Ok(args[0].clone()))])
        .resumable(&[("__next__", |vm, args| resume(vm, &args, Value::None))]);
    define_resumption(class)
}

/// What generators and coroutines have.
pub(super) fn define_resumption(class: ClassBuilder) -> ClassBuilder {
    class
        .resumable(&[
            ("close", close),
            ("send", |vm, args| {
                let value = args.exactly_one(vm, "generator.send", 1)?;
                resume(vm, &args, value)
            }),
            ("throw", throw),
        ])
        .properties(NAMES)
}

/// What all that stops and goes on has.
pub(super) const NAMES: &[(&str, NativeFn)] = &[
    ("__name__", |vm, args| {
        Ok(Value::Str(generator(vm, &args)?.name.clone()))
    }),
    ("__qualname__", |vm, args| {
        Ok(Value::Str(generator(vm, &args)?.qualname.clone()))
    }),
];

pub(super) fn generator(vm: &mut Vm, args: &Args) -> Result<Rc<Generator>> {
    match args.get(0) {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        _ => Err(vm.type_error("a generator was expected as the receiver")),
    }
}

fn resume(vm: &mut Vm, args: &Args, sent: Value) -> Result<Step> {
    let generator = generator(vm, args)?;
    vm.begin_send(&generator, sent)
}

fn close(vm: &mut Vm, args: Args) -> Result<Step> {
    let generator = generator(vm, &args)?;
    args.receiver_only(vm, "generator.close")?;
    vm.begin_close(&generator)
}

fn throw(vm: &mut Vm, args: Args) -> Result<Step> {
    let generator = generator(vm, &args)?;
    args.between(vm, "throw", 1, 1, 3)?;
    let exception = exception(vm, &args)?;
    vm.begin_throw(&generator, exception)
}

/// The exception that `throw` is given: an object, or a class with its argument.
pub(super) fn exception(vm: &mut Vm, args: &Args) -> Result<Rc<Instance>> {
    let base = vm.types.exception(ExceptionKind::BaseException).clone();
    let made = match &args[1] {
        Value::Class(class) if class.is_subclass(&base) => match args.get(2) {
            Some(given @ Value::Instance(_)) if vm.is_instance(given, &base) => given.clone(),
            Some(Value::None) | None => vm.call(&args[1], Args::none())?,
            Some(argument) => vm.call_one(&args[1], argument.clone())?,
        },
        other => other.clone(),
    };
    if let Value::Instance(instance) = &made
        && matches!(&*instance.payload(), Payload::Exception(_))
    {
        return Ok(instance.clone());
    }
    let name = vm.type_name(&made);
    Err(vm.type_error(format!(
        "exceptions must be classes or instances deriving from BaseException, not {name}"
    )))
}
