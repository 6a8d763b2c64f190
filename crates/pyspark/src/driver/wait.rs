//! What the program waits for, and which batches run meanwhile.
//!
//! Waiting for `d` lets every batch run that falls due within `d`; processing takes no time on the
//! virtual clock.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_python::vm::Suspension;
use brooklet_python::{Raise, Result, Value, Vm};

use super::batch_run::run_batch;
use super::session::Session;
use super::state::DriverState;
use crate::advice;
use crate::streaming::{finish_stop, receive, tell_starvation, termination};

/// What a streaming context asks the driver to wait for.
pub(crate) enum StreamingSuspension {
    /// `awaitTermination` and `awaitTerminationOrTimeout`: until the context stops, an error is
    /// reported, or the time is up.
    Termination {
        /// The context.
        session: Rc<Session>,
        /// Milliseconds; `None`: no limit of its own.
        timeout_ms: Option<i64>,
        /// Whether the answer is `True` or `False`.
        tells: bool,
    },
    /// `start()` of a context made from a checkpoint: the batches that run at once.
    Replay {
        /// The context.
        session: Rc<Session>,
        /// The batches.
        times: RefCell<VecDeque<BatchTime>>,
    },
    /// `stop(stopGraceFully=True)`: two batches more.
    GracefulStop {
        /// The context.
        session: Rc<Session>,
        /// Whether the `SparkContext` is stopped as well.
        stop_spark: bool,
    },
}

/// A wait in progress.
pub(super) struct Wait {
    session: Rc<Session>,
    /// When the program wakes, on the context's clock; `None`: not by time.
    until_ms: Option<i64>,
    purpose: Purpose,
}

enum Purpose {
    Sleep,
    Termination {
        tells: bool,
    },
    GracefulStop {
        stop_spark: bool,
    },
    Replay {
        times: RefCell<VecDeque<BatchTime>>,
    },
    /// A job of the program's own waits for a core.
    Core,
}

/// What happens next in a wait.
pub(super) enum Due {
    Batch(BatchTime),
    Wake(i64),
}

impl Due {
    /// When it happens.
    pub(super) fn millis(&self) -> i64 {
        match self {
            Due::Batch(time) => time.millis(),
            Due::Wake(ms) => *ms,
        }
    }
}

impl Wait {
    /// Begins to wait; `None` when there is nothing to wait on.
    pub(super) fn begin(state: &DriverState, suspension: &Suspension) -> Option<Wait> {
        match suspension {
            Suspension::Sleep { ms } => {
                let ms = ms.round_ties_even() as i64;
                let Some(session) = state.latest_session() else {
                    state.sleep_live(ms);
                    return None;
                };
                Some(Wait {
                    until_ms: Some(state.present_ms(&session) + ms),
                    session,
                    purpose: Purpose::Sleep,
                })
            }
            Suspension::Host(suspension) => {
                match suspension.downcast_ref::<StreamingSuspension>()? {
                    StreamingSuspension::Termination {
                        session,
                        timeout_ms,
                        tells,
                    } => Some(Wait {
                        session: session.clone(),
                        until_ms: timeout_ms
                            .or(state.options.await_limit_ms)
                            .map(|ms| state.present_ms(session) + ms),
                        purpose: Purpose::Termination { tells: *tells },
                    }),
                    StreamingSuspension::Replay { session, times } => Some(Wait {
                        session: session.clone(),
                        until_ms: None,
                        purpose: Purpose::Replay {
                            times: RefCell::new(times.take()),
                        },
                    }),
                    StreamingSuspension::GracefulStop {
                        session,
                        stop_spark,
                    } => Some(Wait {
                        session: session.clone(),
                        until_ms: match session.is_active() {
                            true => Some(state.present_ms(session) + 2 * session.engine.batch_ms()),
                            false => Some(session.engine.clock_ms()),
                        },
                        purpose: Purpose::GracefulStop {
                            stop_spark: *stop_spark,
                        },
                    }),
                }
            }
        }
    }

    /// The wait of a program whose own job waits for a core: for ever, or as long as
    /// `awaitTermination()` may.
    pub(super) fn for_core(state: &DriverState) -> Option<Wait> {
        let session = state.active_session()?;
        let spark = session.engine.spark();
        if !spark.is_starved() {
            return None;
        }
        tell_starvation(state, &session);
        let limit_ms = state.options.await_limit_ms;
        Some(Wait {
            until_ms: limit_ms.map(|ms| session.engine.clock_ms() + ms),
            session,
            purpose: Purpose::Core,
        })
    }

    /// What happens next.
    pub(super) fn due(&self) -> Due {
        let now = self.session.engine.clock_ms();
        if !self.session.is_active() {
            let until = self.until_ms.unwrap_or(now);
            return Due::Wake(if self.session.is_over() { now } else { until });
        }
        if let Purpose::Replay { times } = &self.purpose {
            return match times.borrow().front() {
                Some(time) => Due::Batch(*time),
                None => Due::Wake(now),
            };
        }
        if let Some(stalled) = self.session.engine.stalled_batch() {
            return Due::Batch(stalled);
        }
        let next = self.session.engine.next_batch();
        match self.until_ms {
            Some(until) if next.millis() > until => Due::Wake(until),
            _ => Due::Batch(next),
        }
    }

    /// Lets the next thing happen; the answer if the wait is over.
    pub(super) fn step(&self, vm: &mut Vm, state: &Rc<DriverState>) -> Option<Result<Value>> {
        let engine = &self.session.engine;
        match self.due() {
            Due::Wake(now_ms) => {
                engine.set_clock_ms(now_ms.max(engine.clock_ms()));
                state.publish_clock();
                self.look_around(vm, state);
                Some(self.answer(vm, state, false))
            }
            Due::Batch(time) => {
                match &self.purpose {
                    Purpose::Replay { times } => drop(times.borrow_mut().pop_front()),
                    _ => engine.set_clock_ms(time.millis().max(engine.clock_ms())),
                }
                state.publish_clock();
                self.look_around(vm, state);
                run_batch(vm, state, &self.session, time);
                let failed = self.session.failure().is_some();
                if failed && matches!(self.purpose, Purpose::Sleep) {
                    advice::FAILURE_UNNOTICED.give_in(state, vm.current_span());
                }
                match &self.purpose {
                    Purpose::Termination { .. } if failed => Some(self.answer(vm, state, true)),
                    _ => None,
                }
            }
        }
    }

    /// Takes in what the world has sent until now.
    fn look_around(&self, vm: &mut Vm, state: &DriverState) {
        state.let_files_appear(self.session.engine.clock_ms());
        receive(vm, state, &self.session);
    }

    /// Whether nothing but batches without input comes until something arrives, and nothing ends the
    /// wait before.
    pub(super) fn is_quiet(&self, state: &DriverState) -> bool {
        let is_endless = self.until_ms.is_none()
            && matches!(self.purpose, Purpose::Termination { .. } | Purpose::Core)
            && self.session.is_active();
        let is_starved = || self.session.engine.spark().is_starved();
        is_endless && (is_starved() || self.session.is_quiet(&state.feeds))
    }

    fn answer(&self, vm: &mut Vm, state: &Rc<DriverState>, failed: bool) -> Result<Value> {
        match &self.purpose {
            Purpose::Sleep | Purpose::Replay { .. } => Ok(Value::None),
            Purpose::Core => Err(Raise::Cancelled),
            Purpose::Termination { tells } => termination(vm, &self.session, *tells, failed),
            Purpose::GracefulStop { stop_spark } => {
                finish_stop(vm, state, &self.session, *stop_spark)
            }
        }
    }
}
