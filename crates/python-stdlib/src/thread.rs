//! `_thread`: locks, and functions that run as threads of their own.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{NativeClass, class, object, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, Module, NativeData, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Step, Suspension, Vm, WaitQueue};

/// The longest time, in seconds, for which a lock can be waited.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("allocate_lock", allocate_lock),
            ("get_ident", get_ident),
            ("start_new_thread", start_new_thread),
        ],
    );
    module.set("LockType", Value::Class(class::<Lock>(vm)));
    module.set("TIMEOUT_MAX", Value::Float(TIMEOUT_MAX));
    let error = vm.types.exception(ExceptionKind::RuntimeError).clone();
    module.set("error", Value::Class(error));
    Ok(())
}

fn allocate_lock(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "allocate_lock", 0, 0, 0)?;
    Ok(object(vm, Lock::default()))
}

fn get_ident(vm: &mut Vm, _: Args) -> Result<Value> {
    Ok(Value::Int(vm.thread_number() as i64))
}

fn start_new_thread(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "start_new_thread", 0, 2, 3)?;
    let mut given = Args::none();
    given.positional.extend(vm.collect(&args[1])?);
    if let Some(Value::Dict(keywords)) = args.get(2) {
        for (name, value) in keywords.items() {
            if let Value::Str(name) = name {
                given.keywords.push((name, value));
            }
        }
    }
    let number = vm.start_thread(args[0].clone(), given)?;
    Ok(Value::Int(number as i64))
}

/// A lock; any thread may release it.
#[derive(Default)]
struct Lock {
    held: Cell<bool>,
    /// Those who wait for it. Who releases it wakes the first, which takes it if it is still free then.
    waiting: Rc<WaitQueue>,
}

impl NativeData for Lock {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(vm.type_error("cannot pickle '_thread.lock' object"))
    }
}

impl NativeClass for Lock {
    const MODULE: &'static str = "_thread";
    const NAME: &'static str = "lock";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[
                ("release", release),
                ("locked", |vm, args| {
                    let lock = receiver::<Lock>(vm, &args, "locked")?;
                    Ok(Value::Bool(lock.held.get()))
                }),
                ("__exit__", release),
            ])
            .resumable(&[("acquire", acquire), ("__enter__", acquire)])
    }
}

fn release(vm: &mut Vm, args: Args) -> Result<Value> {
    let lock = receiver::<Lock>(vm, &args, "release")?;
    if !lock.held.replace(false) {
        return Err(vm.runtime_error("release unlocked lock"));
    }
    vm.wake_first(&lock.waiting);
    Ok(Value::None)
}

fn acquire(vm: &mut Vm, args: Args) -> Result<Step> {
    let lock = receiver::<Lock>(vm, &args, "acquire")?;
    let [blocking, timeout] = args.bind(vm, "acquire", 1, ["blocking", "timeout"], 0)?;
    let blocking = blocking.map_or(Ok(true), |blocking| vm.truth(&blocking))?;
    let seconds = timeout.map_or(Ok(-1.0), |timeout| vm.to_f64(&timeout))?;
    if !blocking && seconds != -1.0 {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(vm.value_error("timeout value must be positive"));
    }
    if seconds > TIMEOUT_MAX {
        let message = "timestamp out of range for platform time_t";
        return Err(vm.error(ExceptionKind::OverflowError, message));
    }
    let until_ms = match seconds {
        -1.0 => None,
        seconds => Some(vm.host.now_ms() + seconds * 1000.0),
    };
    take(vm, &lock, blocking && seconds != 0.0, until_ms)
}

/// Takes the lock, now or when it is free.
fn take(vm: &mut Vm, lock: &Rc<Lock>, waits: bool, until_ms: Option<f64>) -> Result<Step> {
    if !lock.held.replace(true) {
        return Ok(Step::Done(Value::Bool(true)));
    }
    if !waits {
        return Ok(Step::Done(Value::Bool(false)));
    }
    let ms = until_ms.map(|until| (until - vm.host.now_ms()).max(0.0));
    let queue = lock.waiting.clone();
    let lock = lock.clone();
    vm.after(
        |_| Err(Raise::Suspend(Suspension::Queue { queue, ms })),
        move |vm, woken| {
            let woken = vm.truth(&woken?)?;
            take(vm, &lock, woken, until_ms)
        },
    )
}
