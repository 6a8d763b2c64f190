//! Reading calls: those that make streams are noted, others may change what is known of a list.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::argument::arguments;
use super::value::Value;
use super::{Call, Context, Feed, Fixed, Reader};
use crate::catalogue::{self, Method, Owner};
use crate::program::attribute;

/// Methods that change a list.
const LIST_METHODS: [&str; 9] = [
    "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update",
];

impl<'p> Reader<'p> {
    pub(super) fn call(&mut self, call: &'p ast::ExprCall) -> Value<'p> {
        let Some(attribute) = attribute(call) else {
            let function = self.expression(&call.func);
            let (positional, keywords) = self.values(&call.arguments);
            return match function {
                Value::ContextClass => self.context(call),
                Value::Function(function) => self.enter(function, positional, keywords),
                _ => self.builtin(&call.func, positional),
            };
        };
        let receiver = self.expression(&attribute.value);
        let (positional, keywords) = self.values(&call.arguments);
        let name = attribute.attr.as_str();
        match receiver {
            Value::Context => match (catalogue::find(Owner::Context, name), name) {
                (Some(method), _) => {
                    let streams = streams_in(&positional, &keywords);
                    let value = self.record(call, method, Vec::new(), streams);
                    if name == "queueStream" {
                        self.feed(call, &positional, &keywords);
                    }
                    value
                }
                (None, "start") => {
                    if self.fixed.is_none() && self.found.start.is_none() {
                        self.found.start = self.home;
                    }
                    Value::Unknown
                }
                (None, "checkpoint") => {
                    self.found.has_checkpoint_directory = true;
                    Value::Unknown
                }
                _ => Value::Unknown,
            },
            Value::Streams(streams) => match catalogue::find(Owner::Stream, name) {
                Some(method) => {
                    let others = streams_in(&positional, &keywords);
                    self.record(call, method, streams, others)
                }
                None => Value::Unknown,
            },
            Value::ContextClass => match (name, positional.last()) {
                ("getOrCreate" | "getActiveOrCreate", Some(Value::Function(function))) => {
                    self.enter(function, Vec::new(), Vec::new())
                }
                _ if name == "StreamingContext" => self.context(call),
                _ => Value::Unknown,
            },
            Value::Sequence { elements, .. } => match name {
                "values" | "copy" => Value::Sequence {
                    literal: None,
                    elements,
                },
                "items" => {
                    let pairs = elements.iter().cloned();
                    let pairs = pairs.map(|value| Value::sequence(vec![Value::Unknown, value]));
                    Value::sequence(pairs.collect())
                }
                _ if LIST_METHODS.contains(&name) => {
                    let value = positional.into_iter().reduce(Value::or);
                    self.change(&attribute.value, &value.unwrap_or_default());
                    Value::Unknown
                }
                _ => Value::Unknown,
            },
            Value::Parallelized(_) if LIST_METHODS.contains(&name) => {
                self.change(&attribute.value, &Value::Unknown);
                Value::Unknown
            }
            _ if name == "StreamingContext" => self.context(call),
            _ => match catalogue::find(Owner::Model, name) {
                Some(method) => match streams_in(&positional, &keywords) {
                    streams if streams.is_empty() => Value::Unknown,
                    streams => self.record(call, method, Vec::new(), streams),
                },
                None => Value::Unknown,
            },
        }
    }

    fn values(
        &mut self,
        arguments: &'p ast::Arguments,
    ) -> (Vec<Value<'p>>, Vec<(&'p str, Value<'p>)>) {
        let positional = self.expressions(&arguments.args);
        let mut keywords = Vec::new();
        for keyword in &arguments.keywords {
            let value = self.expression(&keyword.value);
            let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
            keywords.push((name, value));
        }
        (positional, keywords)
    }

    fn builtin(&self, function: &Expr, mut positional: Vec<Value<'p>>) -> Value<'p> {
        let Expr::Name(name) = function else {
            return Value::Unknown;
        };
        match name.id.as_str() {
            "list" if positional.is_empty() => Value::Unknown,
            "list" | "tuple" | "sorted" | "reversed" | "iter" => {
                let elements = positional.swap_remove(0).element();
                Value::sequence(vec![elements])
            }
            "zip" => {
                let pairs = positional.iter().map(Value::element).collect();
                Value::sequence(vec![Value::sequence(pairs)])
            }
            "enumerate" if !positional.is_empty() => {
                let pair = vec![Value::Unknown, positional[0].element()];
                Value::sequence(vec![Value::sequence(pair)])
            }
            _ => Value::Unknown,
        }
    }

    fn context(&mut self, call: &'p ast::ExprCall) -> Value<'p> {
        if let Some(home) = self.home {
            self.found.contexts.push(Context {
                home,
                call,
                fixed: self.fixed,
            });
        }
        Value::Context
    }

    /// Notes a call that makes a stream of those before its dot and those in its arguments.
    fn record(
        &mut self,
        call: &'p ast::ExprCall,
        method: Method,
        receivers: Vec<usize>,
        others: Vec<usize>,
    ) -> Value<'p> {
        let is_uncertain = receivers.len() > 1;
        let mut parents = receivers;
        parents.extend(others);
        if let Some(number) = self.numbers.get(&call.range()).copied() {
            let known = &mut self.found.calls[number];
            for parent in parents {
                if !known.parents.contains(&parent) {
                    known.parents.push(parent);
                }
            }
            return Value::Streams(vec![number]);
        }
        let Some(home) = self.home else {
            return Value::Unknown;
        };
        let (arguments, of_arguments) = arguments(self.program, method, &call.arguments);
        let start = match attribute(call).filter(|_| method.owner == Owner::Stream) {
            Some(attribute) => self.program.dot(attribute),
            None => call.start(),
        };
        let uncertain = is_uncertain.then_some(Fixed::Uncertain);
        let number = self.found.calls.len();
        self.found.calls.push(Call {
            method,
            expression: call,
            range: TextRange::new(start, call.end()),
            parents,
            arguments,
            home,
            variable: None,
            fixed: self.fixed.or(uncertain).or(of_arguments),
            before: None,
            behind: None,
        });
        self.numbers.insert(call.range(), number);
        Value::Streams(vec![number])
    }

    /// Notes the list that an input takes its batches from.
    fn feed(
        &mut self,
        call: &'p ast::ExprCall,
        positional: &[Value<'p>],
        keywords: &[(&'p str, Value<'p>)],
    ) {
        let Some(number) = self.numbers.get(&call.range()).copied() else {
            return;
        };
        if self.found.feeds.iter().any(|feed| feed.call == number) {
            return;
        }
        let named = keywords.iter().find(|(name, _)| *name == "rdds");
        let Some(value) = positional.first().or(named.map(|(_, value)| value)) else {
            return;
        };
        let literal = match value {
            Value::Parallelized(list) => Some(*list),
            value => value.literal(),
        };
        let written = self.found.calls[number].arguments.first();
        let argument = written.and_then(|argument| argument.written);
        self.found.feeds.push(Feed {
            call: number,
            literal,
            argument: argument.map_or(call.arguments.range(), |written| written.value),
        });
    }
}

fn streams_in(positional: &[Value], keywords: &[(&str, Value)]) -> Vec<usize> {
    let named = keywords.iter().map(|(_, value)| value);
    let mut streams = Vec::new();
    for value in positional.iter().chain(named) {
        match value {
            Value::Streams(some) => streams.extend(some),
            Value::Sequence { elements, .. } => {
                for element in elements.iter() {
                    if let Value::Streams(some) = element {
                        streams.extend(some);
                    }
                }
            }
            _ => {}
        }
    }
    streams
}
