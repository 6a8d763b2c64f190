//! A clock for hosts where nothing happens but waits: it moves when every thread waits, to the time at
//! which the first wait is over.

use std::cell::{Cell, RefCell};

use super::{Suspension, Vm, WaitId};
use crate::value::Value;

/// How much time passed, and which waits end when.
#[derive(Default)]
pub struct WaitClock {
    passed_ms: Cell<f64>,
    waits: RefCell<Vec<(f64, WaitId)>>,
}

impl WaitClock {
    /// The milliseconds that passed by waiting.
    pub fn passed_ms(&self) -> f64 {
        self.passed_ms.get()
    }

    /// Begins a wait; one that has no length is over at once.
    pub fn begin(&self, wait: WaitId, what: &Suspension) {
        let until = self.passed_ms.get() + what.ms().unwrap_or(0.0);
        self.waits.borrow_mut().push((until, wait));
    }

    /// Moves to the end of the next wait. `false` where there is none.
    pub fn pass(&self, vm: &mut Vm) -> bool {
        let mut waits = self.waits.borrow_mut();
        waits.retain(|(_, wait)| vm.is_waiting(*wait));
        let earliest = waits.iter().map(|(until, _)| *until).reduce(f64::min);
        let Some(at) = waits.iter().position(|(until, _)| Some(*until) == earliest) else {
            return false;
        };
        let (until, wait) = waits.remove(at);
        self.passed_ms.set(until);
        vm.wake(wait, Ok(Value::None));
        true
    }

    /// Sets it back to the beginning.
    pub fn restart(&self) {
        self.passed_ms.set(0.0);
        self.waits.take();
    }
}
