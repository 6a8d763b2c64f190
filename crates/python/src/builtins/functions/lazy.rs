//! The classes whose objects are lazy iterators: `enumerate`, `filter`, `map`, `reversed`, `zip`.

use std::rc::Rc;

use num_bigint::BigInt;

use super::reversed;
use crate::value::{Args, Class, NativeIterator, New, PyIterator, Value};
use crate::vm::{Raise, Result, Routine, Step, Turn, Vm};

/// An iterator whose items need no Python code.
fn plain(iterator: &Value) -> Option<&Rc<NativeIterator>> {
    match iterator {
        Value::Iterator(native) if !native.calls_back => Some(native),
        _ => None,
    }
}

/// Name and constructor of each.
pub(crate) fn classes() -> [(&'static str, New); 5] {
    [
        ("enumerate", enumerate),
        ("filter", filter),
        ("map", map),
        ("reversed", reversed::new),
        ("zip", zip),
    ]
}

fn enumerate(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    if args.is_empty() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    let [iterable, start] = args.bind(vm, "enumerate", 0, ["iterable", "start"], 1)?;
    let next = match start {
        Some(start) => vm.to_index(&start)?,
        None => BigInt::ZERO,
    };
    let iterator = vm.iter(&iterable.unwrap_or_default())?;
    Ok(Value::iterator(
        "enumerate",
        Enumerate {
            iterator,
            next: Value::from(next),
        },
    ))
}

struct Enumerate {
    iterator: Value,
    next: Value,
}

impl PyIterator for Enumerate {
    fn calls_back(&self) -> bool {
        plain(&self.iterator).is_none()
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let Some(item) = vm.next(&self.iterator)? else {
            return Ok(None);
        };
        let following = match &self.next {
            Value::Int(at) if *at < i64::MAX => Value::Int(at + 1),
            other => Value::from(vm.to_index(other)? + 1),
        };
        let at = std::mem::replace(&mut self.next, following);
        Ok(Some(Value::tuple(vec![at, item])))
    }
}

fn filter(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "filter", 0, 2, 2)?;
    let function = Some(args[0].clone()).filter(|function| !function.is_none());
    let iterator = vm.iter(&args[1])?;
    Ok(Value::iterator("filter", Filter { function, iterator }))
}

struct Filter {
    /// `None`: the items that are true.
    function: Option<Value>,
    iterator: Value,
}

impl PyIterator for Filter {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        while let Some(item) = vm.next(&self.iterator)? {
            let keeps = match &self.function {
                Some(function) => {
                    let answer = vm.call_one(function, item.clone())?;
                    vm.truth(&answer)?
                }
                None => vm.truth(&item)?,
            };
            if keeps {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }

    fn begin_next(&mut self, vm: &mut Vm) -> Option<Result<Step>> {
        Some(vm.run_routine(Search {
            function: self.function.clone()?,
            items: plain(&self.iterator)?.clone(),
            stage: Stage::Item,
        }))
    }
}

/// Looks for the next item that a filter keeps.
struct Search {
    function: Value,
    items: Rc<NativeIterator>,
    stage: Stage,
}

enum Stage {
    /// An item is asked for.
    Item,
    /// The function was asked about this one.
    Asked(Value),
    /// Whether its answer is true was asked.
    Weighed(Value),
}

impl Routine for Search {
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn> {
        let answer = answer?;
        match std::mem::replace(&mut self.stage, Stage::Item) {
            Stage::Asked(item) if !matches!(answer, Value::Bool(_)) => {
                self.stage = Stage::Weighed(item);
                return vm.begin_truth(answer).map(Turn::Await);
            }
            Stage::Asked(item) | Stage::Weighed(item) if matches!(answer, Value::Bool(true)) => {
                return Ok(Turn::End(item));
            }
            _ => {}
        }
        let Some(item) = self.items.next(vm)? else {
            return Err(Raise::StopIteration(Value::None));
        };
        self.stage = Stage::Asked(item.clone());
        vm.begin_call(self.function.clone(), Args::one(item))
            .map(Turn::Await)
    }
}

fn map(vm: &mut Vm, _: &Rc<Class>, mut args: Args) -> Result<Value> {
    args.no_keywords(vm, "map")?;
    if args.len() < 2 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let function = args.take_first();
    let mut iterators = Vec::with_capacity(args.len());
    for iterable in &args.positional {
        iterators.push(vm.iter(iterable)?);
    }
    Ok(Value::iterator(
        "map",
        Map {
            function,
            iterators,
        },
    ))
}

struct Map {
    function: Value,
    iterators: Vec<Value>,
}

impl PyIterator for Map {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let mut args = Args::none();
        for iterator in &self.iterators {
            match vm.next(iterator)? {
                Some(item) => args.positional.push(item),
                None => return Ok(None),
            }
        }
        vm.call(&self.function, args).map(Some)
    }

    fn begin_next(&mut self, vm: &mut Vm) -> Option<Result<Step>> {
        let [items] = &self.iterators[..] else {
            return None;
        };
        plain(items)?;
        Some(match vm.begin_next(items) {
            Ok(Step::Done(item)) => vm.begin_call(self.function.clone(), Args::one(item)),
            other => other,
        })
    }
}

fn zip(vm: &mut Vm, _: &Rc<Class>, mut args: Args) -> Result<Value> {
    let strict = match args.take_keyword("strict") {
        Some(strict) => vm.truth(&strict)?,
        None => false,
    };
    if let Some((name, _)) = args.keywords.first() {
        return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for zip()")));
    }
    let mut iterators = Vec::with_capacity(args.len());
    for iterable in &args.positional {
        iterators.push(vm.iter(iterable)?);
    }
    Ok(Value::iterator("zip", Zip { iterators, strict }))
}

struct Zip {
    iterators: Vec<Value>,
    strict: bool,
}

impl PyIterator for Zip {
    fn calls_back(&self) -> bool {
        self.iterators
            .iter()
            .any(|iterator| plain(iterator).is_none())
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.iterators.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(self.iterators.len());
        for (at, iterator) in self.iterators.iter().enumerate() {
            match vm.next(iterator)? {
                Some(item) => items.push(item),
                None if !self.strict => return Ok(None),
                None if at > 0 => return Err(unequal(vm, at, "shorter")),
                None => return self.end(vm),
            }
        }
        Ok(Some(Value::tuple(items)))
    }
}

impl Zip {
    /// The first one is at its end: strictly, the others must be too.
    fn end(&self, vm: &mut Vm) -> Result<Option<Value>> {
        for (at, iterator) in self.iterators.iter().enumerate().skip(1) {
            if vm.next(iterator)?.is_some() {
                return Err(unequal(vm, at, "longer"));
            }
        }
        Ok(None)
    }
}

fn unequal(vm: &mut Vm, at: usize, how: &str) -> crate::vm::Raise {
    let position = at + 1;
    let others = if at == 1 {
        "argument 1".to_string()
    } else {
        format!("arguments 1-{at}")
    };
    vm.value_error(format!("zip() argument {position} is {how} than {others}"))
}
