//! `functools.cmp_to_key`.

use std::sync::Arc;

use brooklet_python_compiler::bytecode::CompareOp;

use brooklet_python::native_class::{
    NativeClass, data, object, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, Special, Value};
use brooklet_python::vm::{Result, Vm};

/// A value that compares by a function; without a value, what makes such values.
struct ComparisonKey {
    compare: Value,
    value: Option<Value>,
}

pub(super) fn cmp_to_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let [compare] = args
        .bind(vm, "cmp_to_key", 0, ["mycmp"], 1)?
        .map(Option::unwrap_or_default);
    Ok(object(
        vm,
        ComparisonKey {
            compare,
            value: None,
        },
    ))
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let this = receiver::<ComparisonKey>(vm, args, Special::of_compare(op).name())?;
    let other = args.get(1).and_then(data::<ComparisonKey>);
    let (Some(first), Some(second)) = (&this.value, other.and_then(|other| other.value.clone()))
    else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let order = vm.call_two(&this.compare, first.clone(), second)?;
    vm.compare(op, &order, &Value::Int(0))
}

impl NativeData for ComparisonKey {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let has_value = Value::Bool(self.value.is_some());
        let state = Value::tuple(vec![
            self.compare.clone(),
            has_value,
            self.value.clone().unwrap_or_default(),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [compare, has_value, value] = state_items(state);
            let value = matches!(has_value, Value::Bool(true)).then_some(value);
            Ok(object(vm, ComparisonKey { compare, value }))
        })
    }
}

impl NativeClass for ComparisonKey {
    const MODULE: &'static str = "functools";
    const NAME: &'static str = "KeyWrapper";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.replayed_uncounted(&[
            ("__call__", |vm, args| {
                let this = receiver::<ComparisonKey>(vm, &args, "__call__")?;
                let [value] = args.bind(vm, "K", 1, ["obj"], 1)?;
                Ok(object(
                    vm,
                    ComparisonKey {
                        compare: this.compare.clone(),
                        value,
                    },
                ))
            }),
            ("__lt__", |vm, args| compare(vm, &args, CompareOp::Less)),
            ("__le__", |vm, args| {
                compare(vm, &args, CompareOp::LessEqual)
            }),
            ("__eq__", |vm, args| compare(vm, &args, CompareOp::Equal)),
            ("__ne__", |vm, args| compare(vm, &args, CompareOp::NotEqual)),
            ("__gt__", |vm, args| compare(vm, &args, CompareOp::Greater)),
            ("__ge__", |vm, args| {
                compare(vm, &args, CompareOp::GreaterEqual)
            }),
        ])
    }
}
