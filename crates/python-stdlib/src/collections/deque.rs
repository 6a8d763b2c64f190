//! `collections.deque`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::CompareOp;

use crate::optional;
use brooklet_python::native_class::{
    NativeClass, data, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{
    Args, ClassBuilder, NativeData, NativeFn, PyIterator, ResumableFn, Special, Value,
};
use brooklet_python::vm::{Result, Step, Vm};

/// A list with two ends; with a bound, the far end gives way.
pub(super) struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
}

const METHODS: &[(&str, NativeFn)] = &[
    ("append", append),
    ("appendleft", appendleft),
    ("pop", pop),
    ("popleft", popleft),
    ("clear", clear),
    ("copy", copy),
    ("__copy__", copy),
    ("reverse", reverse),
    ("__len__", length),
    ("__iter__", iter),
    ("__reversed__", reversed),
    ("__add__", add),
];

/// Those that call methods of items, or of an index.
const ASKING: &[(&str, NativeFn)] = &[
    ("rotate", rotate),
    ("count", count),
    ("index", index),
    ("insert", insert),
    ("remove", remove),
    ("__contains__", contains),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__repr__", repr),
    ("__eq__", |vm, args| compare(vm, &args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, &args, CompareOp::NotEqual)),
    ("__lt__", |vm, args| compare(vm, &args, CompareOp::Less)),
    ("__le__", |vm, args| {
        compare(vm, &args, CompareOp::LessEqual)
    }),
    ("__gt__", |vm, args| compare(vm, &args, CompareOp::Greater)),
    ("__ge__", |vm, args| {
        compare(vm, &args, CompareOp::GreaterEqual)
    }),
];

/// Those that read an iterable.
const READING: &[(&str, ResumableFn)] = &[
    ("extend", extend),
    ("extendleft", extendleft),
    ("__init__", init),
    ("__iadd__", add_in_place),
];

impl NativeClass for Deque {
    const MODULE: &'static str = "collections";
    const NAME: &'static str = "deque";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|_, class, _| Ok(object_of(class, Deque::with_bound(None))))
            .methods(METHODS)
            .replayed(ASKING)
            .resumable(READING)
            .attribute("__hash__", Value::None)
            .properties(&[("maxlen", |vm, args| {
                let this = receiver::<Deque>(vm, &args, "maxlen")?;
                Ok(this.most.get().map_or(Value::None, Value::from))
            })])
    }
}

impl NativeData for Deque {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let most = self.most.get().map_or(Value::None, Value::from);
        let state = Value::tuple(vec![Value::list(self.to_vec()), most]);
        pickle_state(vm, &state, |vm, state| {
            let [items, most] = state_items(state);
            let items = vm.collect(&items)?.into();
            let most = if most.is_none() {
                None
            } else {
                Some(vm.to_i64(&most)? as usize)
            };
            Ok(object(
                vm,
                Deque {
                    items: RefCell::new(items),
                    most: Cell::new(most),
                },
            ))
        })
    }
}

impl Deque {
    fn with_bound(most: Option<usize>) -> Deque {
        Deque {
            items: RefCell::default(),
            most: Cell::new(most),
        }
    }

    fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn len(&self) -> usize {
        self.items.borrow().len()
    }

    fn push_back(&self, value: Value) {
        let mut items = self.items.borrow_mut();
        items.push_back(value);
        let extra = self
            .most
            .get()
            .is_some_and(|most| items.len() > most)
            .then(|| items.pop_front());
        drop(items);
        drop(extra);
    }

    fn push_front(&self, value: Value) {
        let mut items = self.items.borrow_mut();
        items.push_front(value);
        let extra = self
            .most
            .get()
            .is_some_and(|most| items.len() > most)
            .then(|| items.pop_back());
        drop(items);
        drop(extra);
    }

    /// Where an item is, from a place on.
    fn find(
        &self,
        vm: &mut Vm,
        wanted: &Value,
        start: usize,
        stop: usize,
    ) -> Result<Option<usize>> {
        for at in start..stop {
            let Some(item) = self.items.borrow().get(at).cloned() else {
                break;
            };
            if vm.equal(&item, wanted)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// The place that an index means.
    fn place(&self, vm: &mut Vm, index: &Value) -> Result<usize> {
        if matches!(
            index,
            Value::Slice(_) | Value::Str(_) | Value::Float(_) | Value::None | Value::Tuple(_)
        ) {
            let name = vm.type_name(index);
            return Err(vm.type_error(format!("sequence index must be integer, not '{name}'")));
        }
        let index = vm.to_i64(index)?;
        let length = self.len() as i64;
        let place = if index < 0 { index + length } else { index };
        if (0..length).contains(&place) {
            Ok(place as usize)
        } else {
            Err(vm.index_error("deque index out of range"))
        }
    }
}

/// Begins to put the items of an iterable at one end, and gives `result` then.
fn push_all(
    vm: &mut Vm,
    deque: Rc<Deque>,
    items: &Value,
    push: fn(&Deque, Value),
    result: Value,
) -> Result<Step> {
    vm.collecting(items, move |_, items| {
        items.into_iter().for_each(|item| push(&deque, item));
        Ok(Step::Done(result))
    })
}

fn this(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Deque>> {
    receiver::<Deque>(vm, args, method)
}

fn init(vm: &mut Vm, args: Args) -> Result<Step> {
    let this = this(vm, &args, "__init__")?;
    let [items, most] = args.bind(vm, "deque", 1, ["iterable", "maxlen"], 0)?;
    let most = match optional(most.as_ref()) {
        None => None,
        Some(most) => match usize::try_from(vm.to_i64(&most)?) {
            Ok(most) => Some(most),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
    };
    let old = std::mem::take(&mut *this.items.borrow_mut());
    drop(old);
    this.most.set(most);
    match optional(items.as_ref()) {
        Some(items) => push_all(vm, this, &items, Deque::push_back, Value::None),
        None => Ok(Step::Done(Value::None)),
    }
}

fn append(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "append")?;
    this.push_back(args.exactly_one(vm, "deque.append", 1)?);
    Ok(Value::None)
}

fn appendleft(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "appendleft")?;
    this.push_front(args.exactly_one(vm, "deque.appendleft", 1)?);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "pop")?;
    args.receiver_only(vm, "deque.pop")?;
    let item = this.items.borrow_mut().pop_back();
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn popleft(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "popleft")?;
    args.receiver_only(vm, "deque.popleft")?;
    let item = this.items.borrow_mut().pop_front();
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn extend(vm: &mut Vm, args: Args) -> Result<Step> {
    let this = this(vm, &args, "extend")?;
    let items = args.exactly_one(vm, "deque.extend", 1)?;
    push_all(vm, this, &items, Deque::push_back, Value::None)
}

fn extendleft(vm: &mut Vm, args: Args) -> Result<Step> {
    let this = this(vm, &args, "extendleft")?;
    let items = args.exactly_one(vm, "deque.extendleft", 1)?;
    push_all(vm, this, &items, Deque::push_front, Value::None)
}

fn rotate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "rotate")?;
    args.between(vm, "rotate", 1, 0, 1)?;
    let steps = args.get(1).map_or(Ok(1), |steps| vm.to_i64(steps))?;
    let mut items = this.items.borrow_mut();
    if !items.is_empty() {
        let steps = steps.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(steps);
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "clear")?;
    let old = std::mem::take(&mut *this.items.borrow_mut());
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "copy")?;
    let class = vm.class_of(&args[0]);
    let items = RefCell::new(this.items.borrow().clone());
    Ok(object_of(
        &class,
        Deque {
            items,
            most: Cell::new(this.most.get()),
        },
    ))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "count")?;
    let wanted = args.exactly_one(vm, "deque.count", 1)?;
    let mut count = 0;
    for item in this.to_vec() {
        count += i64::from(vm.equal(&item, &wanted)?);
    }
    Ok(Value::Int(count))
}

fn not_there(vm: &mut Vm, value: &Value) -> Result<Value> {
    let text = vm.repr(value)?;
    Err(vm.value_error(format!("{text} is not in deque")))
}

fn index(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "index")?;
    args.between(vm, "index", 1, 1, 3)?;
    let length = this.len() as i64;
    let mut bounds = [0, length];
    for (at, bound) in bounds.iter_mut().enumerate() {
        if let Some(given) = args.get(at + 2) {
            let given = vm.to_i64(given)?;
            *bound = if given < 0 {
                (given + length).max(0)
            } else {
                given.min(length)
            };
        }
    }
    match this.find(vm, &args[1], bounds[0] as usize, bounds[1] as usize)? {
        Some(place) => Ok(Value::from(place)),
        None => not_there(vm, &args[1]),
    }
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "insert")?;
    args.between(vm, "insert", 1, 2, 2)?;
    if this.most.get().is_some_and(|most| this.len() >= most) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let length = this.len() as i64;
    let index = vm.to_i64(&args[1])?;
    let place = if index < 0 {
        (index + length).max(0)
    } else {
        index.min(length)
    };
    this.items
        .borrow_mut()
        .insert(place as usize, args[2].clone());
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "remove")?;
    let wanted = args.exactly_one(vm, "deque.remove", 1)?;
    match this.find(vm, &wanted, 0, this.len())? {
        Some(place) => {
            let removed = this.items.borrow_mut().remove(place);
            drop(removed);
            Ok(Value::None)
        }
        None => not_there(vm, &wanted),
    }
}

fn reverse(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "reverse")?;
    this.items.borrow_mut().make_contiguous().reverse();
    Ok(Value::None)
}

fn length(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::from(this(vm, &args, "__len__")?.len()))
}

struct Items {
    deque: Rc<Deque>,
    at: usize,
    length: usize,
    backwards: bool,
}

impl PyIterator for Items {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.deque.len() != self.length {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        if self.at == self.length {
            return Ok(None);
        }
        let place = if self.backwards {
            self.length - 1 - self.at
        } else {
            self.at
        };
        self.at += 1;
        Ok(self.deque.items.borrow().get(place).cloned())
    }

    fn size_hint(&self) -> u64 {
        (self.length - self.at) as u64
    }
}

fn iter(vm: &mut Vm, args: Args) -> Result<Value> {
    let deque = this(vm, &args, "__iter__")?;
    let length = deque.len();
    Ok(Value::iterator(
        "_collections._deque_iterator",
        Items {
            deque,
            at: 0,
            length,
            backwards: false,
        },
    ))
}

fn reversed(vm: &mut Vm, args: Args) -> Result<Value> {
    let deque = this(vm, &args, "__reversed__")?;
    let length = deque.len();
    Ok(Value::iterator(
        "_collections._deque_reverse_iterator",
        Items {
            deque,
            at: 0,
            length,
            backwards: true,
        },
    ))
}

fn contains(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__contains__")?;
    let wanted = args.exactly_one(vm, "deque.__contains__", 1)?;
    Ok(Value::Bool(
        this.find(vm, &wanted, 0, this.len())?.is_some(),
    ))
}

fn get_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__getitem__")?;
    let index = args.exactly_one(vm, "deque.__getitem__", 1)?;
    let place = this.place(vm, &index)?;
    Ok(this.items.borrow()[place].clone())
}

fn set_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__setitem__")?;
    args.between(vm, "__setitem__", 1, 2, 2)?;
    let place = this.place(vm, &args[1])?;
    let old = std::mem::replace(&mut this.items.borrow_mut()[place], args[2].clone());
    drop(old);
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__delitem__")?;
    let index = args.exactly_one(vm, "deque.__delitem__", 1)?;
    let place = this.place(vm, &index)?;
    let removed = this.items.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::None)
}

fn add(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__add__")?;
    let Some(other) = args.get(1).and_then(data::<Deque>) else {
        let name = args
            .get(1)
            .map_or_else(String::new, |other| vm.type_name(other));
        return Err(vm.type_error(format!(
            "can only concatenate deque (not \"{name}\") to deque"
        )));
    };
    let sum = Deque {
        items: RefCell::new(this.items.borrow().clone()),
        most: Cell::new(this.most.get()),
    };
    other
        .to_vec()
        .into_iter()
        .for_each(|item| sum.push_back(item));
    let class = vm.class_of(&args[0]);
    Ok(object_of(&class, sum))
}

fn add_in_place(vm: &mut Vm, args: Args) -> Result<Step> {
    let this = this(vm, &args, "__iadd__")?;
    let items = args.exactly_one(vm, "deque.__iadd__", 1)?;
    push_all(vm, this, &items, Deque::push_back, args[0].clone())
}

fn multiply(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__mul__")?;
    let Some(Value::Int(times)) = args.get(1) else {
        return Ok(Value::NotImplemented);
    };
    let product = Deque {
        items: RefCell::default(),
        most: Cell::new(this.most.get()),
    };
    for _ in 0..*times {
        this.to_vec()
            .into_iter()
            .for_each(|item| product.push_back(item));
    }
    let class = vm.class_of(&args[0]);
    Ok(object_of(&class, product))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args, "__repr__")?;
    let name = vm.class_of(&args[0]).name.clone();
    let text = vm.repr_guarded(&args[0], "[...]", |vm| {
        let items = vm.repr(&Value::list(this.to_vec()))?;
        Ok(match this.most.get() {
            Some(most) => format!("{name}({items}, maxlen={most})"),
            None => format!("{name}({items})"),
        })
    })?;
    Ok(Value::from(text))
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let this = receiver::<Deque>(vm, args, Special::of_compare(op).name())?;
    let Some(other) = args.get(1).and_then(data::<Deque>) else {
        return Ok(Value::NotImplemented);
    };
    vm.compare(
        op,
        &Value::list(this.to_vec()),
        &Value::list(other.to_vec()),
    )
}
