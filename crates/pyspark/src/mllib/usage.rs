//! Whether a model both learns and predicts: then its predictions surprise.

use std::cell::{Cell, RefCell};

use brooklet_python::Vm;
use brooklet_source::Span;

use crate::advice;

/// What a program uses a model for.
#[derive(Default)]
pub(super) struct Usage {
    trains: Cell<bool>,
    predictions: RefCell<Vec<Option<Span>>>,
}

impl Usage {
    /// The program trains the model.
    pub(super) fn note_training(&self, vm: &mut Vm) {
        self.trains.set(true);
        self.advise(vm);
    }

    /// The program predicts with the model.
    pub(super) fn note_prediction(&self, vm: &mut Vm) {
        self.predictions.borrow_mut().push(vm.current_span());
        self.advise(vm);
    }

    fn advise(&self, vm: &mut Vm) {
        if self.trains.get() {
            for about in self.predictions.take() {
                advice::PREDICTED_BEFORE_TRAINED.give(vm, about);
            }
        }
    }
}
