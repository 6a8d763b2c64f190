use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::argument::arguments;
use super::value::Value;
use super::{Call, Context, Feed, Fixed, Reader};
use crate::catalogue::{self, Method, Owner};
use crate::program::attribute;

/// Methods that leave a list other than its literal says.
const LIST_METHODS: [&str; 9] = [
    "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update",
];

impl<'p> Reader<'p> {
    /// Reads an expression for the calls in it; says what is known of its value.
    pub(super) fn expression(&mut self, expression: &'p Expr) -> Value<'p> {
        match expression {
            Expr::Name(name) => self
                .scopes
                .get(name.id.as_str())
                .cloned()
                .unwrap_or_default(),
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                match attribute.attr.as_str() {
                    "StreamingContext" => Value::ContextClass,
                    _ => Value::Unknown,
                }
            }
            Expr::List(list) => {
                let elements = self.expressions(&list.elts);
                Value::Sequence {
                    literal: Some(list),
                    elements: elements.into(),
                }
            }
            Expr::Tuple(tuple) => Value::sequence(self.expressions(&tuple.elts)),
            Expr::Set(set) => Value::sequence(self.expressions(&set.elts)),
            Expr::Dict(dict) => {
                let values = dict.items.iter().map(|item| &item.value);
                Value::sequence(values.map(|value| self.expression(value)).collect())
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.slice);
                let value = self.expression(&subscript.value);
                match &*subscript.slice {
                    Expr::Slice(_) => Value::sequence(vec![value.element()]),
                    _ => value.element(),
                }
            }
            Expr::Starred(starred) => self.expression(&starred.value).element(),
            Expr::Named(named) => {
                let value = self.expression(&named.value);
                self.assign(&named.target, value.clone());
                value
            }
            Expr::If(choice) => {
                self.expression(&choice.test);
                let mut value = Value::Unknown;
                self.under(Fixed::Branch, |reader| {
                    let body = reader.expression(&choice.body);
                    value = body.or(reader.expression(&choice.orelse));
                });
                value
            }
            Expr::BoolOp(operation) => {
                let mut value = Value::Unknown;
                self.under(Fixed::Branch, |reader| {
                    for part in &operation.values {
                        let part = reader.expression(part);
                        value = std::mem::take(&mut value).or(part);
                    }
                });
                value
            }
            Expr::BinOp(operation) => {
                let left = self.expression(&operation.left);
                let right = self.expression(&operation.right);
                match (left, right) {
                    (left @ Value::Sequence { .. }, right) => Value::Unknown.or(left).or(right),
                    _ => Value::Unknown,
                }
            }
            Expr::Compare(compare) => {
                self.expression(&compare.left);
                self.expressions(&compare.comparators);
                Value::Unknown
            }
            Expr::ListComp(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::SetComp(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::Generator(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::DictComp(comprehension) => {
                self.comprehension(&comprehension.value, &comprehension.generators)
            }
            _ => Value::Unknown,
        }
    }

    fn expressions(&mut self, expressions: &'p [Expr]) -> Vec<Value<'p>> {
        expressions
            .iter()
            .map(|expression| self.expression(expression))
            .collect()
    }

    fn comprehension(
        &mut self,
        element: &'p Expr,
        generators: &'p [ast::Comprehension],
    ) -> Value<'p> {
        if let [only] = generators
            && only.ifs.is_empty()
            && is_parallelized(element, &only.target)
            && let Some(list) = self.expression(&only.iter).literal()
        {
            return Value::Parallelized(list);
        }
        let mut value = Value::Unknown;
        self.scopes.enter();
        self.under(Fixed::Loop, |reader| {
            for generator in generators {
                let elements = reader.expression(&generator.iter);
                reader.assign(&generator.target, elements.element());
                for test in &generator.ifs {
                    reader.expression(test);
                }
            }
            value = reader.expression(element);
        });
        self.scopes.leave();
        Value::sequence(vec![value])
    }

    /// Whether a loop puts an RDD of each element of a list literal into an empty list, in one of
    /// the ways people do; then that is what the list is from here on.
    pub(super) fn fills_queue(&mut self, repeat: &'p ast::StmtFor) -> bool {
        let [statement] = &repeat.body[..] else {
            return false;
        };
        if !repeat.orelse.is_empty() {
            return false;
        }
        let Some((queue, element)) = appended(statement) else {
            return false;
        };
        let is_empty = self
            .scopes
            .get(queue)
            .and_then(Value::literal)
            .is_some_and(|list| list.elts.is_empty());
        if !is_empty || !is_parallelized(element, &repeat.target) {
            return false;
        }
        let Some(list) = self.expression(&repeat.iter).literal() else {
            return false;
        };
        self.scopes.set(queue, Value::Parallelized(list));
        true
    }

    /// Notes that a list is no longer what its literal says.
    pub(super) fn change(&mut self, list: &'p Expr, value: &Value<'p>) {
        if let Expr::Name(name) = list
            && let Some(known) = self.scopes.get(name.id.as_str())
        {
            let changed = match known {
                Value::Sequence { elements, .. } => {
                    let elements = elements.iter().cloned();
                    Value::sequence(elements.chain([value.clone()]).collect())
                }
                Value::Parallelized(_) => Value::Unknown,
                _ => return,
            };
            self.scopes.set(name.id.as_str(), changed);
        }
    }

    fn call(&mut self, call: &'p ast::ExprCall) -> Value<'p> {
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
        method: &'static Method,
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

/// Whether an expression is `….parallelize(target)`, of a context, perhaps with a number of slices.
fn is_parallelized(element: &Expr, target: &Expr) -> bool {
    let (Some(list), Expr::Name(target)) = (parallelized(element), target) else {
        return false;
    };
    matches!(list, Expr::Name(name) if name.id == target.id)
}

/// What a call of `parallelize` makes an RDD of.
pub(crate) fn parallelized(expression: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = expression else {
        return None;
    };
    let attribute = attribute(call)?;
    if attribute.attr.as_str() != "parallelize" {
        return None;
    }
    call.arguments.args.first()
}

/// The name of a list and what a statement puts at its end.
fn appended(statement: &Stmt) -> Option<(&str, &Expr)> {
    match statement {
        Stmt::AugAssign(assign) if assign.op == ast::Operator::Add => {
            let Expr::Name(queue) = &*assign.target else {
                return None;
            };
            match &*assign.value {
                Expr::List(list) if list.elts.len() == 1 => {
                    Some((queue.id.as_str(), &list.elts[0]))
                }
                _ => None,
            }
        }
        Stmt::Assign(assign) => {
            let [Expr::Name(queue)] = &assign.targets[..] else {
                return None;
            };
            let Expr::BinOp(sum) = &*assign.value else {
                return None;
            };
            match (&*sum.left, sum.op, &*sum.right) {
                (Expr::Name(name), ast::Operator::Add, Expr::List(list))
                    if name.id == queue.id && list.elts.len() == 1 =>
                {
                    Some((queue.id.as_str(), &list.elts[0]))
                }
                _ => None,
            }
        }
        Stmt::Expr(expression) => {
            let Expr::Call(call) = &*expression.value else {
                return None;
            };
            let attribute = attribute(call)?;
            let Expr::Name(queue) = &*attribute.value else {
                return None;
            };
            match &call.arguments.args[..] {
                [element] if attribute.attr.as_str() == "append" => {
                    Some((queue.id.as_str(), element))
                }
                _ => None,
            }
        }
        _ => None,
    }
}
