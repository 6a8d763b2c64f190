//! Thawing values.

use super::Frozen;
use crate::value::Value;
use crate::vm::{Result, Vm};

pub(super) fn thaw(vm: &mut Vm, frozen: &Frozen) -> Result<Value> {
    let _ = (vm, frozen);
    todo!("lead")
}
