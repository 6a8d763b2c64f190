//! The world of the driver's machine.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use brooklet_python::Vm;
use brooklet_python::files::FileSystem;
use brooklet_python::vm::{Host, Stream, Suspension, TURN_MS, WaitId};

use super::wait::Waits;
use crate::state::DriverState;

/// The world of the driver's machine.
pub(super) struct DriverHost {
    state: Rc<DriverState>,
    waits: Rc<Waits>,
}

impl DriverHost {
    pub(super) fn new(state: Rc<DriverState>, waits: Rc<Waits>) -> DriverHost {
        DriverHost { state, waits }
    }
}

impl Host for DriverHost {
    fn write(&self, stream: Stream, text: &str) {
        self.state.write(stream, text);
    }

    fn now_ms(&self) -> f64 {
        self.state.seen_ms()
    }

    fn files(&self) -> Arc<dyn FileSystem> {
        self.state.options.files.clone()
    }

    fn module_folders(&self) -> Vec<String> {
        self.state.worker_side.module_folders()
    }

    fn arguments(&self) -> Vec<String> {
        self.state.options.arguments.clone()
    }

    fn begin_wait(&self, vm: &mut Vm, wait: WaitId, what: &Suspension) {
        self.waits.begin(vm, &self.state, wait, what);
    }

    /// Within a batch no virtual time passes.
    fn pass_time(&self, vm: &mut Vm, inner: Option<WaitId>) -> bool {
        match inner {
            Some(inner) if self.state.batch.get().is_some() => {
                self.waits.step_in_batch(vm, &self.state, inner)
            }
            _ => self.waits.wait_and_step(vm, &self.state),
        }
    }

    fn turn_ms(&self) -> f64 {
        match self.state.options.live {
            Some(_) => 0.0,
            None => TURN_MS,
        }
    }

    fn goes_on(&self) -> bool {
        self.state.batch.get().is_none() && self.state.active_session().is_some()
    }

    fn cancelled(&self) -> bool {
        self.state.options.cancelled.load(Ordering::Relaxed)
    }
}
