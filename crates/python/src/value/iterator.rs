//! Iterators that Brooklet defines.

use std::cell::RefCell;

use super::Value;
use crate::vm::{Result, Step, Vm};

/// The state of an iterator.
pub trait PyIterator {
    /// The next value, `None` at the end; not asked again after the end.
    ///
    /// Where it calls Python code, it must do the same again until that has answered: it changes itself
    /// after its last call.
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>>;

    /// Whether it calls Python code.
    fn calls_back(&self) -> bool {
        false
    }

    /// Begins to get the next value where a single call gives it: nothing is then done again after that
    /// call. The end is [`Raise::StopIteration`](crate::vm::Raise). `None`: only [`PyIterator::next`] can get it.
    fn begin_next(&mut self, _: &mut Vm) -> Option<Result<Step>> {
        None
    }

    /// A lower bound of how many values are left, to size what collects them.
    fn size_hint(&self) -> u64 {
        0
    }
}

/// An iterator that Brooklet defines.
pub struct NativeIterator {
    /// What `type(x).__name__` gives: `list_iterator`, `map`, …
    pub type_name: &'static str,
    /// Whether it calls Python code.
    pub(crate) calls_back: bool,
    state: RefCell<Option<Box<dyn PyIterator>>>,
}

impl NativeIterator {
    /// Wraps a state.
    pub fn new(type_name: &'static str, state: impl PyIterator + 'static) -> NativeIterator {
        NativeIterator {
            type_name,
            calls_back: state.calls_back(),
            state: RefCell::new(Some(Box::new(state))),
        }
    }

    /// The next value, `None` at the end and ever after.
    ///
    /// # Errors
    /// What the state raises; `ValueError` when the iterator asks itself.
    pub fn next(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let taken = match self.state.try_borrow_mut() {
            Ok(mut slot) => slot.take(),
            Err(_) => return Err(vm.value_error("generator already executing")),
        };
        let Some(mut state) = taken else {
            return Ok(None);
        };
        let next = state.next(vm);
        // Where it is left, it is asked again.
        if !matches!(next, Ok(None)) {
            *self.state.borrow_mut() = Some(state);
        }
        next
    }

    /// As [`PyIterator::begin_next`].
    pub(crate) fn begin_next(&self, vm: &mut Vm) -> Option<Result<Step>> {
        self.state.try_borrow_mut().ok()?.as_mut()?.begin_next(vm)
    }

    /// A lower bound of how many values are left.
    pub fn size_hint(&self) -> u64 {
        self.state
            .try_borrow()
            .ok()
            .and_then(|slot| slot.as_ref().map(|state| state.size_hint()))
            .unwrap_or(0)
    }
}

/// An iterator whose items a function gives, which may call Python code. It changes a copy of the state,
/// so that it does the same when it runs again after such a call.
pub fn stepping<S: Clone + 'static>(
    type_name: &'static str,
    state: S,
    next: impl Fn(&mut Vm, &mut S) -> Result<Option<Value>> + 'static,
) -> Value {
    struct Stepping<S, F> {
        state: S,
        next: F,
    }
    impl<S: Clone, F: Fn(&mut Vm, &mut S) -> Result<Option<Value>>> PyIterator for Stepping<S, F> {
        fn calls_back(&self) -> bool {
            true
        }

        fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
            let mut state = self.state.clone();
            let item = (self.next)(vm, &mut state);
            if !matches!(&item, Err(raise) if raise.runs_again()) {
                self.state = state;
            }
            item
        }
    }
    Value::iterator(type_name, Stepping { state, next })
}

/// An iterator over values that are already there.
pub fn iterate(items: Vec<Value>) -> impl PyIterator {
    struct Items(std::vec::IntoIter<Value>);
    impl PyIterator for Items {
        fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
            Ok(self.0.next())
        }

        fn size_hint(&self) -> u64 {
            self.0.len() as u64
        }
    }
    Items(items.into_iter())
}
