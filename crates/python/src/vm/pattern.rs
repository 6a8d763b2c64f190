//! Unpacking and matching.

use std::rc::Rc;

use super::run::Flow;
use super::{Level, Raise, Result, Vm};
use crate::value::{Dict, Value};

impl Vm {
    /// The items of a value that must have exactly so many.
    pub(super) fn unpack_exactly(&mut self, value: &Value, count: usize) -> Result<Vec<Value>> {
        let items = match value {
            Value::Tuple(items) => items.to_vec(),
            Value::List(items) => items.to_vec(),
            other => {
                let iterator = self.unpack_iterator(other)?;
                let mut items = Vec::with_capacity(count);
                while items.len() <= count {
                    match self.next(&iterator)? {
                        Some(item) => items.push(item),
                        None => break,
                    }
                }
                if items.len() > count {
                    return Err(
                        self.value_error(format!("too many values to unpack (expected {count})"))
                    );
                }
                items
            }
        };
        if items.len() > count {
            return Err(self.value_error(format!("too many values to unpack (expected {count})")));
        }
        if items.len() < count {
            let got = items.len();
            return Err(self.value_error(format!(
                "not enough values to unpack (expected {count}, got {got})"
            )));
        }
        Ok(items)
    }

    fn unpack_iterator(&mut self, value: &Value) -> Result<Value> {
        match self.iter(value) {
            Err(raise) if self.is_not_iterable(&raise, value) => {
                let name = self.type_name(value);
                Err(self.type_error(format!("cannot unpack non-iterable {name} object")))
            }
            other => other,
        }
    }

    /// Whether a failure says just that a value cannot be iterated.
    pub(crate) fn is_not_iterable(&mut self, raise: &Raise, value: &Value) -> bool {
        let Some(exception) = raise.exception() else {
            return false;
        };
        let expected = format!("'{}' object is not iterable", self.type_name(value));
        let crate::value::Payload::Exception(state) = &*exception.payload() else {
            return false;
        };
        state.args.first().and_then(Value::as_str) == Some(&expected)
    }

    /// Items before a star, the rest as a list, items after it.
    pub(super) fn unpack_starred(
        &mut self,
        value: &Value,
        before: usize,
        after: usize,
    ) -> Result<Vec<Value>> {
        let iterator = self.unpack_iterator(value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            items.push(item);
        }
        let least = before + after;
        if items.len() < least {
            let got = items.len();
            let message =
                format!("not enough values to unpack (expected at least {least}, got {got})");
            return Err(self.value_error(message));
        }
        let tail = items.split_off(items.len() - after);
        let rest = items.split_off(before);
        items.push(Value::list(rest));
        items.extend(tail);
        Ok(items)
    }

    /// The items of a mapping; `None` if the value is none.
    pub fn mapping_items(&mut self, mapping: &Value) -> Result<Option<Vec<(Value, Value)>>> {
        if let Value::Dict(dict) = self.unwrap_builtin(mapping) {
            return Ok(Some(dict.items()));
        }
        let Some(keys) = self.find_attribute(mapping, "keys")? else {
            return Ok(None);
        };
        let keys = self.call(&keys, crate::value::Args::none())?;
        let mut items = Vec::new();
        for key in self.collect(&keys)? {
            let value = self.get_item(mapping, &key)?;
            items.push((key, value));
        }
        Ok(Some(items))
    }

    /// Adds the items of a mapping to the keyword arguments of a call.
    pub(super) fn merge_keywords(&mut self, mapping: Value, depth: u32) -> Result<Flow> {
        let Value::Dict(keywords) = self.peek(depth) else {
            unreachable!("the compiler puts a dict there")
        };
        let step = self.operate(Level::Uncounted, move |vm| {
            let Some(items) = vm.mapping_items(&mapping)? else {
                let name = vm.type_name(&mapping);
                let function = vm.called_below();
                return Err(vm.type_error(format!(
                    "{function}argument after ** must be a mapping, not {name}"
                )));
            };
            for (key, value) in items {
                let Value::Str(name) = &key else {
                    return Err(vm.type_error("keywords must be strings"));
                };
                if keywords.get_name(name).is_some() {
                    let function = vm.called_below();
                    return Err(vm.type_error(format!(
                        "{function}got multiple values for keyword argument '{name}'"
                    )));
                }
                keywords.set_name(name, value);
            }
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    /// The items of `*iterable` where that is all of a call's positional arguments.
    pub(super) fn spread_arguments(
        &mut self,
        function: &Value,
        iterable: &Value,
    ) -> Result<Vec<Value>> {
        match self.collect(iterable) {
            Err(raise) if self.is_not_iterable(&raise, iterable) => {
                let function = function_label(function);
                let name = self.type_name(iterable);
                Err(self.type_error(format!(
                    "{function}argument after * must be an iterable, not {name}"
                )))
            }
            other => other,
        }
    }

    /// The function whose keyword arguments are being gathered, as messages name it.
    fn called_below(&mut self) -> String {
        match &self.top_frame().stack[..] {
            [
                ..,
                function,
                Value::Tuple(_) | Value::List(_),
                Value::Dict(_),
            ] => function_label(function),
            _ => String::new(),
        }
    }

    pub(super) fn matches_sequence(&self, value: &Value) -> bool {
        matches!(
            self.unwrap_builtin(value),
            Value::List(_) | Value::Tuple(_) | Value::Range(_)
        )
    }

    pub(super) fn matches_mapping(&self, value: &Value) -> bool {
        matches!(self.unwrap_builtin(value), Value::Dict(_))
    }

    /// The values of keys as a tuple, or `None` if one is missing.
    pub(super) fn match_keys(&mut self, mapping: &Value, keys: &Value) -> Result<Value> {
        let Value::Dict(dict) = self.unwrap_builtin(mapping) else {
            return Ok(Value::None);
        };
        let mut values = Vec::new();
        for key in self.collect(keys)? {
            match dict.get(self, &key)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::tuple(values))
    }

    /// The items of a mapping but for some keys.
    pub(super) fn match_rest(&mut self, mapping: &Value, keys: &Value) -> Result<Value> {
        let Value::Dict(dict) = self.unwrap_builtin(mapping) else {
            return Ok(Value::None);
        };
        let rest = Dict::from_items(self, dict.items())?;
        for key in self.collect(keys)? {
            rest.remove(self, &key)?;
        }
        Ok(Value::Dict(Rc::new(rest)))
    }

    /// The attributes that a class pattern looks at as a tuple, or `None` on a mismatch.
    pub(super) fn match_class(
        &mut self,
        value: &Value,
        class: &Value,
        positional: usize,
        names: &Value,
    ) -> Result<Value> {
        let Value::Class(class) = class else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(value, class) {
            return Ok(Value::None);
        }
        let mut attributes = Vec::new();
        let is_value = class.builtin && class.layout == crate::value::Layout::Value;
        let match_args = match class.lookup_str("__match_args__") {
            Some(args) => self.collect(&args)?,
            None => Vec::new(),
        };
        let allowed = if is_value { 1 } else { match_args.len() };
        if positional > allowed {
            let plural = if allowed == 1 { "" } else { "s" };
            let name = class.name.clone();
            return Err(self.type_error(format!(
                "{name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if is_value && positional == 1 {
            attributes.push(value.clone());
        }
        let by_position = if is_value {
            Vec::new()
        } else {
            match_args[..positional].to_vec()
        };
        for name in by_position.into_iter().chain(self.collect(names)?) {
            match self.find_attribute(value, name.as_str().unwrap_or_default())? {
                Some(attribute) => attributes.push(attribute),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::tuple(attributes))
    }
}

/// A function as messages about its arguments name it: `__main__.f() `.
fn function_label(function: &Value) -> String {
    match function {
        Value::Function(function) => {
            let module = function.globals.get_str("__name__");
            let module = module
                .as_ref()
                .and_then(Value::as_str)
                .unwrap_or("__main__");
            format!("{module}.{}() ", function.qualname.borrow())
        }
        Value::Method(method) => function_label(&method.function),
        Value::Class(class) if class.module.as_str() == "builtins" => {
            format!("{}() ", class.qualname)
        }
        Value::Class(class) => format!("{}.{}() ", class.module, class.qualname),
        Value::Native(native) => format!("{}() ", native.qualname),
        _ => String::new(),
    }
}
