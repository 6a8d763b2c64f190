//! `random`: the Mersenne Twister and what CPython draws from it, number by number.

mod distributions;
mod sequences;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::BinaryOp;
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Signed, Zero};
use sha2::{Digest, Sha512};

use brooklet_python::native_class::{
    NativeClass, class, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::signature::bind;
use brooklet_python::value::{Args, ClassBuilder, Method, Module, NativeData, Value};
use brooklet_python::vm::{Result, Vm};
use brooklet_python_text::numeric::MersenneTwister;

/// An instance of `random.Random`.
pub(super) struct Random {
    twister: RefCell<MersenneTwister>,
    /// The second number of the pair that `gauss` draws.
    spare_gauss: Cell<Option<f64>>,
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    let class = class::<Random>(vm);
    module.set("Random", Value::Class(class.clone()));
    // The generator behind the module's own functions.
    let shared = Random::unseeded(vm);
    let shared = object(vm, shared);
    for (name, function) in class.attributes.items() {
        if let Some(name) = name.as_str().filter(|name| !name.starts_with("__")) {
            let receiver = shared.clone();
            module.set(name, Value::Method(Rc::new(Method { function, receiver })));
        }
    }
    Ok(())
}

impl Random {
    /// What a generator without a seed starts from: the program's clock, so that a program's
    /// output stays a function of its text.
    fn unseeded(vm: &Vm) -> Random {
        Random {
            twister: RefCell::new(MersenneTwister::seeded(&(vm.host.now_ms() as u64).into())),
            spare_gauss: Cell::new(None),
        }
    }

    fn seed(&self, vm: &mut Vm, seed: &Value) -> Result<()> {
        let number = seed_number(vm, seed)?;
        *self.twister.borrow_mut() = MersenneTwister::seeded(&number);
        self.spare_gauss.set(None);
        Ok(())
    }

    /// The next float in `0.0..1.0`.
    fn random(&self) -> f64 {
        self.twister.borrow_mut().float()
    }

    /// A number of so many random bits.
    fn bits(&self, count: u64) -> BigUint {
        self.twister.borrow_mut().bits(count)
    }

    /// A number below a positive one.
    fn below(&self, limit: &BigInt) -> BigInt {
        let bits = limit.bits();
        loop {
            let drawn = BigInt::from_biguint(Sign::Plus, self.bits(bits));
            if drawn < *limit {
                return drawn;
            }
        }
    }

    /// An index into so many items, of which there is at least one.
    fn index(&self, length: u64) -> u64 {
        let bits = u64::from(u64::BITS - length.leading_zeros());
        loop {
            let drawn = self.twister.borrow_mut().small_bits(bits);
            if drawn < length {
                return drawn;
            }
        }
    }
}

/// The number that a seed stands for.
fn seed_number(vm: &mut Vm, seed: &Value) -> Result<BigUint> {
    let text = |data: &[u8]| {
        let mut bytes = data.to_vec();
        bytes.extend_from_slice(&Sha512::digest(data));
        BigUint::from_bytes_be(&bytes)
    };
    match seed {
        Value::None => Ok(BigUint::from(vm.host.now_ms() as u64)),
        Value::Str(seed) => Ok(text(seed.as_str().as_bytes())),
        Value::Bytes(seed) => Ok(text(seed)),
        Value::ByteArray(seed) => Ok(text(&seed.borrow())),
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => {
            Ok(vm.to_index(seed)?.magnitude().clone())
        }
        Value::Float(_) => Ok(BigUint::from(vm.hash(seed)? as u64)),
        _ => Err(vm.type_error(
            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
        )),
    }
}

impl NativeData for Random {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = self.state();
        pickle_state(vm, &state, |vm, state| {
            let random = Random::unseeded(vm);
            random.restore(vm, state)?;
            Ok(object(vm, random))
        })
    }
}

impl Random {
    fn state(&self) -> Value {
        let words = self.twister.borrow().state();
        Value::tuple(vec![
            Value::Int(3),
            Value::tuple(
                words
                    .into_iter()
                    .map(|word| Value::Int(i64::from(word)))
                    .collect(),
            ),
            self.spare_gauss.get().map_or(Value::None, Value::Float),
        ])
    }

    fn restore(&self, vm: &mut Vm, state: Value) -> Result<()> {
        let [_, words, spare] = state_items(state);
        let mut numbers = Vec::new();
        for word in vm.collect(&words)? {
            numbers.push(vm.to_i64(&word)? as u32);
        }
        match MersenneTwister::from_state(&numbers) {
            Some(twister) => *self.twister.borrow_mut() = twister,
            None => return Err(vm.value_error("state vector is the wrong size")),
        }
        self.spare_gauss.set(if spare.is_none() {
            None
        } else {
            Some(vm.to_f64(&spare)?)
        });
        Ok(())
    }
}

impl NativeClass for Random {
    const MODULE: &'static str = "random";
    const NAME: &'static str = "Random";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, args| {
                let [seed] = args.bind(vm, "Random", 0, ["x"], 0)?;
                let random = Random::unseeded(vm);
                random.seed(vm, &seed.unwrap_or_default())?;
                Ok(object_of(class, random))
            })
            .methods(&[
                ("seed", |vm, args| {
                    let this = receiver::<Random>(vm, &args, "seed")?;
                    let [seed, _] = bind(vm, args, "Random.seed", 1, ["a", "version"], 0)?;
                    this.seed(vm, &seed.unwrap_or_default())?;
                    Ok(Value::None)
                }),
                ("random", |vm, args| {
                    let this = receiver::<Random>(vm, &args, "random")?;
                    args.receiver_only(vm, "Random.random")?;
                    Ok(Value::Float(this.random()))
                }),
                ("getrandbits", |vm, args| {
                    let this = receiver::<Random>(vm, &args, "getrandbits")?;
                    let count = args.exactly_one(vm, "Random.getrandbits", 1)?;
                    let count = vm.to_i64(&count)?;
                    match u64::try_from(count) {
                        Ok(count) => Ok(Value::from(BigInt::from(this.bits(count)))),
                        Err(_) => Err(vm.value_error("number of bits must be non-negative")),
                    }
                }),
                ("randbytes", |vm, args| {
                    let this = receiver::<Random>(vm, &args, "randbytes")?;
                    let [count] = bind(vm, args, "Random.randbytes", 1, ["n"], 1)?;
                    let count = vm.to_i64(&count.unwrap_or_default())?;
                    let bits = vm.to_c_int(&Value::Int(count.saturating_mul(8)))?;
                    if bits < 0 {
                        return Err(vm.value_error("number of bits must be non-negative"));
                    }
                    let count = count as usize;
                    let mut bytes = this.bits(count as u64 * 8).to_bytes_le();
                    bytes.resize(count, 0);
                    Ok(Value::bytes(bytes))
                }),
                ("getstate", |vm, args| {
                    Ok(receiver::<Random>(vm, &args, "getstate")?.state())
                }),
                ("setstate", |vm, args| {
                    let this = receiver::<Random>(vm, &args, "setstate")?;
                    let state = args.exactly_one(vm, "setstate", 1)?;
                    this.restore(vm, state)?;
                    Ok(Value::None)
                }),
                ("randrange", randrange),
                ("randint", randint),
            ])
            .methods(sequences::METHODS)
            .methods(distributions::METHODS)
    }
}

fn randrange(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "randrange")?;
    let [start, stop, step] = bind(
        vm,
        args,
        "Random.randrange",
        1,
        ["start", "stop", "step"],
        1,
    )?;
    let start = whole(vm, &start.unwrap_or_default(), "arg 1")?;
    let step_given = step.is_some();
    let step = step.map_or(Ok(BigInt::from(1)), |step| whole(vm, &step, "step"))?;
    let Some(stop) = super::optional(stop.as_ref()) else {
        if step_given && step != BigInt::from(1) {
            return Err(vm.type_error("Missing a non-None stop argument"));
        }
        if start.is_positive() {
            return Ok(Value::from(this.below(&start)));
        }
        return Err(vm.value_error("empty range for randrange()"));
    };
    let stop = whole(vm, &stop, "stop")?;
    in_range(vm, &this, start, stop, step)
}

/// An `int`, or a number (or its text) that is one.
fn whole(vm: &mut Vm, value: &Value, what: &str) -> Result<BigInt> {
    match value {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) | Value::Instance(_) => {
            vm.to_index(value)
        }
        _ => {
            let int = Value::Class(vm.types.int.clone());
            let number = vm.call_one(&int, value.clone())?;
            if !vm.equal(&number, value)? {
                return Err(vm.value_error(format!("non-integer {what} for randrange()")));
            }
            vm.to_index(&number)
        }
    }
}

fn in_range(
    vm: &mut Vm,
    this: &Random,
    start: BigInt,
    stop: BigInt,
    step: BigInt,
) -> Result<Value> {
    let width = &stop - &start;
    if step == BigInt::from(1) {
        if width.is_positive() {
            return Ok(Value::from(start + this.below(&width)));
        }
        return Err(vm.value_error(format!(
            "empty range for randrange() ({start}, {stop}, {width})"
        )));
    }
    if step.is_zero() {
        return Err(vm.value_error("zero step for randrange()"));
    }
    let count: BigInt = if step.is_positive() {
        (&width + &step - 1) / &step
    } else {
        (&width + &step + 1) / &step
    };
    if !count.is_positive() || width.is_positive() != step.is_positive() {
        return Err(vm.value_error("empty range for randrange()"));
    }
    Ok(Value::from(start + step * this.below(&count)))
}

fn randint(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "randint")?;
    let [low, high] =
        bind(vm, args, "Random.randint", 1, ["a", "b"], 2)?.map(Option::unwrap_or_default);
    let high = vm.binary(BinaryOp::Add, &high, &Value::Int(1))?;
    let (low, high) = (whole(vm, &low, "arg 1")?, whole(vm, &high, "stop")?);
    in_range(vm, &this, low, high, BigInt::from(1))
}
