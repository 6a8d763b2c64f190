//! Calls, and the functions that are called.

use std::cell::RefCell;
use std::rc::Rc;

use smallvec::SmallVec;

use crate::value::CodeObject;
use crate::value::{Args, CellRef, Dict, Function, Str, Value};
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Vm};

/// What stands with the code of a function that is made, on the stack.
pub(super) struct Operands {
    pub(super) defaults: u32,
    pub(super) keyword_defaults: bool,
    pub(super) annotations: bool,
}

impl Vm {
    fn pop_args(&mut self, count: u32) -> SmallVec<[Value; 4]> {
        let stack = &mut self.top_frame().stack;
        let from = stack.len() - count as usize;
        stack.drain(from..).collect()
    }

    pub(super) fn call_positional(&mut self, count: u32) -> Result<Flow> {
        let args = Args {
            positional: self.pop_args(count),
            keywords: Vec::new(),
        };
        let function = self.pop();
        self.call_from_bytecode(function, args)
    }

    pub(super) fn call_method_positional(&mut self, count: u32) -> Result<Flow> {
        let mut args = Args {
            positional: self.pop_args(count),
            keywords: Vec::new(),
        };
        let receiver = self.pop();
        let function = self.pop();
        if !matches!(receiver, Value::NotImplemented) {
            args.positional.insert(0, receiver);
        }
        self.call_from_bytecode(function, args)
    }

    pub(super) fn call_with_keywords(&mut self, count: u32) -> Result<Flow> {
        let names = self.pop();
        let mut values = self.pop_many(count);
        let function = self.pop();
        let Value::Tuple(names) = names else {
            unreachable!("keywords are a tuple constant")
        };
        let by_keyword = values.split_off(values.len() - names.len());
        let keywords = names
            .iter()
            .zip(by_keyword)
            .filter_map(|(name, value)| match name {
                Value::Str(name) => Some((name.clone(), value)),
                _ => None,
            })
            .collect();
        let args = Args {
            positional: values.into(),
            keywords,
        };
        self.call_from_bytecode(function, args)
    }

    pub(super) fn call_spread(&mut self, with_keywords: bool) -> Result<Flow> {
        let keywords = if with_keywords {
            Some(self.pop())
        } else {
            None
        };
        let positional = self.pop();
        let function = self.pop();
        let mut args = Args::none();
        if let Some(Value::Dict(keywords)) = keywords {
            for (name, value) in keywords.items() {
                if let Value::Str(name) = name {
                    args.keywords.push((name, value));
                }
            }
        }
        if matches!(positional, Value::Tuple(_) | Value::List(_)) {
            args.positional = self.spread_arguments(&function, &positional)?.into();
            return self.call_from_bytecode(function, args);
        }
        let called = function.clone();
        let step = self.after(
            |vm| {
                vm.operate(Level::Uncounted, move |vm| {
                    vm.spread_arguments(&called, &positional).map(Value::tuple)
                })
            },
            move |vm, spread| {
                args.positional = vm.collect(&spread?)?.into();
                vm.begin_call(function, args)
            },
        )?;
        self.finish(step)
    }

    pub(super) fn build_function(&mut self, code: Rc<CodeObject>, operands: &Operands) -> Flow {
        let annotations = operands.annotations.then(|| self.pop());
        let keyword_defaults = if operands.keyword_defaults {
            match self.pop() {
                Value::Dict(dict) => dict.items(),
                _ => Vec::new(),
            }
        } else {
            Vec::new()
        };
        let defaults = self.pop_many(operands.defaults);
        let function = self.make_function(code, defaults, keyword_defaults);
        if let (Value::Function(function), Some(annotations)) = (&function, annotations) {
            function.attributes.set_str("__annotations__", annotations);
        }
        self.push(function)
    }

    fn make_function(
        &mut self,
        code: Rc<CodeObject>,
        defaults: Vec<Value>,
        keyword_defaults: Vec<(Value, Value)>,
    ) -> Value {
        let frame = self.top_frame();
        let closure: Vec<CellRef> = code
            .code
            .free_sources
            .iter()
            .map(|source| frame.cells[*source as usize].clone())
            .collect();
        let globals = frame.globals.clone().expect("a frame in use has globals");
        let attributes = Rc::new(Dict::new());
        Value::Function(Rc::new(Function {
            name: RefCell::new(Str::new(&code.code.name)),
            qualname: RefCell::new(Str::new(&code.code.qualname)),
            code,
            globals,
            defaults: RefCell::new(defaults),
            keyword_defaults: RefCell::new(
                keyword_defaults
                    .into_iter()
                    .filter_map(|(name, value)| match name {
                        Value::Str(name) => Some((name, value)),
                        _ => None,
                    })
                    .collect(),
            ),
            closure,
            attributes,
        }))
    }
}
