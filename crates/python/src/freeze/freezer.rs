//! Freezing values.

use super::Frozen;
use crate::value::Value;
use crate::vm::{Result, Vm};

pub(super) struct Freezer;

impl Freezer {
    pub(super) fn new() -> Freezer {
        Freezer
    }

    pub(super) fn value(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> Result<Frozen> {
        let _ = (vm, value, depth);
        todo!("lead")
    }
}
