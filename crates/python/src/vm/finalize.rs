//! What happens when the last reference to an object goes: `__del__`, and the `finally` of a generator
//! that was not run to its end.
//!
//! Rust drops the object in the middle of an instruction, where no Python code can run. What has to
//! run goes into a queue then, and runs as soon as the instruction is over, as in CPython, which
//! counts references too. What it raises is only shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::frame::FrameKind;
use super::{Generator, Raise, Result, Step, Vm};
use crate::value::{Args, Instance, Payload, Str, Value};

/// The objects of a machine that went and have something left to run.
#[derive(Default)]
pub(crate) struct Finalizers {
    waiting: RefCell<Vec<Value>>,
    any: Cell<bool>,
    /// Whether there ever was a class with `__del__`.
    classes: Cell<bool>,
}

impl Finalizers {
    fn add(&self, object: Value) {
        self.any.set(true);
        self.waiting.borrow_mut().push(object);
    }

    fn take(&self) -> Vec<Value> {
        self.any.set(false);
        self.waiting.take()
    }

    /// Whether something waits.
    pub(super) fn any(&self) -> bool {
        self.any.get()
    }

    /// Notes that there is a class with `__del__`.
    pub(crate) fn expect_classes(&self) {
        self.classes.set(true);
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        let Some(frame) = self.frame.get_mut().take() else {
            return;
        };
        let at = (frame.next as u32).wrapping_sub(1);
        let guarded = frame.code.as_ref().is_some_and(|code| {
            let ranges = &code.code.exceptions;
            ranges
                .iter()
                .any(|range| range.start <= at && at < range.end)
        });
        if guarded && self.started.get() {
            let generator = Generator {
                kind: self.kind,
                has_yielded: Cell::new(false),
                name: std::mem::replace(&mut self.name, Str::new("")),
                qualname: std::mem::replace(&mut self.qualname, Str::new("")),
                frame: RefCell::new(Some(frame)),
                started: Cell::new(true),
                running: Cell::new(false),
                finalizers: self.finalizers.clone(),
            };
            self.finalizers.add(Value::Generator(Rc::new(generator)));
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        if let Some(finalizers) = self.class.finalizers.get().cloned()
            && let Some(again) = self.resurrected()
        {
            finalizers.add(Value::Instance(Rc::new(again)));
        }
    }
}

impl Vm {
    /// Lets an exception hold what goes with the frame on top, as the traceback holds frames in CPython.
    pub(super) fn hold_with(&mut self, exception: &Rc<Instance>) {
        let finalized = |value: &Value| match value {
            Value::Generator(_) => true,
            Value::Instance(instance) => instance.class.finalizers.get().is_some(),
            _ => false,
        };
        let frame = self.top_frame();
        let locals = frame.locals.iter().flatten();
        let held: Vec<Value> = locals
            .chain(&frame.stack)
            .filter(|value| finalized(value))
            .cloned()
            .collect();
        if !held.is_empty()
            && let Payload::Exception(state) = &mut *exception.payload_mut()
        {
            state.held.extend(held);
        }
    }

    /// Begins to run what is left to run of the objects that went; `false` where that needs no frame.
    pub(super) fn begin_finalizers(&mut self) -> Result<bool> {
        let mut begun = false;
        // The frames of the first one come to lie on top: it runs first.
        for object in self.finalizers.take().into_iter().rev() {
            let base = self.frames.len();
            let method = self.finalizer(&object);
            let mut mark = self.spare_frame();
            mark.kind = FrameKind::Finalizer(method.clone().unwrap_or_else(|| object.clone()));
            self.frames.push(mark);
            let step = match (&object, method) {
                (Value::Generator(generator), _) => self.begin_close(generator),
                (_, Some(method)) => self.begin_call(method, Args::one(object)),
                _ => Ok(Step::Done(Value::None)),
            };
            match step {
                Ok(Step::Pushed) => begun = true,
                Ok(Step::Done(_)) => self.pop_frames(base),
                Err(raise @ Raise::Exception(_)) => {
                    if let FrameKind::Finalizer(what) = std::mem::take(&mut self.frames[base].kind)
                    {
                        self.show_ignored(&raise, &what);
                    }
                    self.pop_frames(base);
                }
                Err(raise) => return Err(raise),
            }
        }
        Ok(begun)
    }

    fn finalizer(&mut self, object: &Value) -> Option<Value> {
        match object {
            Value::Instance(instance) => instance.class.lookup_str("__del__"),
            _ => None,
        }
    }

    /// Ends the program: the objects that its global names still hold go, the oldest name first. Called
    /// when its last exception, if it raised one, has been shown.
    pub fn finalize(&mut self) {
        let Some(main) = self.modules.get("__main__").cloned() else {
            return;
        };
        self.finish_waiting();
        let classes = self.finalizers.classes.get();
        let held: Vec<Str> = main
            .globals
            .items()
            .into_iter()
            .filter(|(_, value)| match value {
                Value::Generator(_) => true,
                Value::Instance(_)
                | Value::List(_)
                | Value::Tuple(_)
                | Value::Dict(_)
                | Value::Set(_) => classes,
                _ => false,
            })
            .filter_map(|(name, _)| name.to_name())
            .collect();
        for name in &held {
            main.globals.set_name(name, Value::None);
            self.finish_waiting();
        }
    }

    fn finish_waiting(&mut self) {
        while self.finalizers.any() {
            for object in self.finalizers.take() {
                let method = self.finalizer(&object);
                let result = match (&object, &method) {
                    (Value::Generator(generator), _) => self.close_generator(generator),
                    (_, Some(method)) => self.call_one(method, object.clone()).map(|_| ()),
                    _ => Ok(()),
                };
                if let Err(raise) = result {
                    self.show_ignored(&raise, &method.unwrap_or(object));
                }
            }
        }
    }
}
