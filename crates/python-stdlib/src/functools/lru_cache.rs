//! `functools.lru_cache` and `functools.cache`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::wrapping::{ASSIGNMENTS, copy_description};
use brooklet_python::native_class::{NativeClass, class, object, receiver};
use brooklet_python::pickle::{Pickled, PickledNative, pickle};
use brooklet_python::value::{
    Args, ClassBuilder, Dict, Method, Native, NativeData, Payload, Value,
};
use brooklet_python::vm::{Level, Result, Step, Vm};

/// A function that keeps its results, those used least recently first.
struct LruCache {
    /// Tells caches apart while they are pickled.
    number: u64,
    function: RefCell<Value>,
    /// `None`: without a bound.
    most: Option<usize>,
    typed: bool,
    results: Dict,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

pub(super) fn lru_cache(vm: &mut Vm, args: Args) -> Result<Value> {
    let [most, typed] = args.bind(vm, "lru_cache", 0, ["maxsize", "typed"], 0)?;
    let typed = typed.map_or(Ok(false), |typed| vm.truth(&typed))?;
    let most = match most {
        None => Some(128),
        Some(Value::None) => None,
        Some(most @ (Value::Int(_) | Value::Bool(_))) => Some(vm.to_i64(&most)?.max(0) as usize),
        Some(function) if crate::is_callable(vm, &function) => {
            return cached(vm, function, Some(128), typed);
        }
        Some(_) => {
            return Err(
                vm.type_error("Expected first argument to be an integer, a callable, or None")
            );
        }
    };
    let decorator = Native::closure("lru_cache.<locals>.decorating_function", move |vm, args| {
        let function = args.exactly_one(vm, "decorating_function", 0)?;
        cached(vm, function, most, typed)
    });
    Ok(Value::Native(Rc::new(decorator)))
}

pub(super) fn cache(vm: &mut Vm, args: Args) -> Result<Value> {
    let [function] = args
        .bind(vm, "cache", 0, ["user_function"], 1)?
        .map(Option::unwrap_or_default);
    cached(vm, function, None, false)
}

fn cached(vm: &mut Vm, function: Value, most: Option<usize>, typed: bool) -> Result<Value> {
    let cache = LruCache::new(most, typed);
    *cache.function.borrow_mut() = function.clone();
    let wrapper = object(vm, cache);
    describe(vm, &wrapper, &function)?;
    Ok(wrapper)
}

fn describe(vm: &mut Vm, wrapper: &Value, function: &Value) -> Result<()> {
    let assigned = ASSIGNMENTS.map(ToString::to_string);
    copy_description(vm, wrapper, function, &assigned, &["__dict__".to_string()])
}

static NEXT_NUMBER: AtomicU64 = AtomicU64::new(1);

impl LruCache {
    fn new(most: Option<usize>, typed: bool) -> LruCache {
        LruCache {
            number: NEXT_NUMBER.fetch_add(1, Ordering::Relaxed),
            function: RefCell::default(),
            most,
            typed,
            results: Dict::new(),
            hits: Cell::new(0),
            misses: Cell::new(0),
        }
    }

    /// The key of a result: one `int` or `str` as it is, else all arguments.
    fn key(&self, vm: &Vm, args: &Args) -> Value {
        if !self.typed
            && args.keywords.is_empty()
            && let [key @ (Value::Int(_) | Value::BigInt(_) | Value::Str(_))] = &args.positional[..]
        {
            return key.clone();
        }
        let mut parts = vec![Value::tuple(args.positional.to_vec())];
        for (name, value) in &args.keywords {
            parts.extend([Value::Str(name.clone()), value.clone()]);
        }
        if self.typed {
            let values = args
                .positional
                .iter()
                .chain(args.keywords.iter().map(|(_, value)| value));
            let types: Vec<Value> = values
                .map(|value| Value::Class(vm.class_of(value)))
                .collect();
            parts.push(Value::tuple(types));
        }
        Value::tuple(parts)
    }

    fn call(self: Rc<Self>, vm: &mut Vm, args: Args) -> Result<Step> {
        let function = self.function.borrow().clone();
        if self.most == Some(0) {
            self.misses.set(self.misses.get() + 1);
            return vm.begin_call(function, args);
        }
        let key = self.key(vm, &args);
        let (this, asked) = (self.clone(), key.clone());
        vm.after(
            |vm| this.begin_look_up(vm, asked),
            move |vm, found| {
                if let Value::Tuple(found) = found? {
                    self.hits.set(self.hits.get() + 1);
                    return self.keep(vm, key, found[0].clone());
                }
                self.misses.set(self.misses.get() + 1);
                vm.after(
                    |vm| vm.begin_call(function, args),
                    move |vm, result| self.keep_new(vm, key, result?),
                )
            },
        )
    }

    /// The result under a key, in a tuple, or `None`.
    fn begin_look_up(self: &Rc<Self>, vm: &mut Vm, key: Value) -> Result<Step> {
        let this = self.clone();
        let look_up = move |vm: &mut Vm| {
            let found = this.results.get(vm, &key)?;
            Ok(found.map_or(Value::None, |found| Value::tuple(vec![found])))
        };
        vm.operate(Level::Uncounted, look_up)
    }

    /// Puts a result that was found behind all others.
    fn keep(self: &Rc<Self>, vm: &mut Vm, key: Value, result: Value) -> Result<Step> {
        if self.most.is_some() {
            self.results.remove(vm, &key)?;
            self.results.set(vm, key, result.clone())?;
        }
        Ok(Step::Done(result))
    }

    fn keep_new(self: &Rc<Self>, vm: &mut Vm, key: Value, result: Value) -> Result<Step> {
        if self.most.is_some_and(|most| self.results.len() >= most)
            && let Some((_, oldest, _)) = self.results.item_from(0)
        {
            self.results.remove(vm, &oldest)?;
        }
        let this = self.clone();
        vm.operate(Level::Uncounted, move |vm| {
            this.results.set(vm, key.clone(), result.clone())?;
            Ok(result.clone())
        })
    }
}

/// Caches that are being pickled or unpickled in this machine, by number: a function that calls itself
/// reaches its own cache.
#[derive(Default)]
struct Open {
    pickled: RefCell<Vec<u64>>,
    unpickled: RefCell<Vec<(u64, Value)>>,
}

/// A cache on its way to another machine; without a function, one that is met again inside itself.
struct PickledCache {
    number: u64,
    function: Option<Pickled>,
    most: Option<usize>,
    typed: bool,
}

impl PickledNative for PickledCache {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let open = vm.extension(Open::default);
        let known = open
            .unpickled
            .borrow()
            .iter()
            .find(|(number, _)| *number == self.number)
            .map(|(_, cache)| cache.clone());
        let Some(function) = &self.function else {
            return known
                .ok_or_else(|| vm.runtime_error("a cached function was used before it was made"));
        };
        let cache = Rc::new(LruCache::new(self.most, self.typed));
        let class = class::<LruCache>(vm);
        let wrapper = Value::Instance(class.instance(Payload::Native(cache.clone())));
        open.unpickled
            .borrow_mut()
            .push((self.number, wrapper.clone()));
        let function = function.unpickle(vm);
        open.unpickled.borrow_mut().pop();
        let function = function?;
        *cache.function.borrow_mut() = function.clone();
        describe(vm, &wrapper, &function)?;
        Ok(wrapper)
    }
}

impl NativeData for LruCache {
    /// The function goes without the results that it keeps.
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let open = vm.extension(Open::default);
        let number = self.number;
        let inside = open.pickled.borrow().contains(&number);
        let function = if inside {
            None
        } else {
            open.pickled.borrow_mut().push(number);
            let function = self.function.borrow().clone();
            let pickled = pickle(vm, &function);
            open.pickled.borrow_mut().pop();
            Some(pickled?)
        };
        Ok(Arc::new(PickledCache {
            number,
            function,
            most: self.most,
            typed: self.typed,
        }))
    }
}

impl NativeClass for LruCache {
    const MODULE: &'static str = "functools";
    const NAME: &'static str = "_lru_cache_wrapper";

    fn define(class: ClassBuilder) -> ClassBuilder {
        let class = class.resumable(&[("__call__", |vm, mut args| {
            let this = receiver::<LruCache>(vm, &args, "__call__")?;
            args.take_first();
            vm.one_level(|vm| this.call(vm, args))
        })]);
        class.methods(&[
            ("__get__", |_, args| {
                let function = args[0].clone();
                match args.get(1) {
                    Some(object) if !object.is_none() => {
                        let receiver = object.clone();
                        Ok(Value::Method(Rc::new(Method { function, receiver })))
                    }
                    _ => Ok(function),
                }
            }),
            ("cache_info", |vm, args| {
                let this = receiver::<LruCache>(vm, &args, "cache_info")?;
                let module = vm.import("functools")?;
                let class = vm.get_attribute(&Value::Module(module), "_CacheInfo")?;
                let values = vec![
                    Value::Int(this.hits.get()),
                    Value::Int(this.misses.get()),
                    this.most.map_or(Value::None, Value::from),
                    Value::from(this.results.len()),
                ];
                vm.call(&class, Args::of(values))
            }),
            ("cache_clear", |vm, args| {
                let this = receiver::<LruCache>(vm, &args, "cache_clear")?;
                this.results.clear();
                this.hits.set(0);
                this.misses.set(0);
                Ok(Value::None)
            }),
            ("cache_parameters", |vm, args| {
                let this = receiver::<LruCache>(vm, &args, "cache_parameters")?;
                let parameters = Dict::new();
                parameters.set_str("maxsize", this.most.map_or(Value::None, Value::from));
                parameters.set_str("typed", Value::Bool(this.typed));
                Ok(Value::Dict(Rc::new(parameters)))
            }),
        ])
    }
}
