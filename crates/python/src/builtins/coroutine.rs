//! Coroutines: what a call of an `async def` gives.

use std::rc::Rc;

use super::{generator, object};
use crate::native_class::{NativeClass, object as native_object, receiver};
use crate::value::{ClassBuilder, NativeData, Value};
use crate::vm::{Generator, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    let class = class
        .constructor(object::no_instances)
        .methods(&[("__await__", |vm, args| {
            let coroutine = generator::generator(vm, &args)?;
            Ok(native_object(vm, Steps(coroutine)))
        })]);
    generator::define_resumption(class)
}

/// The steps of a coroutine, one at each place where it waits: what `__await__` gives.
struct Steps(Rc<Generator>);

impl NativeData for Steps {}

impl NativeClass for Steps {
    const MODULE: &'static str = "builtins";
    const NAME: &'static str = "coroutine_wrapper";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[("__iter__", |_, args| Ok(args[0].clone()))])
            .resumable(&[
                ("__next__", |vm: &mut Vm, args| {
                    let steps = receiver::<Steps>(vm, &args, "__next__")?;
                    vm.begin_send(&steps.0, Value::None)
                }),
                ("send", |vm, args| {
                    let steps = receiver::<Steps>(vm, &args, "send")?;
                    let value = args.exactly_one(vm, "coroutine_wrapper.send", 1)?;
                    vm.begin_send(&steps.0, value)
                }),
                ("throw", |vm, args| {
                    let steps = receiver::<Steps>(vm, &args, "throw")?;
                    let exception = generator::exception(vm, &args)?;
                    vm.begin_throw(&steps.0, exception)
                }),
                ("close", |vm, args| {
                    let steps = receiver::<Steps>(vm, &args, "close")?;
                    vm.begin_close(&steps.0)
                }),
            ])
    }
}
