//! Asynchronous generators: `async def` with `yield`. Their items are waited for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{generator, object};
use crate::native_class::{NativeClass, object as native_object, receiver};
use crate::value::{Args, ClassBuilder, Instance, NativeData, Value};
use crate::vm::{ExceptionKind, Generator, Raise, Result, Step, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(object::no_instances)
        .methods(&[
            ("__aiter__", |_, args| Ok(args[0].clone())),
            ("__anext__", |vm, args| {
                request(vm, &args, First::Send(Value::None), false)
            }),
            ("asend", |vm, args| {
                let value = args.exactly_one(vm, "async_generator.asend", 1)?;
                request(vm, &args, First::Send(value), false)
            }),
            ("athrow", |vm, args| {
                args.between(vm, "athrow", 1, 1, 3)?;
                let exception = generator::exception(vm, &args)?;
                request(vm, &args, First::Throw(exception), false)
            }),
            ("aclose", |vm, args| {
                let class = vm.types.exception(ExceptionKind::GeneratorExit).clone();
                let exit = vm.new_exception(&class, Vec::new());
                request(vm, &args, First::Throw(exit), true)
            }),
        ])
        .properties(generator::NAMES)
}

/// What goes into the generator when the request for an item is first waited for.
#[derive(Clone)]
enum First {
    Send(Value),
    Throw(Rc<Instance>),
}

/// A request for an item, or for the end of a generator: what `await` waits for.
struct ItemRequest {
    generator: Rc<Generator>,
    first: RefCell<Option<First>>,
    is_close: bool,
    is_over: Cell<bool>,
}

fn request(vm: &mut Vm, args: &Args, first: First, is_close: bool) -> Result<Value> {
    let generator = generator::generator(vm, args)?;
    Ok(native_object(
        vm,
        ItemRequest {
            generator,
            first: RefCell::new(Some(first)),
            is_close,
            is_over: Cell::new(false),
        },
    ))
}

impl NativeData for ItemRequest {}

impl NativeClass for ItemRequest {
    const MODULE: &'static str = "builtins";
    const NAME: &'static str = "async_generator_asend";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[
                ("__await__", |_, args| Ok(args[0].clone())),
                ("__iter__", |_, args| Ok(args[0].clone())),
            ])
            .resumable(&[
                ("__next__", |vm, args| {
                    let this = receiver::<ItemRequest>(vm, &args, "__next__")?;
                    this.resume(vm, First::Send(Value::None))
                }),
                ("send", |vm, args| {
                    let this = receiver::<ItemRequest>(vm, &args, "send")?;
                    let value = args.exactly_one(vm, "async_generator_asend.send", 1)?;
                    this.resume(vm, First::Send(value))
                }),
                ("throw", |vm, args| {
                    let this = receiver::<ItemRequest>(vm, &args, "throw")?;
                    let exception = generator::exception(vm, &args)?;
                    this.first.take();
                    this.resume(vm, First::Throw(exception))
                }),
                ("close", |vm, args| {
                    let this = receiver::<ItemRequest>(vm, &args, "close")?;
                    this.is_over.set(true);
                    Ok(Step::Done(Value::None))
                }),
            ])
    }
}

impl ItemRequest {
    fn resume(self: Rc<ItemRequest>, vm: &mut Vm, next: First) -> Result<Step> {
        if self.is_over.get() {
            return Err(vm.runtime_error("cannot reuse already awaited __anext__()/asend()"));
        }
        let next = self.first.take().unwrap_or(next);
        let generator = self.generator.clone();
        vm.after(
            |vm| match next {
                First::Send(value) => vm.begin_send(&generator, value),
                First::Throw(exception) => vm.begin_throw(&generator, exception),
            },
            move |vm, answer| self.answered(vm, answer),
        )
    }

    fn answered(&self, vm: &mut Vm, answer: Result<Value>) -> Result<Step> {
        match answer {
            Ok(value) if !self.generator.has_yielded.replace(false) => Ok(Step::Done(value)),
            Ok(_) if self.is_close => {
                self.is_over.set(true);
                Err(vm.runtime_error("async generator ignored GeneratorExit"))
            }
            Ok(item) => {
                self.is_over.set(true);
                Err(Raise::StopIteration(item))
            }
            Err(raise) => {
                self.is_over.set(true);
                let ended = matches!(raise, Raise::StopIteration(_));
                if self.is_close {
                    let closed = ended
                        || vm.is_exception(&raise, ExceptionKind::GeneratorExit)
                        || vm.is_exception(&raise, ExceptionKind::StopAsyncIteration);
                    return Err(match closed {
                        true => Raise::StopIteration(Value::None),
                        false => raise,
                    });
                }
                Err(match ended {
                    true => vm.error_with(ExceptionKind::StopAsyncIteration, Vec::new()),
                    false => raise,
                })
            }
        }
    }
}
