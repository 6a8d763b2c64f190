//! Building containers, subscripts and unpacking.

use std::rc::Rc;

use crate::value::{Dict, Set, Slice, Value};
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Step, Vm};

impl Vm {
    pub(super) fn build_set(&mut self, count: u32) -> Result<Flow> {
        let items = self.pop_many(count);
        let step = self.operate(Level::Uncounted, move |vm| {
            let set = Set::from_items(vm, items.clone())?;
            Ok(Value::Set(Rc::new(set)))
        })?;
        self.finish(step)
    }

    pub(super) fn build_dict(&mut self, count: u32) -> Result<Flow> {
        let items = self.pop_many(count * 2);
        let make = |vm: &mut Vm, items: &[Value]| {
            let dict = Dict::new();
            for item in items.chunks_exact(2) {
                dict.set(vm, item[0].clone(), item[1].clone())?;
            }
            Ok(Value::Dict(Rc::new(dict)))
        };
        let step = if items.iter().step_by(2).any(Value::may_call_back) {
            self.operate(Level::Uncounted, move |vm| make(vm, &items))?
        } else {
            Step::Done(make(self, &items)?)
        };
        self.finish(step)
    }

    pub(super) fn build_slice(&mut self, parts: u32) -> Flow {
        let mut parts = self.pop_many(parts).into_iter();
        let mut part = || parts.next().unwrap_or_default();
        let slice = Slice {
            start: part(),
            stop: part(),
            step: part(),
        };
        self.push(Value::Slice(Rc::new(slice)))
    }

    pub(super) fn set_add(&mut self, depth: u32) -> Result<Flow> {
        let value = self.pop();
        let Value::Set(set) = self.peek(depth) else {
            return Ok(Flow::Next);
        };
        if !value.may_call_back() {
            set.add(self, value)?;
            return Ok(Flow::Next);
        }
        let step = self.operate(Level::Uncounted, move |vm| {
            set.add(vm, value.clone())?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn dict_add(&mut self, depth: u32) -> Result<Flow> {
        let value = self.pop();
        let key = self.pop();
        match self.peek(depth) {
            Value::Dict(dict) => self.set_subscript(Value::Dict(dict), key, value),
            _ => Ok(Flow::Next),
        }
    }

    pub(super) fn list_extend(&mut self, depth: u32) -> Result<Flow> {
        let iterable = self.pop();
        let not_iterable = |vm: &mut Vm, raise, iterable: &Value| {
            if vm.is_not_iterable(&raise, iterable) {
                let name = vm.type_name(iterable);
                let message = format!("Value after * must be an iterable, not {name}");
                return vm.type_error(message);
            }
            raise
        };
        match &iterable {
            Value::Generator(_) | Value::Iterator(_) | Value::Instance(_) => {
                let kept = iterable.clone();
                let step = self.after(
                    |vm| vm.collecting(&iterable, |_, items| Ok(Step::Done(Value::list(items)))),
                    move |vm, answer| match answer {
                        Ok(items) => Ok(Step::Done(items)),
                        Err(raise) => Err(not_iterable(vm, raise, &kept)),
                    },
                )?;
                self.finish(step)
            }
            _ => {
                let items = match self.collect(&iterable) {
                    Ok(items) => items,
                    Err(raise) => return Err(not_iterable(self, raise, &iterable)),
                };
                self.list_at(depth).borrow_mut().extend(items);
                Ok(Flow::Next)
            }
        }
    }

    pub(super) fn set_update(&mut self, depth: u32) -> Result<Flow> {
        let iterable = self.pop();
        let Value::Set(set) = self.peek(depth) else {
            return Ok(Flow::Next);
        };
        let step = self.operate(Level::Uncounted, move |vm| {
            set.update(vm, &iterable)?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn dict_update(&mut self, depth: u32) -> Result<Flow> {
        let mapping = self.pop();
        let Value::Dict(dict) = self.peek(depth) else {
            return Ok(Flow::Next);
        };
        let step = self.operate(Level::Uncounted, move |vm| {
            let Some(items) = vm.mapping_items(&mapping)? else {
                let name = vm.type_name(&mapping);
                return Err(vm.type_error(format!("'{name}' object is not a mapping")));
            };
            for (key, value) in items {
                dict.set(vm, key, value)?;
            }
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn get_subscript(&mut self) -> Result<Flow> {
        let key = self.pop();
        let object = self.pop();
        if !key.may_call_back() && !matches!(object, Value::Instance(_) | Value::Class(_)) {
            let value = self.get_item(&object, &key)?;
            return Ok(self.push(value));
        }
        let step = self.operate(Level::Uncounted, move |vm| vm.get_item(&object, &key))?;
        self.finish(step)
    }

    pub(super) fn set_subscript(
        &mut self,
        object: Value,
        key: Value,
        value: Value,
    ) -> Result<Flow> {
        let plain = match &object {
            Value::List(_) => !matches!(key, Value::Slice(_)) && !key.may_call_back(),
            Value::Dict(_) => !key.may_call_back(),
            _ => false,
        };
        if plain {
            self.set_item(&object, key, value)?;
            return Ok(Flow::Next);
        }
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.set_item(&object, key.clone(), value.clone())?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn delete_subscript(&mut self) -> Result<Flow> {
        let key = self.pop();
        let object = self.pop();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.delete_item(&object, &key)?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn unpack_sequence(&mut self, count: usize) -> Result<Flow> {
        let value = self.pop();
        if matches!(value, Value::Tuple(_) | Value::List(_)) {
            let items = self.unpack_exactly(&value, count)?;
            self.top_frame().stack.extend(items.into_iter().rev());
            return Ok(Flow::Next);
        }
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.unpack_exactly(&value, count).map(Value::tuple)
        })?;
        self.finish(step)
    }

    pub(super) fn unpack_with_star(&mut self, before: usize, after: usize) -> Result<Flow> {
        let value = self.pop();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.unpack_starred(&value, before, after).map(Value::tuple)
        })?;
        self.finish(step)
    }
}
