//! What the program's threads wait for, and which batches run meanwhile.
//!
//! Waiting for `d` lets every batch run that falls due within `d`; processing takes no time on the
//! virtual clock.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;
use brooklet_python::vm::{Suspension, WaitId};
use brooklet_python::{Raise, Result, Value, Vm};

use super::batch_run::run_batch;
use crate::advice;
use crate::state::{DriverState, Session, StreamingSuspension};
use crate::streaming::{finish_stop, receive, start_failed, tell_starvation, termination};

/// The waits of the program's threads, in the order in which they began.
#[derive(Default)]
pub(crate) struct Waits(RefCell<Vec<(WaitId, Rc<Wait>)>>);

/// A wait in progress.
struct Wait {
    /// When it is over, on the virtual clock; `None`: not by time.
    until_ms: Option<f64>,
    purpose: Purpose,
}

enum Purpose {
    Sleep,
    Termination {
        session: Rc<Session>,
        tells: bool,
    },
    GracefulStop {
        session: Rc<Session>,
        stop_spark: bool,
    },
    Replay {
        session: Rc<Session>,
        times: RefCell<VecDeque<BatchTime>>,
    },
    Core {
        session: Rc<Session>,
    },
}

/// What happens next.
pub(super) enum Due {
    Batch(Rc<Session>, BatchTime),
    /// A wait is over, at a time.
    Wake(WaitId, f64),
}

impl Due {
    /// When it happens.
    fn millis(&self) -> i64 {
        match self {
            Due::Batch(_, time) => time.millis(),
            Due::Wake(_, end) => *end as i64,
        }
    }
}

impl Waits {
    /// Begins a wait of a thread.
    pub(super) fn begin(&self, vm: &mut Vm, state: &DriverState, id: WaitId, what: &Suspension) {
        match Wait::new(state, what) {
            Some(wait) => self.0.borrow_mut().push((id, Rc::new(wait))),
            None => vm.wake(id, Ok(Value::None)),
        }
    }

    /// What happens next; `None` where nothing will.
    pub(super) fn due(&self, vm: &Vm, state: &DriverState) -> Option<Due> {
        let mut waits = self.0.borrow_mut();
        waits.retain(|(id, _)| vm.is_waiting(*id));
        let replayed = waits.iter().find_map(|(_, wait)| wait.replayed());
        if let Some((session, time)) = replayed {
            return Some(Due::Batch(session, time));
        }
        let now = state.reached_ms();
        let ends = waits
            .iter()
            .filter_map(|(id, wait)| Some((*id, wait.end(now)?)));
        // Of those that end at the same time, the first to begin.
        let first = ends.reduce(|first, next| if next.1 < first.1 { next } else { first });
        let active = state.active_session();
        if let Some(session) = &active
            && let Some(stalled) = session.engine.stalled_batch()
        {
            return Some(Due::Batch(session.clone(), stalled));
        }
        let batch = active.map(|session| (session.engine.next_batch(), session));
        match (first, batch) {
            (Some((id, end)), Some((time, _))) if time.millis() as f64 > end => {
                Some(Due::Wake(id, end))
            }
            (_, Some((time, session))) => Some(Due::Batch(session, time)),
            (Some((id, end)), None) => Some(Due::Wake(id, end)),
            (None, None) => None,
        }
    }

    /// Whether nothing but batches without input comes until something arrives, and nothing ends a
    /// wait before.
    pub(super) fn are_quiet(&self, state: &DriverState) -> bool {
        let Some(session) = state.active_session() else {
            return false;
        };
        let waits = self.0.borrow();
        let are_endless = waits.iter().all(|(_, wait)| {
            let is_endless = matches!(
                wait.purpose,
                Purpose::Termination { .. } | Purpose::Core { .. }
            );
            wait.until_ms.is_none() && is_endless
        });
        are_endless && (session.engine.spark().is_starved() || session.is_quiet(&state.feeds))
    }

    /// Lets the next thing happen; `false` where nothing will.
    pub(super) fn step(&self, vm: &mut Vm, state: &Rc<DriverState>) -> bool {
        match self.due(vm, state) {
            Some(Due::Wake(id, end)) => {
                state.move_to(end);
                look_around(vm, state);
                let answer = self.take(id).map(|wait| wait.answer(vm, state, false));
                vm.wake(id, answer.unwrap_or(Ok(Value::None)));
            }
            Some(Due::Batch(session, time)) => self.run_batch(vm, state, &session, time),
            None => return false,
        }
        true
    }

    /// As [`Waits::step`], but waits for it by the system's clock if the program runs by that.
    pub(super) fn wait_and_step(&self, vm: &mut Vm, state: &Rc<DriverState>) -> bool {
        if let (Some(live), Some(due)) = (&state.options.live, self.due(vm, state)) {
            (live.sleep_until)(due.millis());
        }
        self.step(vm, state)
    }

    /// Within a batch, which takes no time on the virtual clock, code waits that cannot be left: the clock
    /// that this code sees moves on, to the end of its wait or else of the next one.
    pub(super) fn step_in_batch(&self, vm: &mut Vm, state: &DriverState, inner: WaitId) -> bool {
        let ends = |id: &WaitId, wait: &Wait| match wait.purpose {
            Purpose::Sleep => wait.until_ms,
            _ if *id == inner => Some(0.0),
            _ => None,
        };
        let first = {
            let mut waits = self.0.borrow_mut();
            waits.retain(|(id, _)| vm.is_waiting(*id));
            let own = waits.iter().find(|(id, _)| *id == inner);
            match own.and_then(|(id, wait)| Some((*id, ends(id, wait)?))) {
                Some(own) => Some(own),
                None => waits
                    .iter()
                    .filter_map(|(id, wait)| Some((*id, ends(id, wait)?)))
                    .reduce(|first, next| if next.1 < first.1 { next } else { first }),
            }
        };
        let Some((id, end)) = first else {
            return false;
        };
        self.take(id);
        state.move_in_batch(end);
        vm.wake(id, Ok(Value::None));
        true
    }

    fn run_batch(
        &self,
        vm: &mut Vm,
        state: &Rc<DriverState>,
        session: &Rc<Session>,
        time: BatchTime,
    ) {
        let waits = self.0.borrow().clone();
        let replayed = waits.iter().find_map(|(_, wait)| wait.take_replayed());
        if replayed.is_none() {
            state.move_to(time.millis() as f64);
        }
        look_around(vm, state);
        vm.apart(|vm| run_batch(vm, state, session, time, replayed.is_some()));
        state.leave_batch();
        if session.failure().is_none() {
            return;
        }
        let mut told = false;
        for (id, wait) in &waits {
            if let Purpose::Termination { session: of, .. } = &wait.purpose
                && Rc::ptr_eq(of, session)
            {
                told = true;
                self.take(*id);
                let answer = wait.answer(vm, state, true);
                vm.wake(*id, answer);
            }
        }
        if let (false, Some((id, _))) = (told, waits.first()) {
            advice::FAILURE_UNNOTICED.give_in(state, vm.waiting_span(*id));
        }
    }

    fn take(&self, id: WaitId) -> Option<Rc<Wait>> {
        let mut waits = self.0.borrow_mut();
        let at = waits.iter().position(|(other, _)| *other == id)?;
        Some(waits.remove(at).1)
    }
}

/// Takes in what the world has sent until now.
fn look_around(vm: &mut Vm, state: &DriverState) {
    state.let_files_appear(state.now_ms());
    if let Some(session) = state.active_session() {
        vm.apart(|vm| receive(vm, state, &session));
    }
}

/// What a thread whose own job waits for a core waits for, if that is so.
pub(super) fn for_core(state: &DriverState) -> Option<Suspension> {
    let session = state.active_session()?;
    if !session.engine.spark().is_starved() {
        return None;
    }
    tell_starvation(state, &session);
    Some(Suspension::Host(Rc::new(StreamingSuspension::Core {
        session,
    })))
}

impl Wait {
    /// A wait that begins now; `None` where it is over at once.
    fn new(state: &DriverState, what: &Suspension) -> Option<Wait> {
        let now = state.seen_ms();
        let Suspension::Host(suspension) = what else {
            return Some(Wait {
                // To the microsecond: a sum of many sleeps is what it would be by hand.
                until_ms: what.ms().map(|ms| ((now + ms) * 1e3).round() / 1e3),
                purpose: Purpose::Sleep,
            });
        };
        Some(match suspension.downcast_ref::<StreamingSuspension>()? {
            StreamingSuspension::Termination {
                session,
                timeout_ms,
                tells,
            } => Wait {
                until_ms: timeout_ms
                    .or(state.options.await_limit_ms)
                    .map(|ms| now + ms as f64),
                purpose: Purpose::Termination {
                    session: session.clone(),
                    tells: *tells,
                },
            },
            StreamingSuspension::Core { session } => Wait {
                until_ms: state.options.await_limit_ms.map(|ms| now + ms as f64),
                purpose: Purpose::Core {
                    session: session.clone(),
                },
            },
            StreamingSuspension::Replay { session, times } => Wait {
                until_ms: None,
                purpose: Purpose::Replay {
                    session: session.clone(),
                    times: RefCell::new(times.take()),
                },
            },
            StreamingSuspension::GracefulStop {
                session,
                stop_spark,
            } => Wait {
                until_ms: Some(now + (2 * session.engine.batch_ms()) as f64),
                purpose: Purpose::GracefulStop {
                    session: session.clone(),
                    stop_spark: *stop_spark,
                },
            },
        })
    }

    /// When it is over, as far as that is known now.
    fn end(&self, now: f64) -> Option<f64> {
        match &self.purpose {
            Purpose::Sleep => self.until_ms,
            Purpose::Replay { .. } => Some(now),
            Purpose::Termination { session, .. }
            | Purpose::GracefulStop { session, .. }
            | Purpose::Core { session } => match session.is_active() {
                true => self.until_ms,
                false if session.is_over() => Some(now),
                false => Some(self.until_ms.unwrap_or(now)),
            },
        }
    }

    /// The next batch that it replays.
    fn replayed(&self) -> Option<(Rc<Session>, BatchTime)> {
        match &self.purpose {
            Purpose::Replay { session, times } if session.is_active() => {
                let time = *times.borrow().front()?;
                Some((session.clone(), time))
            }
            _ => None,
        }
    }

    fn take_replayed(&self) -> Option<BatchTime> {
        match &self.purpose {
            Purpose::Replay { times, .. } => times.borrow_mut().pop_front(),
            _ => None,
        }
    }

    fn answer(&self, vm: &mut Vm, state: &Rc<DriverState>, failed: bool) -> Result<Value> {
        match &self.purpose {
            Purpose::Sleep => Ok(Value::None),
            Purpose::Replay { session, .. } => match session.take_start_failure() {
                Some(error) => Err(start_failed(vm, error)),
                None => Ok(Value::None),
            },
            Purpose::Core { .. } => Err(Raise::Cancelled),
            Purpose::Termination { session, tells } => termination(vm, session, *tells, failed),
            Purpose::GracefulStop {
                session,
                stop_spark,
            } => vm.apart(|vm| finish_stop(vm, state, session, *stop_spark)),
        }
    }
}
