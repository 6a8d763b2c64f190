//! PCG64 (O'Neill, 2014: XSL-RR of 128 bits), the generator of `numpy.random.default_rng`.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{
    NativeClass, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, Class, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};
use num_bigint::BigUint;

use super::bits::{Bits, drawn, masked, multiplied};
use super::seed_sequence::spread;
use crate::array::Array;
use crate::array_of;
use crate::buffer::Buffer;
use crate::dtype::DType;

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

/// The state, its increment, and the half of a word that was not used yet.
#[derive(Clone)]
struct State {
    state: u128,
    increment: u128,
    spare: Option<u32>,
}

impl State {
    fn seeded(words: &[u64]) -> State {
        let [high, low, stream_high, stream_low] = [0, 1, 2, 3].map(|at| u128::from(words[at]));
        let increment = (stream_high << 64 | stream_low) << 1 | 1;
        let mut state = State {
            state: 0,
            increment,
            spare: None,
        };
        state.step();
        state.state = state.state.wrapping_add(high << 64 | low);
        state.step();
        state
    }

    fn step(&mut self) {
        self.state = self
            .state
            .wrapping_mul(MULTIPLIER)
            .wrapping_add(self.increment);
    }
}

impl Bits for State {
    fn word(&mut self) -> u32 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let long = self.long();
        self.spare = Some((long >> 32) as u32);
        long as u32
    }

    fn long(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    fn float(&mut self) -> f64 {
        (self.long() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// `numpy.random.PCG64`.
pub(super) struct PermutedCongruential(RefCell<State>);

impl NativeData for PermutedCongruential {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let own = self.0.borrow().clone();
        let words = [own.state, own.increment].map(|word| Value::from(word.to_string()));
        let spare = own
            .spare
            .map_or(Value::None, |spare| Value::Int(spare.into()));
        let [state, increment] = words;
        pickle_state(
            vm,
            &Value::tuple(vec![state, increment, spare]),
            |vm, state| {
                let [state, increment, spare] = state_items(state);
                let number = |value: &Value| value.as_str().and_then(|text| text.parse().ok());
                let own = State {
                    state: number(&state).unwrap_or_default(),
                    increment: number(&increment).unwrap_or_default(),
                    spare: match spare {
                        Value::Int(spare) => Some(spare as u32),
                        _ => None,
                    },
                };
                Ok(object(vm, PermutedCongruential(RefCell::new(own))))
            },
        )
    }
}

impl NativeClass for PermutedCongruential {
    const MODULE: &'static str = "numpy.random";
    const NAME: &'static str = "PCG64";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.constructor(new).methods(&[
            ("_uniform", |vm, args| {
                let own = this(vm, &args)?;
                drawn(vm, args.get(1), || own.0.borrow_mut().float())
            }),
            ("_long", |vm, args| {
                let own = this(vm, &args)?;
                let long = own.0.borrow_mut().long();
                Ok(Value::from(num_bigint::BigInt::from(long)))
            }),
            ("_word", |vm, args| {
                let own = this(vm, &args)?;
                let word = own.0.borrow_mut().word();
                Ok(Value::Int(i64::from(word)))
            }),
            ("_masked", |vm, args| {
                let own = this(vm, &args)?;
                let most = vm.to_i64(&args[1])? as u64;
                let drawn = masked(&mut *own.0.borrow_mut(), most);
                Ok(Value::from(drawn as usize))
            }),
            ("_up_to", |vm, args| {
                // A number from 0 to the first argument, or as many as the second says.
                let own = this(vm, &args)?;
                let most = vm.to_index(&args[1])?;
                let most = u64::try_from(most).unwrap_or(u64::MAX);
                match args.get(2).filter(|count| !count.is_none()) {
                    None => Ok(Value::from(
                        multiplied(&mut *own.0.borrow_mut(), most) as usize
                    )),
                    Some(count) => {
                        let count = vm.to_i64(count)?.max(0);
                        let mut state = own.0.borrow_mut();
                        let values = (0..count).map(|_| multiplied(&mut *state, most) as i64);
                        let row = Array::new(
                            DType::UInt64,
                            vec![count as usize],
                            Buffer::Ints(values.collect()),
                        );
                        Ok(object(vm, row))
                    }
                }
            }),
        ])
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [seed] = args.bind(vm, "PCG64", 0, ["seed"], 0)?;
    let entropy = match seed.filter(|seed| !seed.is_none()) {
        // Without a seed the program's clock, so that its output stays a function of its text.
        None => vec![vm.host.now_ms() as u32],
        Some(seed) if vm.find_index(&seed)?.is_some() => words_of(vm, &seed)?,
        Some(seed) => {
            let mut words = Vec::new();
            for part in array_of(vm, &seed, None)?.to_values() {
                words.extend(words_of(vm, &part)?);
            }
            words
        }
    };
    let state = State::seeded(&spread(&entropy, 4));
    Ok(object_of(class, PermutedCongruential(RefCell::new(state))))
}

/// A seed's words of 32 bits, the lowest first.
fn words_of(vm: &mut Vm, seed: &Value) -> Result<Vec<u32>> {
    let seed = vm.to_index(seed)?;
    match BigUint::try_from(seed) {
        Ok(seed) if seed.bits() > 0 => Ok(seed.to_u32_digits()),
        Ok(_) => Ok(vec![0]),
        Err(_) => Err(vm.value_error("expected non-negative integer")),
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<PermutedCongruential>> {
    receiver::<PermutedCongruential>(vm, args, "PCG64")
}
