//! `groupby` and `tee`: iterators that share a source.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::optional;
use brooklet_python::value::{Args, NativeFn, PyIterator, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("groupby", groupby), ("tee", tee)];

/// What the groups of one `groupby` share.
struct Groups {
    source: Value,
    key: Option<Value>,
    progress: RefCell<Progress>,
}

/// How far the groups came.
#[derive(Clone, Default)]
struct Progress {
    /// The item that was read last, with its key, if no group gave it yet.
    pending: Option<(Value, Value)>,
    /// The key of the group that was begun last.
    current: Option<Value>,
    /// How many were begun.
    begun: usize,
}

impl Groups {
    /// Goes on, but not where that is done again after Python code has answered.
    fn advance<T>(&self, act: impl FnOnce(&mut Progress) -> Result<T>) -> Result<T> {
        let mut progress = self.progress.borrow().clone();
        let result = act(&mut progress);
        if !matches!(&result, Err(raise) if raise.runs_again()) {
            self.progress.replace(progress);
        }
        result
    }

    /// Makes sure that an item is pending; gives its key, `None` at the end.
    fn peek(&self, vm: &mut Vm, progress: &mut Progress) -> Result<Option<Value>> {
        if let Some((key, _)) = &progress.pending {
            return Ok(Some(key.clone()));
        }
        let Some(item) = vm.next(&self.source)? else {
            return Ok(None);
        };
        let key = match &self.key {
            Some(function) => vm.call_one(function, item.clone())?,
            None => item.clone(),
        };
        progress.pending = Some((key.clone(), item));
        Ok(Some(key))
    }

    /// The next item, if it belongs to the group that was begun last.
    fn next_of_current(&self, vm: &mut Vm, progress: &mut Progress) -> Result<Option<Value>> {
        let Some(key) = self.peek(vm, progress)? else {
            return Ok(None);
        };
        match progress.current.clone() {
            Some(current) if vm.equal(&current, &key)? => {
                Ok(progress.pending.take().map(|(_, item)| item))
            }
            _ => Ok(None),
        }
    }

    /// The key of the next group, and its number.
    fn begin_group(&self, vm: &mut Vm, progress: &mut Progress) -> Result<Option<(Value, usize)>> {
        while self.next_of_current(vm, progress)?.is_some() {}
        let Some(key) = self.peek(vm, progress)? else {
            return Ok(None);
        };
        progress.current = Some(key.clone());
        progress.begun += 1;
        Ok(Some((key, progress.begun)))
    }
}

struct GroupBy(Rc<Groups>);

struct Group {
    groups: Rc<Groups>,
    number: usize,
}

impl PyIterator for GroupBy {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let groups = &self.0;
        let begun = groups.advance(|progress| groups.begin_group(vm, progress))?;
        Ok(begun.map(|(key, number)| {
            let groups = groups.clone();
            let group = Value::iterator("itertools._grouper", Group { groups, number });
            Value::tuple(vec![key, group])
        }))
    }
}

impl PyIterator for Group {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let groups = &self.groups;
        // A group ends when the next one is begun.
        if groups.progress.borrow().begun != self.number {
            return Ok(None);
        }
        groups.advance(|progress| groups.next_of_current(vm, progress))
    }
}

fn groupby(vm: &mut Vm, args: Args) -> Result<Value> {
    let [iterable, key] = args.bind(vm, "groupby", 0, ["iterable", "key"], 1)?;
    let groups = Groups {
        source: vm.iter(&iterable.unwrap_or_default())?,
        key: optional(key.as_ref()),
        progress: RefCell::default(),
    };
    Ok(Value::iterator(
        "itertools.groupby",
        GroupBy(Rc::new(groups)),
    ))
}

/// A place in a stream that is read once: the item there and the place after it, once known.
#[derive(Default)]
struct Place(OnceCell<Option<(Value, Rc<Place>)>>);

struct Tee {
    source: Value,
    place: Rc<Place>,
}

impl PyIterator for Tee {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.place.0.get().is_none() {
            let read = vm.next(&self.source)?.map(|item| (item, Rc::default()));
            // Reading may have come back here; what it found first stays.
            let _ = self.place.0.set(read);
        }
        let Some(Some((item, after))) = self.place.0.get() else {
            return Ok(None);
        };
        let (item, after) = (item.clone(), after.clone());
        self.place = after;
        Ok(Some(item))
    }
}

fn tee(vm: &mut Vm, args: Args) -> Result<Value> {
    let [iterable, count] = args.bind(vm, "tee", 0, ["iterable", "n"], 1)?;
    let count = count.map_or(Ok(2), |count| vm.to_i64(&count))?;
    if count < 0 {
        return Err(vm.value_error("n must be >= 0"));
    }
    vm.check_room(count.unsigned_abs(), size_of::<Value>())?;
    let source = vm.iter(&iterable.unwrap_or_default())?;
    let place = Rc::<Place>::default();
    let copies = (0..count).map(|_| {
        Value::iterator(
            "itertools._tee",
            Tee {
                source: source.clone(),
                place: place.clone(),
            },
        )
    });
    Ok(Value::tuple(copies.collect()))
}
