//! `numpy.random`: what the generators draw, number by number. Distributions are Python.

mod bits;
mod permuted_congruential;
mod random_state;
mod seed_sequence;

use brooklet_python::native_class::class;
use brooklet_python::value::{Module, Value};
use brooklet_python::vm::{Result, Vm};

use self::permuted_congruential::PermutedCongruential;
use self::random_state::RandomState;

/// The generators that the Python text is built on.
pub(crate) fn define_bits(vm: &mut Vm, module: &Module) -> Result<()> {
    module.set("_RandomState", Value::Class(class::<RandomState>(vm)));
    module.set("_PCG64", Value::Class(class::<PermutedCongruential>(vm)));
    Ok(())
}
