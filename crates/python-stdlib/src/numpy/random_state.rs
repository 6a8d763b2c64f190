//! `numpy.random.RandomState`: the legacy generator, number by number.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use brooklet_python_text::numeric::elementary;

use super::array::Array;
use crate::random::MersenneTwister;
use brooklet_python::native_class::{NativeClass, object_of, receiver};
use brooklet_python::value::{Args, Class, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};

/// The generator: a Mersenne Twister and the second number of the pair that `randn` draws.
pub(super) struct RandomState {
    twister: RefCell<MersenneTwister>,
    spare: Cell<Option<f64>>,
}

impl RandomState {
    pub(super) fn seeded(seed: u32) -> RandomState {
        RandomState {
            twister: RefCell::new(MersenneTwister::from_word(seed)),
            spare: Cell::new(None),
        }
    }

    fn uniform(&self) -> f64 {
        self.twister.borrow_mut().float()
    }

    /// A standard normal number, by the polar method.
    fn normal(&self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (first, second) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = first * first + second * second;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * elementary::ln(square) / square).sqrt();
                self.spare.set(Some(factor * first));
                return factor * second;
            }
        }
    }
}

impl NativeData for RandomState {}

impl NativeClass for RandomState {
    const MODULE: &'static str = "numpy.random";
    const NAME: &'static str = "RandomState";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.constructor(new).methods(&[
            ("seed", |vm, args| {
                let state = this(vm, &args)?;
                let [seed] = args.bind(vm, "seed", 1, ["seed"], 0)?;
                let seed = seed_word(vm, seed)?;
                *state.twister.borrow_mut() = MersenneTwister::from_word(seed);
                state.spare.set(None);
                Ok(Value::None)
            }),
            ("rand", |vm, args| {
                let state = this(vm, &args)?;
                drawn(vm, &args.positional[1..], || state.uniform())
            }),
            ("randn", |vm, args| {
                let state = this(vm, &args)?;
                drawn(vm, &args.positional[1..], || state.normal())
            }),
            ("uniform", |vm, args| {
                let state = this(vm, &args)?;
                let [low, high, size] = args.bind(vm, "uniform", 1, ["low", "high", "size"], 0)?;
                let (low, high) = (number(vm, low, 0.0)?, number(vm, high, 1.0)?);
                sized(vm, size, || low + (high - low) * state.uniform())
            }),
            ("normal", |vm, args| {
                let state = this(vm, &args)?;
                let [mean, scale, size] =
                    args.bind(vm, "normal", 1, ["loc", "scale", "size"], 0)?;
                let (mean, scale) = (number(vm, mean, 0.0)?, number(vm, scale, 1.0)?);
                sized(vm, size, || mean + scale * state.normal())
            }),
        ])
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [seed] = args.bind(vm, "RandomState", 0, ["seed"], 0)?;
    let seed = seed_word(vm, seed)?;
    Ok(object_of(class, RandomState::seeded(seed)))
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<RandomState>> {
    receiver::<RandomState>(vm, args, "RandomState")
}

/// A seed of 32 bits; without one the program's clock, so that a program's output stays a function
/// of its text.
fn seed_word(vm: &mut Vm, seed: Option<Value>) -> Result<u32> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else {
        return Ok(vm.host.now_ms() as u32);
    };
    let seed = vm.to_i64(&seed)?;
    match u32::try_from(seed) {
        Ok(seed) => Ok(seed),
        Err(_) => Err(vm.value_error("Seed must be between 0 and 2**32 - 1")),
    }
}

fn number(vm: &mut Vm, value: Option<Value>, default: f64) -> Result<f64> {
    match value {
        Some(value) => vm.to_f64(&value),
        None => Ok(default),
    }
}

fn sized(vm: &mut Vm, size: Option<Value>, draw: impl FnMut() -> f64) -> Result<Value> {
    let lengths = match size {
        None | Some(Value::None) => Vec::new(),
        Some(Value::Tuple(lengths)) => lengths.to_vec(),
        Some(length) => vec![length],
    };
    drawn(vm, &lengths, draw)
}

/// Numbers in a shape; without one a float of Python's own.
fn drawn(vm: &mut Vm, lengths: &[Value], mut draw: impl FnMut() -> f64) -> Result<Value> {
    if lengths.is_empty() {
        return Ok(Value::Float(draw()));
    }
    let mut shape = Vec::new();
    for length in lengths {
        match usize::try_from(vm.to_i64(length)?) {
            Ok(length) => shape.push(length),
            Err(_) => return Err(vm.value_error("negative dimensions are not allowed")),
        }
    }
    let count = shape.iter().product();
    let values = (0..count).map(|_| draw()).collect();
    Ok(Array::floats(shape, values).into_value(vm))
}
