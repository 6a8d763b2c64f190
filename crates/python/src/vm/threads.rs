//! The threads of a program: several stacks of frames, of which one runs.
//!
//! A thread that waits gives way to the next one that is ready, in the order in which they became so.
//! One that calculates for long gives way too, after [`TURN_STEPS`] steps. That takes it
//! [`TURN_MS`] of the clock, about what CPython needs for so many steps: what waits for a time comes
//! up while others calculate, and a result never depends on how fast the host is.
//!
//! Example: a thread that is started runs until it waits; whoever started it goes on then.
//!
//! ```python
//! Thread(target=lambda: (print(1), sleep(2), print(4))).start()
//! print(2); sleep(1); print(3)      # 1 2 3 4
//! ```
//!
//! The stack of a thread that waits is data. Only where Rust code waits for Python code that
//! waits, does it stay on Rust's stack; the other threads then run on top of it.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::frame::FrameKind;
use super::replay::Notes;
use super::run::Outcome;
use super::{ExceptionKind, Frame, Raise, Result, Step, Stream, Suspension, Vm};
use crate::value::{Args, Value};

/// How many jumps back and calls a thread makes before it gives way.
const TURN_STEPS: u64 = 1 << 14;
/// How long that takes on the program's clock, in milliseconds.
pub const TURN_MS: f64 = 5.0;
/// How many threads may wait on Rust's stack, one on top of the other.
const STACKED_LIMIT: usize = 8;

/// The number of the thread that runs the program's text.
const MAIN: u64 = 1;
/// The number of what runs beside the program's threads: batches.
const APART: u64 = 2;

/// How often a thread reads the clock without a wait before that counts as waiting.
const CLOCK_READS: u64 = 1000;

const DEADLOCK: &str =
    "deadlock: every thread waits, and nothing is left that could wake one of them";

/// One wait of one thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WaitId(u64);

/// The waits that end when somebody says so, the longest first: those for a lock.
#[derive(Default)]
pub struct WaitQueue(RefCell<VecDeque<WaitId>>);

/// What belongs to the thread that runs, put aside while another one does.
#[derive(Default)]
struct Stack {
    frames: Vec<Box<Frame>>,
    nesting: usize,
    pinned: usize,
    notes: Option<Notes>,
    depth: usize,
    repr_guard: Vec<usize>,
    container_depth: usize,
}

enum State {
    /// It goes on with what its wait gave, if it waited for a value.
    Ready(Option<Result<Value>>),
    Waits(WaitId),
}

struct Suspended {
    number: u64,
    stack: Stack,
    state: State,
    /// Whether it stopped between two instructions, so that its wait gives it nothing.
    between: bool,
    /// Whether Rust code below waits for it: nothing else can make it go on.
    stacked: bool,
}

/// The threads of a program.
pub(super) struct Threads {
    /// The thread whose frames are those of the machine.
    running: Option<u64>,
    /// What its wait gave.
    answer: Option<Result<Value>>,
    /// The steps that are left of its turn.
    steps_left: u64,
    /// How often it read the clock since it last waited.
    clock_reads: u64,
    /// The others; of those that are ready, the first is next.
    others: VecDeque<Suspended>,
    /// How the program's text ended.
    main_ended: Option<Result<Value>>,
    shutting_down: bool,
    last_number: u64,
    last_wait: u64,
}

impl Threads {
    pub(super) fn new() -> Threads {
        Threads {
            running: Some(MAIN),
            answer: None,
            steps_left: TURN_STEPS,
            clock_reads: 0,
            others: VecDeque::new(),
            main_ended: None,
            shutting_down: false,
            last_number: APART,
            last_wait: 0,
        }
    }
}

enum TurnEnd {
    Ended(Result<Value>),
    OutOfSteps,
    Waits,
}

impl Vm {
    /// Runs the program's threads until `steps` jumps back and calls were made, or all of them wait.
    pub fn resume(&mut self, steps: u64) -> Outcome {
        let mut steps = steps;
        loop {
            if let Some(ended) = self.threads.main_ended.take() {
                return Outcome::Ended(ended);
            }
            if self.threads.running.is_none() && !self.switch() {
                return Outcome::Waiting;
            }
            let given = steps.min(self.threads.steps_left);
            let end = self.run_turn(given);
            let used = given - self.fuel.min(given);
            steps -= used;
            self.threads.steps_left -= used;
            match end {
                TurnEnd::Ended(Err(Raise::Cancelled)) => {
                    return Outcome::Ended(Err(Raise::Cancelled));
                }
                TurnEnd::Ended(result) => self.end_thread(result),
                TurnEnd::Waits => {}
                TurnEnd::OutOfSteps => {
                    if self.threads.steps_left == 0 {
                        self.give_way();
                    }
                    if steps == 0 {
                        return Outcome::OutOfFuel;
                    }
                }
            }
        }
    }

    /// Begins what a program does when its text has ended: it waits for its threads. `false` where there is
    /// nothing to do.
    pub fn shut_down(&mut self) -> bool {
        if std::mem::replace(&mut self.threads.shutting_down, true) {
            return false;
        }
        let threading = self.modules.get("threading");
        let Some(shutdown) = threading.and_then(|module| module.globals.get_str("_shutdown"))
        else {
            return false;
        };
        self.threads.running = Some(MAIN);
        self.threads.steps_left = TURN_STEPS;
        matches!(self.begin_thread(shutdown, Args::none()), Ok(Step::Pushed))
    }

    /// Where nothing can end a wait any more: one of the threads is told so, the first one if it waits.
    pub fn break_deadlock(&mut self) {
        let raise = self.deadlock();
        let waits =
            |thread: &&mut Suspended| !thread.stacked && matches!(thread.state, State::Waits(_));
        let others = &mut self.threads.others;
        let told = match others
            .iter_mut()
            .filter(waits)
            .any(|thread| thread.number == MAIN)
        {
            true => others.iter_mut().find(|thread| thread.number == MAIN),
            false => others.iter_mut().find(waits),
        };
        if let Some(thread) = told {
            thread.state = State::Ready(Some(Err(raise)));
            thread.between = false;
        }
    }

    fn deadlock(&mut self) -> Raise {
        self.error(ExceptionKind::RuntimeError, DEADLOCK)
    }

    /// Ends a wait: its thread goes on with the answer when its turn comes. Nothing happens where the wait is over.
    pub fn wake(&mut self, wait: WaitId, answer: Result<Value>) {
        let others = &mut self.threads.others;
        if let Some(at) = others.iter().position(|thread| thread.waits(wait))
            && let Some(mut thread) = others.remove(at)
        {
            thread.state = State::Ready(Some(answer));
            others.push_back(thread);
        }
    }

    /// Whether a thread still waits so.
    pub fn is_waiting(&self, wait: WaitId) -> bool {
        self.threads.others.iter().any(|thread| thread.waits(wait))
    }

    /// Whether a thread could run.
    pub fn has_ready_thread(&self) -> bool {
        self.threads.running.is_some() || self.next_ready().is_some()
    }

    /// Where in the program's text a thread waits.
    pub fn waiting_span(&self, wait: WaitId) -> Option<brooklet_source::Span> {
        let others = &self.threads.others;
        let thread = others.iter().find(|thread| thread.waits(wait))?;
        let frames = &thread.stack.frames;
        frames.iter().rev().find_map(|frame| frame.span())
    }

    /// Ends the longest wait of a queue, if there is one.
    pub fn wake_first(&mut self, queue: &WaitQueue) {
        while let Some(wait) = queue.0.borrow_mut().pop_front() {
            if self.is_waiting(wait) {
                self.wake(wait, Ok(Value::Bool(true)));
                return;
            }
        }
    }

    /// Reads the clock. A thread that does nothing else, to see a time come, lets time pass so.
    ///
    /// # Errors
    /// The suspension that this is.
    pub fn read_clock(&mut self) -> Result<()> {
        self.threads.clock_reads += 1;
        if self.threads.clock_reads < CLOCK_READS {
            return Ok(());
        }
        let ms = self.host.turn_ms();
        Err(Raise::Suspend(Suspension::Sleep { ms }))
    }

    /// The number of the thread that runs.
    pub fn thread_number(&self) -> u64 {
        self.threads.running.unwrap_or(MAIN)
    }

    /// Starts a thread that makes a call. It is the next one to run.
    ///
    /// # Errors
    /// What beginning the call raises.
    pub fn start_thread(&mut self, callable: Value, args: Args) -> Result<u64> {
        self.threads.last_number += 1;
        let number = self.threads.last_number;
        let outer = self.swap_stack(Stack::default());
        let begun = self.begin_thread(callable, args);
        let stack = self.swap_stack(outer);
        if let Step::Pushed = begun? {
            self.threads.others.push_front(Suspended {
                number,
                stack,
                state: State::Ready(None),
                between: true,
                stacked: false,
            });
        }
        Ok(number)
    }

    fn begin_thread(&mut self, callable: Value, args: Args) -> Result<Step> {
        let step = self.begin_call(callable, args)?;
        if let Some(lowest) = self.frames.first_mut() {
            if matches!(lowest.kind, FrameKind::Call) {
                lowest.kind = FrameKind::Entry;
            } else {
                let mut mark = self.spare_frame();
                mark.kind = FrameKind::Entry;
                self.frames.insert(0, mark);
            }
        }
        Ok(step)
    }

    /// Puts the running thread aside, which gave up what it did, until a wait is over.
    pub fn put_aside(&mut self, what: &Suspension) {
        self.begin_wait(what, false, false);
    }

    /// Runs something that is none of the program's threads, with a stack of its own.
    pub fn apart<T>(&mut self, act: impl FnOnce(&mut Vm) -> T) -> T {
        let running = self.threads.running.replace(APART);
        let outer = self.swap_stack(Stack::default());
        let result = act(self);
        self.swap_stack(outer);
        self.threads.running = running;
        result
    }

    /// A wait that Rust code meets, which cannot be left: the other threads run meanwhile, and time passes.
    pub(super) fn wait_inside(&mut self, suspension: &Suspension) -> Result<Value> {
        let stacked = self.threads.others.iter().filter(|thread| thread.stacked);
        if stacked.count() == STACKED_LIMIT {
            let message = "too many threads wait inside functions that cannot be left";
            return Err(self.error(ExceptionKind::RuntimeError, message));
        }
        let number = self.thread_number();
        let (fuel, steps_left) = (self.fuel, self.threads.steps_left);
        let wait = self.begin_wait(suspension, false, true);
        let host = self.host.clone();
        let answer = loop {
            let others = &mut self.threads.others;
            let own = others
                .iter_mut()
                .find(|thread| thread.stacked && thread.number == number);
            if let Some(State::Ready(answer)) = own.map(|own| &mut own.state) {
                break answer.take().unwrap_or(Ok(Value::None));
            }
            if host.cancelled() {
                break Err(Raise::Cancelled);
            }
            if self.switch() {
                match self.run_turn(TURN_STEPS) {
                    TurnEnd::Ended(Err(Raise::Cancelled)) => break Err(Raise::Cancelled),
                    TurnEnd::Ended(result) => self.end_thread(result),
                    TurnEnd::Waits => {}
                    TurnEnd::OutOfSteps => self.give_way(),
                }
            } else if !host.pass_time(self, Some(wait)) {
                break Err(self.deadlock());
            }
        };
        let others = &mut self.threads.others;
        let at = others
            .iter()
            .position(|thread| thread.stacked && thread.number == number);
        if let Some(own) = at.and_then(|at| others.remove(at)) {
            self.swap_stack(own.stack);
        }
        self.threads.running = Some(number);
        (self.fuel, self.threads.steps_left) = (fuel, steps_left);
        answer
    }

    fn next_ready(&self) -> Option<usize> {
        let ready = |thread: &Suspended| !thread.stacked && matches!(thread.state, State::Ready(_));
        self.threads.others.iter().position(ready)
    }

    /// Makes the next thread that is ready the running one.
    fn switch(&mut self) -> bool {
        let at = self.next_ready();
        let Some(thread) = at.and_then(|at| self.threads.others.remove(at)) else {
            return false;
        };
        self.threads.answer = match thread.state {
            State::Ready(answer) if !thread.between => answer,
            _ => None,
        };
        self.threads.running = Some(thread.number);
        self.threads.steps_left = TURN_STEPS;
        self.swap_stack(thread.stack);
        true
    }

    /// Runs the frames of the running thread.
    fn run_turn(&mut self, steps: u64) -> TurnEnd {
        self.fuel = steps;
        let answer = self.threads.answer.take();
        match self.run_loop(0, answer) {
            Err(Raise::Suspend(suspension)) => {
                self.begin_wait(&suspension, false, false);
                TurnEnd::Waits
            }
            Err(Raise::Cancelled) if self.fuel == 0 && !self.host.cancelled() => {
                TurnEnd::OutOfSteps
            }
            other => TurnEnd::Ended(other),
        }
    }

    /// The turn of the running thread is over.
    fn give_way(&mut self) {
        self.threads.steps_left = TURN_STEPS;
        if !self.threads.others.is_empty() || self.host.goes_on() {
            let ms = self.host.turn_ms();
            self.begin_wait(&Suspension::Sleep { ms }, true, false);
        }
    }

    /// Puts the running thread aside until its wait is over.
    fn begin_wait(&mut self, what: &Suspension, between: bool, stacked: bool) -> WaitId {
        self.threads.last_wait += 1;
        self.threads.clock_reads = 0;
        let wait = WaitId(self.threads.last_wait);
        let number = self.thread_number();
        let stack = self.swap_stack(Stack::default());
        self.threads.running = None;
        self.threads.others.push_back(Suspended {
            number,
            stack,
            state: State::Waits(wait),
            between,
            stacked,
        });
        if let Suspension::Queue { queue, .. } = what {
            queue.0.borrow_mut().push_back(wait);
        }
        if !matches!(what, Suspension::Queue { ms: None, .. }) {
            let host = self.host.clone();
            host.begin_wait(self, wait, what);
        }
        wait
    }

    fn end_thread(&mut self, result: Result<Value>) {
        if self.thread_number() == MAIN {
            self.threads.main_ended = Some(result);
        } else if let Err(Raise::Exception(exception)) = result {
            let text = self.format_exception(&exception);
            self.host.write(Stream::Error, &text);
        }
        self.threads.running = None;
    }

    fn swap_stack(&mut self, mut other: Stack) -> Stack {
        use std::mem::swap;
        swap(&mut self.frames, &mut other.frames);
        swap(&mut self.nesting, &mut other.nesting);
        swap(&mut self.pinned, &mut other.pinned);
        swap(&mut self.notes, &mut other.notes);
        swap(&mut self.depth, &mut other.depth);
        swap(&mut self.repr_guard, &mut other.repr_guard);
        swap(&mut self.container_depth, &mut other.container_depth);
        other
    }
}

impl Suspended {
    fn waits(&self, wait: WaitId) -> bool {
        matches!(self.state, State::Waits(own) if own == wait)
    }
}
