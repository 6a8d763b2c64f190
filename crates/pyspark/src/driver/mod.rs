//! The driver: runs a program on a virtual clock, slice by slice.

mod batch_jobs;
mod batch_queue;
mod batch_run;
mod driver_function;
mod failure;
mod feeds;
mod host;
mod inspected;
mod inspection;
mod kept_batches;
mod live_world;
mod options;
mod record_sort;
mod session;
mod spark_log;
mod state;
mod state_changes;
mod wait;
mod window_inspection;
mod worker_host;

use std::rc::Rc;

use brooklet_engine::dstream::{BatchTime, START_MS};
use brooklet_protocol::{
    Diagnostic, EngineProgress, Feed, Place, RecordSelection, RunEvent, Severity, StreamInspection,
};
use brooklet_python::vm::{ExceptionKind, Outcome, Stream};
use brooklet_python::{Raise, Result, Value, Vm};
use brooklet_python_compiler::compiler;
use brooklet_source::{LineIndex, Span};

pub(crate) use driver_function::DriverFunction;
use inspected::Inspected;
use inspection::inspect;
pub use live_world::LiveWorld;
pub use options::{DriverOptions, TimeFormat};
pub(crate) use session::{Reported, Session};
pub(crate) use spark_log::LogLevel;
pub(crate) use state::DriverState;
pub(crate) use wait::StreamingSuspension;
use wait::{Due, Wait};

use crate::modules::LIBRARY;

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
    phase: Phase,
    inspected: Option<Inspected>,
}

enum Phase {
    /// The program goes on with an answer.
    Ready(Result<Value>),
    Waiting(Wait),
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
        let state = DriverState::new(options, code.source.clone(), code.file.clone());
        let mut vm = Vm::with_library(Rc::new(host::DriverHost::new(state.clone())), &LIBRARY);
        state.install(&mut vm);
        vm.start(&code);
        Ok(Driver {
            vm,
            state,
            phase: Phase::Ready(Ok(Value::None)),
            inspected: None,
        })
    }

    /// Runs the program until it waits, ends, or made `fuel` calls and jumps back.
    pub fn poll(&mut self, fuel: u64) -> EngineProgress {
        if matches!(self.phase, Phase::Ready(_)) {
            let ready = std::mem::replace(&mut self.phase, Phase::Ended(0));
            let Phase::Ready(answer) = ready else {
                unreachable!("it was matched just before");
            };
            let outcome = self.vm.resume(fuel, answer);
            self.phase = match outcome {
                Outcome::OutOfFuel => Phase::Ready(Ok(Value::None)),
                Outcome::Suspended(suspension) => match Wait::begin(&self.state, &suspension) {
                    Some(wait) => Phase::Waiting(wait),
                    None => Phase::Ready(Ok(Value::None)),
                },
                Outcome::Ended(Err(Raise::Cancelled))
                    if let Some(wait) = Wait::for_core(&self.state) =>
                {
                    Phase::Waiting(wait)
                }
                Outcome::Ended(ended) => Phase::Ended(self.end(ended)),
            };
        }
        match &self.phase {
            Phase::Ready(_) => EngineProgress::Running,
            Phase::Waiting(wait) => match wait.due() {
                Due::Batch(time) => EngineProgress::Waiting {
                    next_ms: time.millis(),
                    batch_due: true,
                    is_quiet: wait.is_quiet(&self.state),
                },
                Due::Wake(next_ms) => EngineProgress::Waiting {
                    next_ms,
                    batch_due: false,
                    is_quiet: false,
                },
            },
            Phase::Ended(exit_code) => EngineProgress::Ended {
                exit_code: *exit_code,
            },
        }
    }

    /// Moves the virtual clock to the next moment something is due: runs that batch, or wakes the
    /// program.
    pub fn tick(&mut self) {
        if let Phase::Waiting(wait) = &self.phase
            && let Some(answer) = wait.step(&mut self.vm, &self.state)
        {
            self.phase = Phase::Ready(answer);
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

    /// Ends the program: prints what ended it, stops its contexts.
    fn end(&mut self, ended: Result<Value>) -> i32 {
        let (exit_code, failure) = match ended {
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
                (
                    1,
                    Some(failure::report_end(&mut self.vm, &self.state, &error)),
                )
            }
        };
        self.vm.finalize();
        self.state.stop();
        self.state.push(RunEvent::Ended { exit_code, failure });
        exit_code
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

/// A range of the program's text as the page counts it.
pub(crate) fn place(lines: &LineIndex, span: Span) -> Place {
    let (line, column) = lines.position(span.start);
    let (end_line, end_column) = lines.position(span.end);
    Place {
        line,
        column,
        end_line,
        end_column,
    }
}

/// The moment at which the virtual clock begins.
pub const BEGINNING_MS: i64 = START_MS;
