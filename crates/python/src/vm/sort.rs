//! Sorting.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{Level, Result, Step, Vm};
use super::{Routine, Turn};
use crate::value::{Args, Value};

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
        let mut keys = Vec::with_capacity(items.len());
        for item in items.iter() {
            keys.push(match key {
                Some(key) => self.call_one(key, item.clone())?,
                None => item.clone(),
            });
        }
        let mut order = Order::new(items.len(), reverse);
        let mut sorted = Ok(());
        if !order.sort_plain(&keys) {
            let mut sorting = Sorting::new(order.indices.clone());
            while let Some((left, right)) = sorting.next_question() {
                match self.less(&keys[left as usize], &keys[right as usize]) {
                    Ok(less) => sorting.answer(less),
                    Err(raise) => {
                        sorted = Err(raise);
                        break;
                    }
                }
            }
            if sorted.is_ok() {
                order.indices = sorting.order();
            }
        }
        if sorted.is_ok() {
            *items = order.apply(std::mem::take(items));
        }
        sorted
    }

    /// Begins to sort items by a key, and does something with them then.
    pub(crate) fn begin_sort(
        &mut self,
        items: Vec<Value>,
        key: Option<Value>,
        reverse: bool,
        then: impl FnOnce(&mut Vm, Vec<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        let Some(key) = key else {
            let keys = items.clone();
            return self.sort_by(items, keys, reverse, then);
        };
        let keys = Vec::with_capacity(items.len());
        let calls = Keys {
            items: items.clone(),
            key,
            keys,
            started: false,
        };
        self.after(
            |vm| vm.run_routine(calls),
            move |vm, answer| {
                let keys = match answer? {
                    Value::List(keys) => std::mem::take(&mut *keys.borrow_mut()),
                    _ => Vec::new(),
                };
                vm.sort_by(items, keys, reverse, then)
            },
        )
    }

    fn sort_by(
        &mut self,
        items: Vec<Value>,
        keys: Vec<Value>,
        reverse: bool,
        then: impl FnOnce(&mut Vm, Vec<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        let mut order = Order::new(items.len(), reverse);
        if order.sort_plain(&keys) {
            return then(self, order.apply(items));
        }
        let sorting = Sorting::new(order.indices.clone());
        let comparing = Comparing {
            keys,
            sorting,
            started: false,
        };
        self.after(
            |vm| vm.run_routine(comparing),
            move |vm, answer| {
                if let Value::List(sorted) = answer? {
                    order.indices = sorted
                        .borrow()
                        .iter()
                        .map(|at| match at {
                            Value::Int(at) => *at as u32,
                            _ => unreachable!("the routine gives indices"),
                        })
                        .collect();
                }
                then(vm, order.apply(items))
            },
        )
    }
}

/// Calls the key function for each item.
struct Keys {
    items: Vec<Value>,
    key: Value,
    keys: Vec<Value>,
    started: bool,
}

impl Routine for Keys {
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn> {
        let answer = answer?;
        if std::mem::replace(&mut self.started, true) {
            self.keys.push(answer);
        }
        match self.items.get(self.keys.len()) {
            Some(item) => {
                let args = Args::one(item.clone());
                vm.begin_call(self.key.clone(), args).map(Turn::Await)
            }
            None => Ok(Turn::End(Value::list(std::mem::take(&mut self.keys)))),
        }
    }
}

/// Answers the questions of a sort by `<` of the keys.
struct Comparing {
    keys: Vec<Value>,
    sorting: Sorting,
    started: bool,
}

impl Routine for Comparing {
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn> {
        let answer = answer?;
        if std::mem::replace(&mut self.started, true) {
            self.sorting.answer(matches!(answer, Value::Bool(true)));
        }
        let Some((left, right)) = self.sorting.next_question() else {
            let order = self.sorting.order();
            let order = order.into_iter().map(|at| Value::Int(i64::from(at)));
            return Ok(Turn::End(Value::list(order.collect())));
        };
        let left = self.keys[left as usize].clone();
        let right = self.keys[right as usize].clone();
        vm.operate(Level::Uncounted, move |vm| {
            vm.less(&left, &right).map(Value::Bool)
        })
        .map(Turn::Await)
    }
}

/// The indices of items, in the order that they are sorted into.
struct Order {
    indices: Vec<u32>,
    reverse: bool,
}

impl Order {
    /// Equal items keep their order in a reversed sort too: it is a sort of the reversed items.
    fn new(length: usize, reverse: bool) -> Order {
        let mut indices: Vec<u32> = (0..length as u32).collect();
        if reverse {
            indices.reverse();
        }
        Order { indices, reverse }
    }

    /// Sorts by keys of one plain type; `false` where they are not.
    fn sort_plain(&mut self, keys: &[Value]) -> bool {
        let int = |at: &u32| match keys[*at as usize] {
            Value::Int(value) => Some(value),
            _ => None,
        };
        let float = |at: &u32| match keys[*at as usize] {
            Value::Float(value) if !value.is_nan() => Some(value),
            _ => None,
        };
        let text = |at: &u32| keys[*at as usize].as_str();
        let order = &mut self.indices;
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
            return false;
        }
        true
    }

    fn apply(&self, mut items: Vec<Value>) -> Vec<Value> {
        let mut sorted: Vec<Value> = self
            .indices
            .iter()
            .map(|at| std::mem::take(&mut items[*at as usize]))
            .collect();
        if self.reverse {
            sorted.reverse();
        }
        sorted
    }
}

/// A sort that asks which of two keys is less, and goes on with the answer: comparing may run Python code.
struct Sorting {
    sorted: Option<Vec<u32>>,
    rest: Pin<Box<dyn Future<Output = Vec<u32>>>>,
    port: Rc<Port>,
}

/// Where a sort leaves its question and finds the answer.
#[derive(Default)]
struct Port {
    question: Cell<Option<(u32, u32)>>,
    answer: Cell<Option<bool>>,
}

impl Sorting {
    fn new(mut order: Vec<u32>) -> Sorting {
        let port = Rc::new(Port::default());
        let sorter = Sorter(port.clone());
        let rest = Box::pin(async move {
            sorter.sort(&mut order).await;
            order
        });
        Sorting {
            sorted: None,
            rest,
            port,
        }
    }

    /// The next two indices whose keys are to be compared; `None` at the end.
    fn next_question(&mut self) -> Option<(u32, u32)> {
        let mut context = Context::from_waker(Waker::noop());
        match self.rest.as_mut().poll(&mut context) {
            Poll::Pending => self.port.question.take(),
            Poll::Ready(order) => {
                self.sorted = Some(order);
                None
            }
        }
    }

    fn answer(&self, less: bool) {
        self.port.answer.set(Some(less));
    }

    fn order(&mut self) -> Vec<u32> {
        self.sorted.take().unwrap_or_default()
    }
}

/// A merge sort over natural runs (Tim Peters's, with the merge order of Munro and Wild's powersort).
struct Sorter(Rc<Port>);

struct Run {
    start: usize,
    length: usize,
    /// Depth of the boundary to the next run in the tree of merges.
    power: u32,
}

impl Sorter {
    /// Whether the key of one index is less than that of another.
    async fn less(&self, left: u32, right: u32) -> bool {
        self.0.question.set(Some((left, right)));
        std::future::poll_fn(|_| match self.0.answer.take() {
            Some(less) => Poll::Ready(less),
            None => Poll::Pending,
        })
        .await
    }

    async fn sort(&self, order: &mut [u32]) {
        let total = order.len();
        let shortest = shortest_run(total);
        let mut runs: Vec<Run> = Vec::new();
        let mut start = 0;
        while start < total {
            let rest = &mut order[start..];
            let mut length = self.take_run(rest).await;
            if length < shortest {
                let wanted = shortest.min(rest.len());
                self.insert_sorted(&mut rest[..wanted], length).await;
                length = wanted;
            }
            if let Some(last) = runs.last() {
                let power = boundary_power(last.start, last.length, length, total);
                while runs.len() > 1 && runs[runs.len() - 2].power > power {
                    self.merge_last(order, &mut runs).await;
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
            self.merge_last(order, &mut runs).await;
        }
    }

    /// The length of the run at the start; one that goes down is turned round.
    async fn take_run(&self, order: &mut [u32]) -> usize {
        if order.len() < 2 {
            return order.len();
        }
        let down = self.less(order[1], order[0]).await;
        let mut length = 2;
        while length < order.len() && self.less(order[length], order[length - 1]).await == down {
            length += 1;
        }
        if down {
            order[..length].reverse();
        }
        length
    }

    /// Sorts by insertion; the first `sorted` are in order.
    async fn insert_sorted(&self, order: &mut [u32], sorted: usize) {
        for at in sorted..order.len() {
            let pivot = order[at];
            let (mut low, mut high) = (0, at);
            while low < high {
                let middle = (low + high) / 2;
                if self.less(pivot, order[middle]).await {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            order[low..=at].rotate_right(1);
        }
    }

    /// Merges the last two runs.
    async fn merge_last(&self, order: &mut [u32], runs: &mut Vec<Run>) {
        let (Some(right), Some(left)) = (runs.pop(), runs.last_mut()) else {
            return;
        };
        let middle = left.length;
        left.length += right.length;
        left.power = right.power;
        let merged = left.start..left.start + left.length;
        self.merge(&mut order[merged], middle).await;
    }

    async fn merge(&self, order: &mut [u32], middle: usize) {
        let left = order[..middle].to_vec();
        let (mut from_left, mut from_right, mut to) = (0, middle, 0);
        while from_left < left.len() && from_right < order.len() {
            if self.less(order[from_right], left[from_left]).await {
                order[to] = order[from_right];
                from_right += 1;
            } else {
                order[to] = left[from_left];
                from_left += 1;
            }
            to += 1;
        }
        // What is left of the left run fills exactly the gap before what is left of the right one.
        let rest = &left[from_left..];
        order[to..to + rest.len()].copy_from_slice(rest);
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
            let mut sorting = Sorting::new((0..count as u32).collect());
            while let Some((left, right)) = sorting.next_question() {
                let less = vm.less(&keys[left as usize], &keys[right as usize]);
                sorting.answer(less.unwrap());
            }
            let sorted: Vec<(i64, i64)> = sorting
                .order()
                .iter()
                .map(|at| pairs[*at as usize])
                .collect();
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
