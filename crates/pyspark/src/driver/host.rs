//! The world of the driver's machine.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use brooklet_python::files::FileSystem;
use brooklet_python::vm::{Host, Stream, Suspension};
use brooklet_python::{Result, Value, Vm};

use super::state::DriverState;
use super::wait::Wait;

/// The world of the driver's machine.
pub(super) struct DriverHost {
    state: Rc<DriverState>,
}

impl DriverHost {
    pub(super) fn new(state: Rc<DriverState>) -> DriverHost {
        DriverHost { state }
    }
}

impl Host for DriverHost {
    fn write(&self, stream: Stream, text: &str) {
        self.state.write(stream, text);
    }

    fn now_ms(&self) -> f64 {
        self.state.now_ms() as f64
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

    /// Waits where the program cannot give way: inside a function that Rust code called. Within a
    /// batch no virtual time passes.
    fn wait(&self, vm: &mut Vm, suspension: &Suspension) -> Result<Value> {
        if self.state.batch.get().is_some() {
            return Ok(Value::None);
        }
        let Some(wait) = Wait::begin(&self.state, suspension) else {
            return Ok(Value::None);
        };
        loop {
            if self.cancelled() {
                return Err(brooklet_python::Raise::Cancelled);
            }
            if let Some(live) = &self.state.options.live {
                (live.sleep_until)(wait.due().millis());
            }
            if let Some(answer) = wait.step(vm, &self.state) {
                return answer;
            }
        }
    }

    fn cancelled(&self) -> bool {
        self.state.options.cancelled.load(Ordering::Relaxed)
    }
}
