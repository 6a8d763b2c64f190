//! `collections`; what is asked for less often is in `collections.py`.

mod defaultdict;
mod deque;
pub(super) mod namedtuple;

use super::native_class::class;
use crate::value::{Module, Value};
use crate::vm::{Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("namedtuple", namedtuple::namedtuple)]);
    module.set("deque", Value::Class(class::<deque::Deque>(vm)));
    module.set("defaultdict", Value::Class(defaultdict::class(vm)));
    Ok(())
}
