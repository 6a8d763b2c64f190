//! Where the figures of a program go: they are events of its run.

use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_matplotlib::{Screen, draw_changed, install};
use brooklet_protocol::{Figure, RunEvent};
use brooklet_python::vm::Stream;
use brooklet_python::{Raise, Vm};

use crate::state::DriverState;

struct DriverScreen(Rc<DriverState>);

impl Screen for DriverScreen {
    fn show(&self, figure: Figure) {
        self.0.push(RunEvent::Figure {
            figure,
            batch_time_ms: self.batch_time_ms(),
        });
    }

    fn clear(&self, waits: bool) {
        self.0.output_text.borrow_mut().clear();
        self.0.push(RunEvent::Cleared {
            waits,
            batch_time_ms: self.batch_time_ms(),
        });
    }
}

impl DriverScreen {
    fn batch_time_ms(&self) -> Option<i64> {
        self.0.batch.get().map(BatchTime::millis)
    }
}

pub(super) fn install_screen(vm: &mut Vm, state: &Rc<DriverState>) {
    install(vm, Rc::new(DriverScreen(state.clone())));
}

/// Shows the figures that the program has changed and not shown itself; a figure that cannot be drawn is
/// told as an exception that nobody caught.
pub(super) fn show_changed(vm: &mut Vm, state: &DriverState) {
    if let Err(Raise::Exception(exception)) = draw_changed(vm) {
        let text = vm.format_exception(&exception);
        state.write(Stream::Error, &text);
    }
}
