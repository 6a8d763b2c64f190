//! How far an operation came that may call Python code, and what goes on when that code has answered.
//!
//! Calls are data: whoever calls Python code from a step pushes its frame and gives
//! [`Step::Pushed`]; the answer goes to what lies below that frame. Bytecode takes it as the
//! result of its instruction. Rust code that has more to do leaves a [`Continuation`] there
//! ([`Vm::after`]), or a [`Routine`] where it has to do it again and again. Neither stays on
//! Rust's stack, so no depth of calls fills it, and a program can stop inside any of them.

use super::frame::FrameKind;
use super::{ExceptionKind, Raise, Result, Vm};
use crate::value::{Args, Value};

/// How far an operation came.
pub enum Step {
    /// It gave its value.
    Done(Value),
    /// It pushed frames, which give the value to what lies below them.
    Pushed,
}

/// What goes on with the answer of the frames above it.
pub(crate) trait Continuation {
    /// Goes on with the answer.
    fn resume(self: Box<Self>, vm: &mut Vm, answer: Result<Value>) -> Result<Step>;
}

impl<F: FnOnce(&mut Vm, Result<Value>) -> Result<Step>> Continuation for F {
    fn resume(self: Box<Self>, vm: &mut Vm, answer: Result<Value>) -> Result<Step> {
        self(vm, answer)
    }
}

/// What a routine does next.
pub(crate) enum Turn {
    /// It ends with a value.
    End(Value),
    /// It goes on with what a step gives.
    Await(Step),
}

/// Rust code that calls Python code again and again: called with each answer.
pub(crate) trait Routine {
    /// Goes on. The first answer is `None`.
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn>;
}

struct Running<R>(R);

impl<R: Routine + 'static> Continuation for Running<R> {
    fn resume(mut self: Box<Self>, vm: &mut Vm, mut answer: Result<Value>) -> Result<Step> {
        loop {
            let base = vm.frames.len();
            match self.0.advance(vm, answer) {
                Ok(Turn::End(value)) => return Ok(Step::Done(value)),
                Ok(Turn::Await(Step::Done(value))) => answer = Ok(value),
                Ok(Turn::Await(Step::Pushed)) => {
                    vm.leave_below(base, self);
                    return Ok(Step::Pushed);
                }
                Err(raise @ Raise::Suspend(_)) => {
                    vm.leave_below(base, self);
                    return Err(raise);
                }
                Err(raise) => return Err(raise),
            }
        }
    }
}

/// What is done with the items of an iterable, one after the other.
pub trait Visitor {
    /// Begins what is done with an item.
    fn visit(&mut self, vm: &mut Vm, item: Value) -> Result<Step>;

    /// Takes what that gave; a value ends the iteration.
    fn take(&mut self, vm: &mut Vm, answer: Value) -> Result<Option<Value>>;

    /// The value at the end of the items.
    fn end(&mut self, vm: &mut Vm) -> Result<Step>;
}

enum Stage {
    Start,
    Item,
    Visited,
    End,
}

struct Iteration<V> {
    iterator: Value,
    visitor: V,
    stage: Stage,
}

impl<V: Visitor> Routine for Iteration<V> {
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn> {
        let step = match self.stage {
            Stage::Start => {
                answer?;
                self.stage = Stage::Item;
                vm.begin_next(&self.iterator)
            }
            Stage::Item => match vm.item(answer)? {
                Some(item) => {
                    self.stage = Stage::Visited;
                    self.visitor.visit(vm, item)
                }
                None => {
                    self.stage = Stage::End;
                    self.visitor.end(vm)
                }
            },
            Stage::Visited => match self.visitor.take(vm, answer?)? {
                Some(value) => return Ok(Turn::End(value)),
                None => {
                    self.stage = Stage::Item;
                    vm.begin_next(&self.iterator)
                }
            },
            Stage::End => return answer.map(Turn::End),
        };
        match step {
            // The end of the items is an answer too.
            Err(raise) if matches!(self.stage, Stage::Item) && vm.is_stop(&raise) => {
                self.stage = Stage::End;
                self.visitor.end(vm).map(Turn::Await)
            }
            other => other.map(Turn::Await),
        }
    }
}

/// Collects the items of an iterator for what is done with all of them.
struct Collection<F> {
    iterator: Value,
    items: Vec<Value>,
    /// Whether the iterator was asked for an item.
    is_asked: bool,
    /// Taken at the end of the items.
    then: Option<F>,
}

impl<F: FnOnce(&mut Vm, Vec<Value>) -> Result<Step>> Collection<F> {
    fn end(&mut self, vm: &mut Vm) -> Result<Turn> {
        let items = std::mem::take(&mut self.items);
        match self.then.take() {
            Some(then) => then(vm, items).map(Turn::Await),
            None => Ok(Turn::End(Value::None)),
        }
    }
}

impl<F: FnOnce(&mut Vm, Vec<Value>) -> Result<Step>> Routine for Collection<F> {
    fn advance(&mut self, vm: &mut Vm, mut answer: Result<Value>) -> Result<Turn> {
        if self.then.is_none() {
            return answer.map(Turn::End);
        }
        loop {
            if std::mem::replace(&mut self.is_asked, true) {
                match vm.item(answer)? {
                    Some(item) => self.items.push(item),
                    None => return self.end(vm),
                }
            }
            answer = match vm.begin_next(&self.iterator) {
                Ok(Step::Pushed) => return Ok(Turn::Await(Step::Pushed)),
                Ok(Step::Done(item)) => Ok(item),
                Err(raise) => Err(raise),
            };
        }
    }
}

impl Vm {
    /// Puts a continuation below the frames that were pushed since there were `base`.
    pub(super) fn leave_below(&mut self, base: usize, continuation: Box<dyn Continuation>) {
        let mut frame = self.spare_frame();
        frame.kind = FrameKind::Continuation(continuation);
        self.frames.insert(base, frame);
    }

    /// Does something, and then something else with its answer.
    ///
    /// # Errors
    /// What neither of the two catches.
    pub fn after(
        &mut self,
        start: impl FnOnce(&mut Vm) -> Result<Step>,
        then: impl FnOnce(&mut Vm, Result<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        let base = self.frames.len();
        let begun = start(self);
        self.after_begun(base, begun, then)
    }

    /// As [`Vm::after`], for what was begun when there were `base` frames.
    pub(super) fn after_begun(
        &mut self,
        base: usize,
        begun: Result<Step>,
        then: impl FnOnce(&mut Vm, Result<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        match begun {
            Ok(Step::Done(value)) => then(self, Ok(value)),
            Ok(Step::Pushed) => {
                self.leave_below(base, Box::new(then));
                Ok(Step::Pushed)
            }
            Err(raise @ Raise::Suspend(_)) => {
                self.leave_below(base, Box::new(then));
                Err(raise)
            }
            Err(raise) => then(self, Err(raise)),
        }
    }

    /// Runs a routine as far as it comes.
    pub(crate) fn run_routine(&mut self, routine: impl Routine + 'static) -> Result<Step> {
        Box::new(Running(routine)).resume(self, Ok(Value::None))
    }

    /// Visits the items of an iterable.
    ///
    /// # Errors
    /// `TypeError` for what cannot be iterated, and what the visitor raises.
    pub fn visit(&mut self, iterable: &Value, visitor: impl Visitor + 'static) -> Result<Step> {
        match iterable {
            Value::Instance(_) | Value::Class(_) => {
                let iterable = iterable.clone();
                self.after(
                    |vm| vm.begin_iter(&iterable),
                    |vm, iterator| vm.visit_items(iterator?, visitor),
                )
            }
            _ => {
                let iterator = self.iter(iterable)?;
                self.visit_items(iterator, visitor)
            }
        }
    }

    fn visit_items(&mut self, iterator: Value, visitor: impl Visitor + 'static) -> Result<Step> {
        self.run_routine(Iteration {
            iterator,
            visitor,
            stage: Stage::Start,
        })
    }

    /// Collects the items of an iterable, and does something with them.
    ///
    /// # Errors
    /// As [`Vm::visit`].
    pub fn collecting(
        &mut self,
        iterable: &Value,
        then: impl FnOnce(&mut Vm, Vec<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        match iterable {
            Value::Generator(_) | Value::Iterator(_) => {
                let iterator = self.iter(iterable)?;
                self.collecting_from(iterator, then)
            }
            Value::Instance(_) | Value::Class(_) => {
                let iterable = iterable.clone();
                self.after(
                    move |vm| vm.begin_iter(&iterable),
                    |vm, iterator| vm.collecting_from(iterator?, then),
                )
            }
            _ => {
                let items = self.collect(iterable)?;
                then(self, items)
            }
        }
    }

    fn collecting_from(
        &mut self,
        iterator: Value,
        then: impl FnOnce(&mut Vm, Vec<Value>) -> Result<Step> + 'static,
    ) -> Result<Step> {
        self.run_routine(Collection {
            iterator,
            items: Vec::new(),
            is_asked: false,
            then: Some(then),
        })
    }

    /// Whether a failure is the end of an iterator.
    pub(crate) fn is_stop(&self, raise: &Raise) -> bool {
        matches!(raise, Raise::StopIteration(_))
            || self.is_exception(raise, ExceptionKind::StopIteration)
    }

    /// The item that [`Vm::begin_next`] answered; `None` at the end.
    pub(crate) fn item(&self, answer: Result<Value>) -> Result<Option<Value>> {
        match answer {
            Ok(item) => Ok(Some(item)),
            Err(raise) if self.is_stop(&raise) => Ok(None),
            Err(raise) => Err(raise),
        }
    }

    /// Begins to call a special method or another callable with no arguments more.
    pub(crate) fn begin_call_bare(&mut self, callable: &Value) -> Result<Step> {
        self.begin_call(callable.clone(), Args::none())
    }
}
