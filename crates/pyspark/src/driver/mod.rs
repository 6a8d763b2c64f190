//! The driver: runs a program on a virtual clock, slice by slice.

mod batch_jobs;
mod batch_run;
mod failure;
mod host;
mod inspected;
mod inspection;
mod predefined;
mod record_sort;
mod screen;
mod state_changes;
mod usage;
mod wait;
mod window_inspection;

use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_protocol::{
    Diagnostic, EngineProgress, Failure, Feed, RecordSelection, RunEvent, Severity,
    StreamInspection,
};
use brooklet_python::vm::{ExceptionKind, Outcome, Stream};
use brooklet_python::{Raise, Result, Value, Vm};
use brooklet_python_compiler::compiler;
use brooklet_source::LineIndex;

use inspected::Inspected;
use inspection::inspect;
use wait::{Due, Waits};

use crate::core::pickling_error::python_errors;
use crate::modules::LIBRARY;
use crate::state::{DriverOptions, DriverState, place};

/// A program in progress.
///
/// The clock is virtual and the host sets its pace: [`Driver::poll`] runs the program until it
/// waits, [`Driver::tick`] moves the clock to what is due next. How fast that happens never shows
/// in a result.
///
/// ```
/// use brooklet_protocol::{RunEvent, EngineProgress};
/// use brooklet_pyspark::{Driver, DriverOptions};
///
/// let mut driver = Driver::new("print(6 * 7)", "program.py", DriverOptions::default()).unwrap();
/// while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
///     driver.tick();
/// }
/// let events = driver.take_events();
/// assert!(matches!(&events[0], RunEvent::Text { text, .. } if text == "42\n"));
/// ```
pub struct Driver {
    vm: Vm,
    state: Rc<DriverState>,
    waits: Rc<Waits>,
    phase: Phase,
    /// Whether a job of the program's own waited for a core.
    gave_up: bool,
    inspected: Option<Inspected>,
}

enum Phase {
    /// The program's text runs.
    Running,
    /// The text has ended: with this exit code and this failure the program ends, when its threads have.
    Ending(i32, Option<Failure>),
    Ended(i32),
}

impl Driver {
    /// Compiles a program.
    ///
    /// # Errors
    /// What is wrong with its text, each with its place.
    pub fn new(
        source: &str,
        file_name: &str,
        options: DriverOptions,
    ) -> Result<Driver, Vec<Diagnostic>> {
        let code = compiler::compile(source, file_name).map_err(|faults| {
            let lines = LineIndex::new(source);
            faults
                .iter()
                .map(|fault| Diagnostic {
                    severity: Severity::Error,
                    message: match fault.exception() {
                        Some(exception) => format!("{exception}: {}", fault.message),
                        None => fault.message.clone(),
                    },
                    hint: None,
                    place: Some(place(&lines, fault.span)),
                    fix: None,
                })
                .collect::<Vec<_>>()
        })?;
        let (text, file) = (code.source.clone(), code.file.clone());
        let state = DriverState::new(options, text, file, python_errors());
        let waits = Rc::new(Waits::default());
        let host = host::DriverHost::new(state.clone(), waits.clone());
        let mut vm = Vm::with_library(Rc::new(host), &LIBRARY);
        state.install(&mut vm);
        screen::install_screen(&mut vm, &state);
        let globals = vm.start(&code);
        predefined::define(&mut vm, &state, &code, &globals);
        Ok(Driver {
            vm,
            state,
            waits,
            phase: Phase::Running,
            gave_up: false,
            inspected: None,
        })
    }

    /// Runs the program until all its threads wait, it ends, or made `fuel` calls and jumps back.
    pub fn poll(&mut self, fuel: u64) -> EngineProgress {
        if let Phase::Ended(exit_code) = self.phase {
            return EngineProgress::Ended { exit_code };
        }
        match self.vm.resume(fuel) {
            Outcome::OutOfFuel => EngineProgress::Running,
            Outcome::Waiting => self.wait(),
            Outcome::Ended(Err(Raise::Cancelled))
                if !self.gave_up
                    && let Some(core) = wait::for_core(&self.state) =>
            {
                self.gave_up = true;
                self.vm.put_aside(&core);
                self.poll(fuel)
            }
            Outcome::Ended(ended) => {
                self.end(ended);
                match self.phase {
                    Phase::Ended(exit_code) => EngineProgress::Ended { exit_code },
                    _ => EngineProgress::Running,
                }
            }
        }
    }

    /// What the program waits for.
    fn wait(&mut self) -> EngineProgress {
        match self.waits.due(&self.vm, &self.state) {
            Some(Due::Batch(_, time)) => EngineProgress::Waiting {
                next_ms: time.millis(),
                batch_due: true,
                is_quiet: self.waits.are_quiet(&self.state),
                is_fed: self.state.is_fed(),
            },
            Some(Due::Wake(_, end_ms))
                if self.state.options.live.is_some() || self.state.has_live_session() =>
            {
                EngineProgress::Waiting {
                    next_ms: end_ms as i64,
                    batch_due: false,
                    is_quiet: false,
                    is_fed: self.state.is_fed(),
                }
            }
            // Where no batch can run there is nothing to see meanwhile.
            Some(Due::Wake(..)) => {
                self.tick();
                EngineProgress::Running
            }
            None => {
                self.vm.break_deadlock();
                EngineProgress::Running
            }
        }
    }

    /// Moves the virtual clock to the next moment something is due: runs that batch, or wakes a
    /// thread of the program.
    pub fn tick(&mut self) {
        if !matches!(self.phase, Phase::Ended(_)) && !self.vm.has_ready_thread() {
            self.waits.step(&mut self.vm, &self.state);
        }
    }

    /// Lets something arrive while the program runs: what is to arrive [now](ArrivalTime::Now) does
    /// at `clock_ms`, the virtual clock as a person sees it, which may be ahead of the program's.
    ///
    /// [now]: brooklet_protocol::ArrivalTime::Now
    pub fn arrive(&mut self, feed: Feed, clock_ms: i64) {
        self.state.arrive(feed, clock_ms);
    }

    /// What happened since the last call, in order.
    pub fn take_events(&mut self) -> Vec<RunEvent> {
        self.state.take_events()
    }

    /// The virtual clock, in milliseconds since 1970.
    pub fn clock_ms(&self) -> i64 {
        self.state.now_ms()
    }

    /// What a stream held at a batch, computed again from its lineage. It never changes what the
    /// program prints. Whoever turns pages of one stream at one batch waits for that, and for the
    /// sorting, only once.
    pub fn inspect(
        &mut self,
        stream: u32,
        batch_time_ms: i64,
        selection: RecordSelection,
    ) -> StreamInspection {
        inspect(
            &mut self.vm,
            &self.state,
            &mut self.inspected,
            (stream, BatchTime(batch_time_ms)),
            selection,
        )
    }

    /// The program's text has ended, or its threads after that: prints what ended it, stops its contexts.
    fn end(&mut self, ended: Result<Value>) {
        let cancelled = matches!(ended, Err(Raise::Cancelled));
        if let Phase::Running = self.phase {
            let (exit_code, failure) = self.outcome(ended);
            self.phase = Phase::Ending(exit_code, failure);
        } else if let (Phase::Ending(0, None), Err(raise)) = (&self.phase, ended) {
            let (exit_code, failure) = self.outcome(Err(raise));
            self.phase = Phase::Ending(exit_code, failure);
        }
        if (cancelled || !self.vm.shut_down())
            && let Phase::Ending(exit_code, failure) = &mut self.phase
        {
            let (exit_code, failure) = (*exit_code, failure.take());
            self.vm.finalize();
            let state = &self.state;
            self.vm.apart(|vm| screen::show_changed(vm, state));
            self.state.stop();
            let gave_up = exit_code != 0 && failure.is_none();
            let advice = match gave_up && self.state.options.arguments.is_empty() {
                true => usage::missing_arguments(&self.state.printed_lately()),
                false => None,
            };
            self.state.push(RunEvent::Ended {
                exit_code,
                failure,
                advice,
            });
            self.phase = Phase::Ended(exit_code);
        }
    }

    /// Exit code and failure of a program whose text ended so; prints the exception.
    fn outcome(&mut self, ended: Result<Value>) -> (i32, Option<Failure>) {
        match ended {
            Ok(_) => (0, None),
            Err(Raise::Exception(exception))
                if exception
                    .class
                    .is_subclass(self.vm.types.exception(ExceptionKind::SystemExit)) =>
            {
                (self.exit_code(&Value::Instance(exception)), None)
            }
            Err(raise) => {
                if let Raise::Exception(exception) = &raise {
                    let text = self.vm.format_exception(exception);
                    self.state.write(Stream::Error, &text);
                }
                let error = brooklet_engine::Error::Raised(raise);
                let failure = failure::report_end(&mut self.vm, &self.state, &error);
                (1, Some(failure))
            }
        }
    }

    /// What `sys.exit(...)` makes the process return; a text is printed.
    fn exit_code(&mut self, exception: &Value) -> i32 {
        let code = match self.vm.find_attribute(exception, "code") {
            Ok(Some(code)) => code,
            _ => Value::None,
        };
        match self.vm.unwrap_builtin(&code) {
            Value::None => 0,
            Value::Bool(code) => i32::from(code),
            Value::Int(code) => (code & 0xff) as i32,
            // As C's `long`, which has no room for it, becomes -1.
            Value::BigInt(_) => 255,
            other => {
                let text = self.vm.str(&other).unwrap_or_default();
                self.state.write(Stream::Error, &format!("{text}\n"));
                1
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.state.close();
    }
}
