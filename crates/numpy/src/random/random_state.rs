//! The legacy generator: the Mersenne Twister, and the normal numbers that are drawn in pairs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{
    NativeClass, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, Class, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};
use brooklet_python_text::numeric::{MersenneTwister, elementary};

use super::bits::{Bits, drawn, masked};
use crate::array::Array;
use crate::array_of;
use crate::buffer::Buffer;
use crate::dtype::DType;

/// The generator: a Mersenne Twister and the second number of a normal pair.
pub(super) struct RandomState {
    twister: RefCell<MersenneTwister>,
    spare: Cell<Option<f64>>,
}

impl Bits for MersenneTwister {
    fn word(&mut self) -> u32 {
        MersenneTwister::word(self)
    }

    fn long(&mut self) -> u64 {
        let high = u64::from(MersenneTwister::word(self));
        high << 32 | u64::from(MersenneTwister::word(self))
    }

    fn float(&mut self) -> f64 {
        MersenneTwister::float(self)
    }
}

impl RandomState {
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

    /// A number up to `most`.
    fn up_to(&self, most: u64) -> u64 {
        masked(&mut *self.twister.borrow_mut(), most)
    }
}

impl NativeData for RandomState {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = self.twister.borrow().state().into_iter();
        let words = Value::tuple(state.map(|word| Value::Int(i64::from(word))).collect());
        let spare = self.spare.get().map_or(Value::None, Value::Float);
        pickle_state(vm, &Value::tuple(vec![words, spare]), |vm, state| {
            let [words, spare] = state_items(state);
            let generator = RandomState {
                twister: RefCell::new(twister_of(vm, &words)?),
                spare: Cell::new(vm.find_f64(&spare)?),
            };
            Ok(object(vm, generator))
        })
    }
}

fn twister_of(vm: &mut Vm, words: &Value) -> Result<MersenneTwister> {
    let words: Vec<u32> = array_of(vm, words, None)?
        .to_ints()
        .iter()
        .map(|word| *word as u32)
        .collect();
    match MersenneTwister::from_state(&words) {
        Some(twister) => Ok(twister),
        None => Err(vm.value_error("state must be 624 longs")),
    }
}

impl NativeClass for RandomState {
    const MODULE: &'static str = "numpy.random";
    const NAME: &'static str = "RandomState";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.constructor(new).methods(&[
            ("seed", |vm, args| {
                let state = this(vm, &args)?;
                let [seed] = args.bind(vm, "seed", 1, ["seed"], 0)?;
                let seeded = seeded(vm, seed)?;
                *state.twister.borrow_mut() = seeded;
                state.spare.set(None);
                Ok(Value::None)
            }),
            ("_uniform", |vm, args| {
                let state = this(vm, &args)?;
                drawn(vm, args.get(1), || state.uniform())
            }),
            ("_normal", |vm, args| {
                let state = this(vm, &args)?;
                drawn(vm, args.get(1), || state.normal())
            }),
            ("_up_to", |vm, args| {
                // A number from 0 to the first argument, or as many as the second says.
                let state = this(vm, &args)?;
                let most = vm.to_index(&args[1])?;
                let most = u64::try_from(most).unwrap_or(u64::MAX);
                match args.get(2).filter(|count| !count.is_none()) {
                    None => Ok(Value::from(state.up_to(most) as usize)),
                    Some(count) => {
                        let count = vm.to_i64(count)?;
                        let values = (0..count).map(|_| state.up_to(most) as i64).collect();
                        let row = Array::new(
                            DType::UInt64,
                            vec![count.max(0) as usize],
                            Buffer::Ints(values),
                        );
                        Ok(object(vm, row))
                    }
                }
            }),
            ("_words", |vm, args| {
                let state = this(vm, &args)?.twister.borrow().state();
                let row = Array::row_of_places(state.into_iter().map(|word| word as usize));
                let spare = this(vm, &args)?.spare.get();
                Ok(Value::tuple(vec![
                    object(vm, row),
                    spare.map_or(Value::None, Value::Float),
                ]))
            }),
            ("_set_words", |vm, args| {
                let state = this(vm, &args)?;
                let twister = twister_of(vm, &args[1])?;
                *state.twister.borrow_mut() = twister;
                state.spare.set(vm.find_f64(&args[2])?);
                Ok(Value::None)
            }),
        ])
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [seed] = args.bind(vm, "RandomState", 0, ["seed"], 0)?;
    let state = RandomState {
        twister: RefCell::new(seeded(vm, seed)?),
        spare: Cell::new(None),
    };
    Ok(object_of(class, state))
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<RandomState>> {
    receiver::<RandomState>(vm, args, "RandomState")
}

/// A twister of a seed of 32 bits, or of several; without one of the program's clock, so that a
/// program's output stays a function of its text.
fn seeded(vm: &mut Vm, seed: Option<Value>) -> Result<MersenneTwister> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else {
        return Ok(MersenneTwister::from_word(vm.host.now_ms() as u32));
    };
    if vm.find_index(&seed)?.is_some() {
        let seed = vm.to_i64(&seed)?;
        return match u32::try_from(seed) {
            Ok(seed) => Ok(MersenneTwister::from_word(seed)),
            Err(_) => Err(vm.value_error("Seed must be between 0 and 2**32 - 1")),
        };
    }
    let words = array_of(vm, &seed, None)?;
    if !words.dtype.is_whole() {
        return Err(vm.type_error("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'"));
    }
    let words: Vec<u32> = words.to_ints().iter().map(|word| *word as u32).collect();
    Ok(MersenneTwister::of_words(&words))
}
