//! `all`, `any`, `sum`, `min`, `max`, `sorted`, `len`.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use crate::builtins::sequence::sort_options;
use crate::value::{Args, ResumableFn, Value};
use crate::vm::step::Visitor;
use crate::vm::{Level, Result, Step, Vm};

pub(super) const FUNCTIONS: &[(&str, ResumableFn)] = &[
    ("all", |vm, args| until(vm, &args, "all", false)),
    ("any", |vm, args| until(vm, &args, "any", true)),
    ("len", length),
    ("max", |vm, args| {
        extreme(vm, args, "max", CompareOp::Greater)
    }),
    ("min", |vm, args| extreme(vm, args, "min", CompareOp::Less)),
    ("sorted", sorted),
    ("sum", sum),
];

fn length(vm: &mut Vm, args: Args) -> Result<Step> {
    let container = args.exactly_one(vm, "len", 0)?;
    if !matches!(container, Value::Instance(_) | Value::Class(_)) {
        return Ok(Step::Done(Value::from(vm.length(&container)?)));
    }
    vm.operate(Level::Call, move |vm| {
        vm.length(&container).map(Value::from)
    })
}

/// Whether an item's truth is as wanted; what `any` and `not all` are.
struct Until {
    wanted: bool,
}

impl Visitor for Until {
    fn visit(&mut self, vm: &mut Vm, item: Value) -> Result<Step> {
        vm.begin_truth(item)
    }

    fn take(&mut self, _: &mut Vm, truth: Value) -> Result<Option<Value>> {
        let found = matches!(truth, Value::Bool(truth) if truth == self.wanted);
        Ok(found.then_some(Value::Bool(self.wanted)))
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(Value::Bool(!self.wanted)))
    }
}

fn until(vm: &mut Vm, args: &Args, function: &str, wanted: bool) -> Result<Step> {
    let iterable = args.exactly_one(vm, function, 0)?;
    vm.one_level(|vm| vm.visit(&iterable, Until { wanted }))
}

fn sorted(vm: &mut Vm, mut args: Args) -> Result<Step> {
    let positional = Args::of(args.positional.drain(..));
    positional.between(vm, "sorted", 0, 1, 1)?;
    vm.collecting(&positional[0], |vm, items| {
        let (key, reverse) = sort_options(vm, args)?;
        vm.begin_sort(items, key, reverse, |_, items| {
            Ok(Step::Done(Value::list(items)))
        })
    })
}

fn sum(vm: &mut Vm, mut args: Args) -> Result<Step> {
    if args.is_empty() {
        return Err(vm.type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let iterable = args.take_first();
    let [start] = match args.len() {
        0 | 1 => args.bind(vm, "sum", 0, ["start"], 0)?,
        more => {
            let given = more + 1;
            return Err(vm.type_error(format!("sum() takes at most 2 arguments ({given} given)")));
        }
    };
    let total = start.unwrap_or(Value::Int(0));
    let refused = match total {
        Value::Str(_) => Some("strings [use ''.join(seq) instead]"),
        Value::Bytes(_) => Some("bytes [use b''.join(seq) instead]"),
        Value::ByteArray(_) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(vm.type_error(format!("sum() can't sum {refused}")));
    }
    vm.visit(&iterable, Sum { total })
}

struct Sum {
    total: Value,
}

impl Visitor for Sum {
    fn visit(&mut self, vm: &mut Vm, item: Value) -> Result<Step> {
        let total = match (&self.total, item) {
            (Value::Int(a), Value::Int(b)) if a.checked_add(b).is_some() => {
                Value::Int(a.wrapping_add(b))
            }
            (Value::Float(a), Value::Float(b)) => Value::Float(a + b),
            (total, item) if !total.may_call_back() && !item.may_call_back() => {
                vm.binary(BinaryOp::Add, total, &item)?
            }
            (total, item) => {
                let total = total.clone();
                return vm.operate(Level::Uncounted, move |vm| {
                    vm.binary(BinaryOp::Add, &total, &item)
                });
            }
        };
        Ok(Step::Done(total))
    }

    fn take(&mut self, _: &mut Vm, total: Value) -> Result<Option<Value>> {
        self.total = total;
        Ok(None)
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(std::mem::take(&mut self.total)))
    }
}

/// `min` and `max`: the first item that no other one is better than.
fn extreme(vm: &mut Vm, mut args: Args, function: &'static str, better: CompareOp) -> Result<Step> {
    if args.is_empty() {
        let message = format!("{function} expected at least 1 argument, got 0");
        return Err(vm.type_error(message));
    }
    let key = args.take_keyword("key").filter(|key| !key.is_none());
    let default = args.take_keyword("default");
    if let Some((name, _)) = args.keywords.first() {
        let message = format!("'{name}' is an invalid keyword argument for {function}()");
        return Err(vm.type_error(message));
    }
    let iterable = match args.len() {
        1 => args[0].clone(),
        _ if default.is_some() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {function}() with multiple positional arguments"
            )));
        }
        _ => Value::tuple(args.positional.to_vec()),
    };
    let visitor = Extreme {
        function,
        better,
        key,
        default,
        asked: Value::None,
        best: None,
    };
    vm.one_level(|vm| vm.visit(&iterable, visitor))
}

struct Extreme {
    function: &'static str,
    better: CompareOp,
    key: Option<Value>,
    default: Option<Value>,
    /// The item that is being looked at.
    asked: Value,
    /// The best item so far, with its key.
    best: Option<(Value, Value)>,
}

/// What an item is compared by, if it is better than the best one.
fn ranked(vm: &mut Vm, better: CompareOp, rank: Value, best: Option<&Value>) -> Result<Step> {
    let Some(best) = best else {
        return Ok(Step::Done(Value::tuple(vec![rank])));
    };
    let wins = move |vm: &mut Vm, rank: &Value, best: &Value| {
        let result = vm.compare(better, rank, best)?;
        Ok(if vm.truth(&result)? {
            Value::tuple(vec![rank.clone()])
        } else {
            Value::None
        })
    };
    if !rank.may_call_back() && !best.may_call_back() {
        return wins(vm, &rank, best).map(Step::Done);
    }
    let best = best.clone();
    vm.operate(Level::Uncounted, move |vm| wins(vm, &rank, &best))
}

impl Visitor for Extreme {
    fn visit(&mut self, vm: &mut Vm, item: Value) -> Result<Step> {
        self.asked = item.clone();
        let better = self.better;
        let best = self.best.as_ref().map(|(_, rank)| rank.clone());
        match &self.key {
            None => ranked(vm, better, item, best.as_ref()),
            Some(key) => {
                let key = key.clone();
                vm.after(
                    |vm| vm.begin_call(key, Args::one(item)),
                    move |vm, rank| ranked(vm, better, rank?, best.as_ref()),
                )
            }
        }
    }

    fn take(&mut self, _: &mut Vm, answer: Value) -> Result<Option<Value>> {
        if let Value::Tuple(rank) = answer {
            self.best = Some((std::mem::take(&mut self.asked), rank[0].clone()));
        }
        Ok(None)
    }

    fn end(&mut self, vm: &mut Vm) -> Result<Step> {
        let best = self.best.take().map(|(item, _)| item);
        match best.or(self.default.take()) {
            Some(item) => Ok(Step::Done(item)),
            None => {
                let function = self.function;
                Err(vm.value_error(format!("{function}() arg is an empty sequence")))
            }
        }
    }
}
