//! What a program's contexts are set up with.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{BlockStore, Worker};
use brooklet_python::{Value, Vm};

use crate::Master;
use crate::state::DriverState;

/// What `spark-submit` gives to a program, and the context that is active.
pub(super) struct Environment {
    /// The master of programs that set none.
    pub(super) master: Master,
    /// The name of the program's file, which is the application's name unless it sets one.
    pub(super) file_name: String,
    pub(super) worker: Arc<Worker>,
    pub(super) store: Arc<BlockStore>,
    pub(super) wall_clock_ms: fn() -> f64,
}

/// The one context that a program may have.
#[derive(Default)]
pub(super) struct ActiveContext(pub(super) RefCell<Option<Value>>);

impl Environment {
    /// The environment of the driver's machine; `None` in a task.
    pub(super) fn of(vm: &mut Vm) -> Option<Environment> {
        let state = DriverState::of(vm)?;
        Some(Environment {
            master: state.options.master,
            file_name: state.file_name.to_string(),
            worker: state.worker.clone(),
            store: state.store.clone(),
            wall_clock_ms: state.options.wall_clock_ms,
        })
    }
}

impl ActiveContext {
    pub(super) fn of(vm: &mut Vm) -> Rc<ActiveContext> {
        vm.extension(ActiveContext::default)
    }
}
