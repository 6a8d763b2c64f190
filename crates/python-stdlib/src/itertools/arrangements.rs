//! Products, permutations and combinations, in the order of positions.

use crate::optional;
use brooklet_python::value::{Args, NativeFn, PyIterator, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("product", product),
    ("permutations", permutations),
    ("combinations", combinations),
    (
        "combinations_with_replacement",
        combinations_with_replacement,
    ),
];

/// Positions that a rule moves to the next arrangement; `None` before the first and after the last.
struct Arrangements<F> {
    pools: Vec<Vec<Value>>,
    positions: Option<Vec<usize>>,
    advance: F,
}

impl<F: FnMut(&mut Vec<usize>) -> bool> PyIterator for Arrangements<F> {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let Some(positions) = &mut self.positions else {
            return Ok(None);
        };
        let pool = |at: usize| &self.pools[if self.pools.len() == 1 { 0 } else { at }];
        let items = positions
            .iter()
            .enumerate()
            .map(|(at, position)| pool(at)[*position].clone());
        let arrangement = Value::tuple(items.collect());
        if !(self.advance)(positions) {
            self.positions = None;
        }
        Ok(Some(arrangement))
    }
}

fn product(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let repeat = args
        .take_keyword("repeat")
        .map_or(Ok(1), |repeat| vm.to_i64(&repeat))?;
    args.no_keywords(vm, "product")?;
    let Ok(repeat) = u64::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    vm.check_room(
        repeat.saturating_mul(args.len() as u64),
        size_of::<Vec<Value>>(),
    )?;
    let mut once = Vec::with_capacity(args.len());
    for iterable in &args.positional {
        once.push(vm.collect(iterable)?);
    }
    let pools: Vec<Vec<Value>> = once
        .iter()
        .cycle()
        .take(once.len() * repeat as usize)
        .cloned()
        .collect();
    let sizes: Vec<usize> = pools.iter().map(Vec::len).collect();
    let positions = (!sizes.contains(&0)).then(|| vec![0; sizes.len()]);
    let advance = move |positions: &mut Vec<usize>| {
        for at in (0..positions.len()).rev() {
            positions[at] += 1;
            if positions[at] < sizes[at] {
                return true;
            }
            positions[at] = 0;
        }
        false
    };
    Ok(Value::iterator(
        "itertools.product",
        Arrangements {
            pools,
            positions,
            advance,
        },
    ))
}

/// The pool of items and how many are chosen.
fn chosen(vm: &mut Vm, args: Args, name: &str, required: usize) -> Result<(Vec<Value>, usize)> {
    let [iterable, r] = args.bind(vm, name, 0, ["iterable", "r"], required)?;
    let pool = vm.collect(&iterable.unwrap_or_default())?;
    let r = match optional(r.as_ref()) {
        None => pool.len() as i64,
        Some(r) => vm.to_i64(&r)?,
    };
    match usize::try_from(r) {
        Ok(r) => Ok((pool, r)),
        Err(_) => Err(vm.value_error("r must be non-negative")),
    }
}

fn permutations(vm: &mut Vm, args: Args) -> Result<Value> {
    let (pool, r) = chosen(vm, args, "permutations", 1)?;
    let n = pool.len();
    let positions = (r <= n).then(|| (0..r).collect());
    let advance = move |positions: &mut Vec<usize>| {
        let mut free = vec![true; n];
        positions.iter().for_each(|at| free[*at] = false);
        // Raise the last position that can be raised to a free one; fill the rest with the lowest.
        for at in (0..positions.len()).rev() {
            free[positions[at]] = true;
            let Some(next) = (positions[at] + 1..n).find(|next| free[*next]) else {
                continue;
            };
            positions[at] = next;
            free[next] = false;
            let mut rest = (0..n).filter(|next| free[*next]);
            for position in &mut positions[at + 1..] {
                *position = rest
                    .next()
                    .expect("as many positions are free as were given up");
            }
            return true;
        }
        false
    };
    Ok(Value::iterator(
        "itertools.permutations",
        Arrangements {
            pools: vec![pool],
            positions,
            advance,
        },
    ))
}

fn combinations(vm: &mut Vm, args: Args) -> Result<Value> {
    let (pool, r) = chosen(vm, args, "combinations", 2)?;
    let n = pool.len();
    let positions = (r <= n).then(|| (0..r).collect());
    let advance = move |positions: &mut Vec<usize>| {
        let Some(at) = (0..r).rev().find(|at| positions[*at] < at + n - r) else {
            return false;
        };
        let first = positions[at] + 1;
        for (offset, position) in positions[at..].iter_mut().enumerate() {
            *position = first + offset;
        }
        true
    };
    Ok(Value::iterator(
        "itertools.combinations",
        Arrangements {
            pools: vec![pool],
            positions,
            advance,
        },
    ))
}

fn combinations_with_replacement(vm: &mut Vm, args: Args) -> Result<Value> {
    let (pool, r) = chosen(vm, args, "combinations_with_replacement", 2)?;
    let n = pool.len();
    let positions = (n > 0 || r == 0).then(|| vec![0; r]);
    let advance = move |positions: &mut Vec<usize>| {
        let Some(at) = (0..r).rev().find(|at| positions[*at] + 1 < n) else {
            return false;
        };
        let next = positions[at] + 1;
        positions[at..].fill(next);
        true
    };
    Ok(Value::iterator(
        "itertools.combinations_with_replacement",
        Arrangements {
            pools: vec![pool],
            positions,
            advance,
        },
    ))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::LIBRARY;
    use brooklet_python::vm::SilentHost;

    fn all(function: NativeFn, items: &str, r: i64) -> String {
        let mut vm = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
        let items = Value::list(items.chars().map(|c| Value::from(c.to_string())).collect());
        let Value::Iterator(found) = function(&mut vm, Args::two(items, Value::Int(r))).unwrap()
        else {
            panic!("it gives an iterator");
        };
        let mut texts = Vec::new();
        while let Some(Value::Tuple(tuple)) = found.next(&mut vm).unwrap() {
            texts.push(tuple.iter().filter_map(Value::as_str).collect::<String>());
        }
        texts.join(" ")
    }

    #[test]
    fn come_in_order_of_positions() {
        assert_eq!(all(permutations, "ABC", 2), "AB AC BA BC CA CB");
        assert_eq!(all(combinations, "ABCD", 2), "AB AC AD BC BD CD");
        assert_eq!(
            all(combinations_with_replacement, "ABC", 2),
            "AA AB AC BB BC CC"
        );
        assert_eq!(all(combinations, "AB", 3), "");
    }
}
