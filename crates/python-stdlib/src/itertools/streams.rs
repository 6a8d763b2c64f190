//! Iterators that pass items on: one after another, chosen, summed, or repeated.

use brooklet_python_compiler::bytecode::BinaryOp;

use super::iterators;
use crate::optional;
use brooklet_python::value::{Args, List, NativeFn, Value, stepping};
use brooklet_python::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("cycle", cycle),
    ("accumulate", accumulate),
    ("compress", compress),
    ("dropwhile", dropwhile),
    ("takewhile", takewhile),
    ("filterfalse", filterfalse),
    ("islice", islice),
    ("starmap", starmap),
    ("pairwise", pairwise),
    ("zip_longest", zip_longest),
];

pub(super) fn chain(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "chain")?;
    let iterables = Value::tuple(args.positional.into_vec());
    chained(vm, &iterables)
}

pub(super) fn chain_from_iterable(vm: &mut Vm, args: Args) -> Result<Value> {
    let iterables = args.exactly_one(vm, "itertools.chain.from_iterable", 0)?;
    chained(vm, &iterables)
}

fn chained(vm: &mut Vm, iterables: &Value) -> Result<Value> {
    let iterables = vm.iter(iterables)?;
    let current: Option<Value> = None;
    Ok(stepping("itertools.chain", current, move |vm, current| {
        loop {
            if let Some(iterator) = &current
                && let Some(item) = vm.next(iterator)?
            {
                return Ok(Some(item));
            }
            match vm.next(&iterables)? {
                Some(iterable) => *current = Some(vm.iter(&iterable)?),
                None => return Ok(None),
            }
        }
    }))
}

fn cycle(vm: &mut Vm, args: Args) -> Result<Value> {
    let iterable = args.exactly_one(vm, "cycle", 0)?;
    let seen = List::new(Vec::new());
    let state = (Some(vm.iter(&iterable)?), 0);
    Ok(stepping("itertools.cycle", state, move |vm, state| {
        let (iterator, at) = state;
        if let Some(first) = &iterator {
            if let Some(item) = vm.next(first)? {
                seen.borrow_mut().push(item.clone());
                return Ok(Some(item));
            }
            *iterator = None;
        }
        let item = seen.get(*at);
        *at = if *at + 1 < seen.len() { *at + 1 } else { 0 };
        Ok(item)
    }))
}

fn accumulate(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let initial = args
        .take_keyword("initial")
        .filter(|initial| !initial.is_none());
    let [iterable, function] = args.bind(vm, "accumulate", 0, ["iterable", "func"], 1)?;
    let iterator = vm.iter(&iterable.unwrap_or_default())?;
    let function = optional(function.as_ref());
    let state: (Option<Value>, Option<Value>) = (None, initial);
    Ok(stepping("itertools.accumulate", state, move |vm, state| {
        let (total, initial) = state;
        if let Some(first) = initial.take() {
            *total = Some(first.clone());
            return Ok(Some(first));
        }
        let Some(item) = vm.next(&iterator)? else {
            return Ok(None);
        };
        let next = match (&total, &function) {
            (None, _) => item,
            (Some(total), None) => vm.binary(BinaryOp::Add, total, &item)?,
            (Some(total), Some(function)) => vm.call_two(function, total.clone(), item)?,
        };
        *total = Some(next.clone());
        Ok(Some(next))
    }))
}

fn compress(vm: &mut Vm, args: Args) -> Result<Value> {
    let [data, selectors] = args
        .bind(vm, "compress", 0, ["data", "selectors"], 2)?
        .map(Option::unwrap_or_default);
    let (data, selectors) = (vm.iter(&data)?, vm.iter(&selectors)?);
    Ok(stepping("itertools.compress", (), move |vm, ()| {
        loop {
            let Some(item) = vm.next(&data)? else {
                return Ok(None);
            };
            let Some(selector) = vm.next(&selectors)? else {
                return Ok(None);
            };
            if vm.truth(&selector)? {
                return Ok(Some(item));
            }
        }
    }))
}

/// A predicate, and the iterator whose items it judges.
fn predicate(vm: &mut Vm, args: &Args, name: &str) -> Result<(Value, Value)> {
    args.between(vm, name, 0, 2, 2)?;
    Ok((args[0].clone(), vm.iter(&args[1])?))
}

fn holds(vm: &mut Vm, predicate: &Value, item: &Value) -> Result<bool> {
    if predicate.is_none() {
        return vm.truth(item);
    }
    let answer = vm.call_one(predicate, item.clone())?;
    vm.truth(&answer)
}

fn dropwhile(vm: &mut Vm, args: Args) -> Result<Value> {
    let (predicate, iterator) = predicate(vm, &args, "dropwhile")?;
    Ok(stepping(
        "itertools.dropwhile",
        true,
        move |vm, dropping| {
            while let Some(item) = vm.next(&iterator)? {
                if !*dropping || !holds(vm, &predicate, &item)? {
                    *dropping = false;
                    return Ok(Some(item));
                }
            }
            Ok(None)
        },
    ))
}

fn takewhile(vm: &mut Vm, args: Args) -> Result<Value> {
    let (predicate, iterator) = predicate(vm, &args, "takewhile")?;
    Ok(stepping("itertools.takewhile", (), move |vm, ()| {
        let Some(item) = vm.next(&iterator)? else {
            return Ok(None);
        };
        Ok(holds(vm, &predicate, &item)?.then_some(item))
    }))
}

fn filterfalse(vm: &mut Vm, args: Args) -> Result<Value> {
    let (predicate, iterator) = predicate(vm, &args, "filterfalse")?;
    Ok(stepping("itertools.filterfalse", (), move |vm, ()| {
        while let Some(item) = vm.next(&iterator)? {
            if !holds(vm, &predicate, &item)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// A bound of `islice`: -1 stands for what is no index, as in CPython's `PyNumber_AsSsize_t`.
fn bound(vm: &mut Vm, value: &Value, default: i64) -> Result<i64> {
    if value.is_none() {
        return Ok(default);
    }
    match vm.to_i64(value) {
        Err(raise) if raise.runs_again() => Err(raise),
        bound => Ok(bound.unwrap_or(-1)),
    }
}

fn islice(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "islice", 0, 2, 4)?;
    const RANGE: &str = "must be None or an integer: 0 <= x <= sys.maxsize.";
    let iterator = vm.iter(&args[0])?;
    let (start, stop) = match args.len() {
        2 => (0, bound(vm, &args[1], i64::MAX)?),
        _ => (bound(vm, &args[1], 0)?, bound(vm, &args[2], i64::MAX)?),
    };
    if stop == -1 {
        return Err(vm.value_error(format!("Stop argument for islice() {RANGE}")));
    }
    if start < 0 || stop < 0 {
        return Err(vm.value_error(format!("Indices for islice() {RANGE}")));
    }
    let step = match args.get(3) {
        Some(step) => bound(vm, step, 1)?,
        None => 1,
    };
    if step < 1 {
        return Err(vm.value_error("Step for islice() must be a positive integer or None."));
    }
    let end = stop;
    let state = (start, 0);
    Ok(stepping("itertools.islice", state, move |vm, state| {
        let (wanted, at) = state;
        while *at < end.min(*wanted) {
            if vm.next(&iterator)?.is_none() {
                return Ok(None);
            }
            *at += 1;
        }
        if *at >= end {
            return Ok(None);
        }
        *wanted = at.saturating_add(step);
        *at += 1;
        vm.next(&iterator)
    }))
}

fn starmap(vm: &mut Vm, args: Args) -> Result<Value> {
    let (function, iterator) = predicate(vm, &args, "starmap")?;
    Ok(stepping("itertools.starmap", (), move |vm, ()| {
        let Some(item) = vm.next(&iterator)? else {
            return Ok(None);
        };
        let args = vm.collect(&item)?;
        vm.call(&function, Args::of(args)).map(Some)
    }))
}

fn pairwise(vm: &mut Vm, args: Args) -> Result<Value> {
    let iterable = args.exactly_one(vm, "pairwise", 0)?;
    let iterator = vm.iter(&iterable)?;
    let last: Option<Value> = None;
    Ok(stepping("itertools.pairwise", last, move |vm, last| {
        if last.is_none() {
            *last = vm.next(&iterator)?;
        }
        let (Some(first), Some(second)) = (last.take(), vm.next(&iterator)?) else {
            return Ok(None);
        };
        *last = Some(second.clone());
        Ok(Some(Value::tuple(vec![first, second])))
    }))
}

fn zip_longest(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let fill = args.take_keyword("fillvalue").unwrap_or_default();
    if !args.keywords.is_empty() {
        return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
    }
    let sources: Vec<Option<Value>> = iterators(vm, &args)?.into_iter().map(Some).collect();
    Ok(stepping(
        "itertools.zip_longest",
        sources,
        move |vm, sources| {
            let mut items = Vec::with_capacity(sources.len());
            for source in sources.iter_mut() {
                let item = match source {
                    Some(iterator) => vm.next(iterator)?,
                    None => None,
                };
                if item.is_none() {
                    *source = None;
                }
                items.push(item.unwrap_or_else(|| fill.clone()));
            }
            let live = sources.iter().any(Option::is_some);
            Ok(live.then(|| Value::tuple(items)))
        },
    ))
}
