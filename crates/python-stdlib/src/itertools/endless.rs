//! `count` and `repeat`: iterators that show how they were made.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::BinaryOp;

use brooklet_python::native_class::{
    NativeClass, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData, PyIterator, Value};
use brooklet_python::vm::{Result, Vm};

/// `count(start, step)`.
pub(super) struct Count {
    next: RefCell<Value>,
    step: Value,
}

impl Count {
    fn advance(&self, vm: &mut Vm) -> Result<Value> {
        let value = self.next.borrow().clone();
        let following = vm.binary(BinaryOp::Add, &value, &self.step)?;
        *self.next.borrow_mut() = following;
        Ok(value)
    }
}

/// What a loop over such an object runs: the same state, without looking methods up.
struct Shared<T>(Rc<T>);

impl PyIterator for Shared<Count> {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        self.0.advance(vm).map(Some)
    }
}

impl NativeData for Count {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::tuple(vec![self.next.borrow().clone(), self.step.clone()]);
        pickle_state(vm, &state, |vm, state| {
            let [next, step] = state_items(state);
            Ok(object(
                vm,
                Count {
                    next: RefCell::new(next),
                    step,
                },
            ))
        })
    }
}

impl NativeClass for Count {
    const MODULE: &'static str = "itertools";
    const NAME: &'static str = "count";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, args| {
                let [start, step] = args.bind(vm, "count", 0, ["start", "step"], 0)?;
                let next = start.unwrap_or(Value::Int(0));
                let step = step.unwrap_or(Value::Int(1));
                for value in [&next, &step] {
                    let text = matches!(value, Value::Str(_) | Value::Bytes(_));
                    if text
                        || matches!(
                            value,
                            Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::None
                        )
                    {
                        return Err(vm.type_error("a number is required"));
                    }
                }
                Ok(object_of(
                    class,
                    Count {
                        next: RefCell::new(next),
                        step,
                    },
                ))
            })
            .methods(&[("__iter__", |vm, args| {
                let this = receiver::<Count>(vm, &args, "__iter__")?;
                Ok(Value::iterator("itertools.count", Shared(this)))
            })])
            .replayed(&[
                ("__next__", |vm, args| {
                    receiver::<Count>(vm, &args, "__next__")?.advance(vm)
                }),
                ("__repr__", |vm, args| {
                    let this = receiver::<Count>(vm, &args, "__repr__")?;
                    let next = this.next.borrow().clone();
                    let next = vm.repr(&next)?;
                    Ok(Value::from(match &this.step {
                        Value::Int(1) => format!("count({next})"),
                        step => format!("count({next}, {})", vm.repr(step)?),
                    }))
                }),
            ])
    }
}

/// `repeat(object, times)`.
pub(super) struct Repeat {
    value: Value,
    left: Cell<Option<usize>>,
}

impl Repeat {
    fn advance(&self) -> Option<Value> {
        match self.left.get() {
            Some(0) => return None,
            Some(left) => self.left.set(Some(left - 1)),
            None => {}
        }
        Some(self.value.clone())
    }
}

impl PyIterator for Shared<Repeat> {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        Ok(self.0.advance())
    }

    fn size_hint(&self) -> u64 {
        self.0.left.get().unwrap_or(0) as u64
    }
}

impl NativeData for Repeat {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let left = self.left.get().map_or(Value::None, Value::from);
        let state = Value::tuple(vec![self.value.clone(), left]);
        pickle_state(vm, &state, |vm, state| {
            let [value, left] = state_items(state);
            let left = if left.is_none() {
                None
            } else {
                Some(vm.to_i64(&left)? as usize)
            };
            Ok(object(
                vm,
                Repeat {
                    value,
                    left: Cell::new(left),
                },
            ))
        })
    }
}

impl NativeClass for Repeat {
    const MODULE: &'static str = "itertools";
    const NAME: &'static str = "repeat";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, args| {
                let [value, times] = args.bind(vm, "repeat", 0, ["object", "times"], 1)?;
                let left = match times {
                    Some(times) => Some(vm.to_i64(&times)?.max(0) as usize),
                    None => None,
                };
                let value = value.unwrap_or_default();
                Ok(object_of(
                    class,
                    Repeat {
                        value,
                        left: Cell::new(left),
                    },
                ))
            })
            .methods(&[
                ("__iter__", |vm, args| {
                    let this = receiver::<Repeat>(vm, &args, "__iter__")?;
                    Ok(Value::iterator("itertools.repeat", Shared(this)))
                }),
                ("__next__", |vm, args| {
                    let next = receiver::<Repeat>(vm, &args, "__next__")?.advance();
                    next.ok_or_else(|| vm.stop_iteration(Value::None))
                }),
                ("__repr__", |vm, args| {
                    let this = receiver::<Repeat>(vm, &args, "__repr__")?;
                    let value = vm.repr(&this.value)?;
                    Ok(Value::from(match this.left.get() {
                        Some(left) => format!("repeat({value}, {left})"),
                        None => format!("repeat({value})"),
                    }))
                }),
            ])
    }
}
