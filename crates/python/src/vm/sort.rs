//! Sorting.

use super::{Result, Vm};
use crate::value::Value;

/// Below this length, runs are filled up by insertion.
const SHORT: usize = 64;

impl Vm {
    /// Sorts in place, stably, by `<` alone.
    ///
    /// # Errors
    /// As [`Vm::compare`].
    pub fn sort(
        &mut self,
        items: &mut Vec<Value>,
        key: Option<&Value>,
        reverse: bool,
    ) -> Result<()> {
        let mut keys = match key {
            None => items.clone(),
            Some(key) => {
                let mut keys = Vec::with_capacity(items.len());
                for item in items.iter() {
                    keys.push(self.call_one(key, item.clone())?);
                }
                keys
            }
        };
        // Equal items keep their order in a reversed sort too: it is a sort of the reversed items.
        if reverse {
            items.reverse();
            keys.reverse();
        }
        let mut order: Vec<u32> = (0..items.len() as u32).collect();
        let sorted = sort_order(self, &keys, &mut order);
        let mut taken: Vec<Value> = order
            .iter()
            .map(|at| std::mem::take(&mut items[*at as usize]))
            .collect();
        if reverse {
            taken.reverse();
        }
        *items = taken;
        sorted
    }
}

/// Puts indices into the order of their keys.
fn sort_order(vm: &mut Vm, keys: &[Value], order: &mut [u32]) -> Result<()> {
    let int = |at: &u32| match keys[*at as usize] {
        Value::Int(value) => Some(value),
        _ => None,
    };
    let float = |at: &u32| match keys[*at as usize] {
        Value::Float(value) if !value.is_nan() => Some(value),
        _ => None,
    };
    let text = |at: &u32| keys[*at as usize].as_str();
    if order.iter().all(|at| int(at).is_some()) {
        order.sort_by_key(int);
    } else if order.iter().all(|at| float(at).is_some()) {
        order.sort_by(|a, b| {
            float(a)
                .partial_cmp(&float(b))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
    } else if order.iter().all(|at| text(at).is_some()) {
        order.sort_by(|a, b| text(a).cmp(&text(b)));
    } else {
        Sorter { vm, keys }.sort(order)?;
    }
    Ok(())
}

/// A merge sort over natural runs (Tim Peters's, with the merge order of Munro and Wild's powersort).
struct Sorter<'a> {
    vm: &'a mut Vm,
    keys: &'a [Value],
}

struct Run {
    start: usize,
    length: usize,
    /// Depth of the boundary to the next run in the tree of merges.
    power: u32,
}

impl Sorter<'_> {
    fn less(&mut self, left: u32, right: u32) -> Result<bool> {
        self.vm
            .less(&self.keys[left as usize], &self.keys[right as usize])
    }

    fn sort(&mut self, order: &mut [u32]) -> Result<()> {
        let total = order.len();
        let shortest = shortest_run(total);
        let mut runs: Vec<Run> = Vec::new();
        let mut start = 0;
        while start < total {
            let rest = &mut order[start..];
            let mut length = self.take_run(rest)?;
            if length < shortest {
                let wanted = shortest.min(rest.len());
                self.insert_sorted(&mut rest[..wanted], length)?;
                length = wanted;
            }
            if let Some(last) = runs.last() {
                let power = boundary_power(last.start, last.length, length, total);
                while runs.len() > 1 && runs[runs.len() - 2].power > power {
                    self.merge_last(order, &mut runs)?;
                }
                if let Some(last) = runs.last_mut() {
                    last.power = power;
                }
            }
            runs.push(Run {
                start,
                length,
                power: 0,
            });
            start += length;
        }
        while runs.len() > 1 {
            self.merge_last(order, &mut runs)?;
        }
        Ok(())
    }

    /// The length of the run at the start; one that goes down is turned round.
    fn take_run(&mut self, order: &mut [u32]) -> Result<usize> {
        if order.len() < 2 {
            return Ok(order.len());
        }
        let down = self.less(order[1], order[0])?;
        let mut length = 2;
        while length < order.len() && self.less(order[length], order[length - 1])? == down {
            length += 1;
        }
        if down {
            order[..length].reverse();
        }
        Ok(length)
    }

    /// Sorts by insertion; the first `sorted` are in order.
    fn insert_sorted(&mut self, order: &mut [u32], sorted: usize) -> Result<()> {
        for at in sorted..order.len() {
            let pivot = order[at];
            let (mut low, mut high) = (0, at);
            while low < high {
                let middle = (low + high) / 2;
                if self.less(pivot, order[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            order[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Merges the last two runs.
    fn merge_last(&mut self, order: &mut [u32], runs: &mut Vec<Run>) -> Result<()> {
        let (Some(right), Some(left)) = (runs.pop(), runs.last_mut()) else {
            return Ok(());
        };
        let middle = left.length;
        left.length += right.length;
        left.power = right.power;
        self.merge(&mut order[left.start..left.start + left.length], middle)
    }

    fn merge(&mut self, order: &mut [u32], middle: usize) -> Result<()> {
        let left = order[..middle].to_vec();
        let (mut from_left, mut from_right, mut to) = (0, middle, 0);
        let mut outcome = Ok(());
        while from_left < left.len() && from_right < order.len() {
            match self.less(order[from_right], left[from_left]) {
                Ok(true) => {
                    order[to] = order[from_right];
                    from_right += 1;
                }
                Ok(false) => {
                    order[to] = left[from_left];
                    from_left += 1;
                }
                Err(raise) => {
                    outcome = Err(raise);
                    break;
                }
            }
            to += 1;
        }
        // What is left of the left run fills exactly the gap before what is left of the right one.
        let rest = &left[from_left..];
        order[to..to + rest.len()].copy_from_slice(rest);
        outcome
    }
}

/// How long runs must be: between 32 and 64, so that their number is near a power of two.
fn shortest_run(mut length: usize) -> usize {
    let mut any_bit = 0;
    while length >= SHORT {
        any_bit |= length & 1;
        length >>= 1;
    }
    length + any_bit
}

/// The depth at which the boundary between two neighbouring runs lies when the whole is halved
/// again and again.
fn boundary_power(start: usize, left: usize, right: usize, total: usize) -> u32 {
    let total = total as u64;
    let mut a = 2 * start as u64 + left as u64;
    let mut b = a + left as u64 + right as u64;
    let mut power = 0;
    loop {
        power += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    /// Pairs that sort by their first number; the second tells equal ones apart.
    fn pairs(count: i64, spread: i64) -> Vec<(i64, i64)> {
        let mut state = 12_345_i64;
        (0..count)
            .map(|at| {
                state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
                (state % spread, at)
            })
            .collect()
    }

    fn key(pair: &(i64, i64)) -> Value {
        Value::tuple(vec![Value::Int(pair.0)])
    }

    #[test]
    fn equal_keys_keep_their_order() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        for count in [0, 1, 2, 63, 64, 65, 1000] {
            let mut pairs = pairs(count, 7);
            let keys: Vec<Value> = pairs.iter().map(key).collect();
            let mut order: Vec<u32> = (0..count as u32).collect();
            sort_order(&mut vm, &keys, &mut order).unwrap();
            let sorted: Vec<(i64, i64)> = order.iter().map(|at| pairs[*at as usize]).collect();
            pairs.sort_by_key(|pair| pair.0);
            assert_eq!(sorted, pairs);
        }
    }

    #[test]
    fn runs_are_merged() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let values: Vec<i64> = (0..200).chain((0..150).rev()).chain(50..300).collect();
        let mut items: Vec<Value> = values
            .iter()
            .map(|value| Value::tuple(vec![Value::Int(*value)]))
            .collect();
        vm.sort(&mut items, None, true).unwrap();
        let sorted: Vec<i64> = items
            .iter()
            .map(|item| match item {
                Value::Tuple(items) => match items[0] {
                    Value::Int(value) => value,
                    _ => unreachable!("only ints went in"),
                },
                _ => unreachable!("only tuples went in"),
            })
            .collect();
        let mut expected = values;
        expected.sort_by_key(|value| std::cmp::Reverse(*value));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn what_does_not_compare_does_not_sort() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let mut items = vec![Value::Int(3), Value::str("a"), Value::Int(1)];
        let raise = vm.sort(&mut items, None, false).unwrap_err();
        assert_eq!(
            format!("{raise:?}"),
            "TypeError: '<' not supported between instances of 'str' and 'int'"
        );
        assert_eq!(items.len(), 3);
    }
}
