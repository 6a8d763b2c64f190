//! What a driver's parts share: files, clock, contexts, events.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::dstream::BatchTime;
use brooklet_engine::feeds::{Broker, Feeds, Network};
use brooklet_engine::files::make_folders;
use brooklet_engine::{BlockStore, PythonErrors, Worker};
use brooklet_protocol::{Feed, FeedAddress, Learned, RecordPage, RunEvent, TextStream};
use brooklet_python::Vm;
use brooklet_python::vm::Stream;
use brooklet_source::{LineIndex, Span};

use super::feeds::add_feed;
use super::session::Session;
use super::spark_log::LogLevel;
use super::worker_host::{WorkerSide, make_machine};
use super::{BEGINNING_MS, DriverOptions, TimeFormat};
use crate::advice::Advice;
use crate::batch_text::with_batch_numbers;

/// What a driver's parts share.
pub(crate) struct DriverState {
    pub(crate) options: DriverOptions,
    /// What the world sends to the program.
    pub(crate) feeds: Rc<Feeds>,
    /// When the clock began, in milliseconds since 1970.
    pub(crate) beginning_ms: i64,
    /// The least grave lines that Spark's log shows.
    pub(crate) log_level: Cell<LogLevel>,
    /// Whether it was said that no core is left.
    pub(crate) has_told_starvation: Cell<bool>,
    /// Makes the machines of tasks.
    pub(crate) worker: Arc<Worker>,
    /// The blocks of its RDDs and shuffles.
    pub(crate) store: Arc<BlockStore>,
    pub(crate) worker_side: Arc<WorkerSide>,
    /// The program's text and the name of its file.
    pub(crate) source: Arc<LineIndex>,
    pub(crate) file_name: Arc<str>,
    /// The streaming contexts that were made, in order.
    sessions: RefCell<Vec<Rc<Session>>>,
    /// The whole milliseconds of the virtual clock, as long as there is no streaming context.
    idle_ms: Cell<i64>,
    /// What it is past its last whole millisecond.
    fraction_ms: Cell<f64>,
    /// How far it is ahead for the code of a batch that waits.
    ahead_ms: Cell<f64>,
    /// Zero time and interval of the first context that started: batches are numbered by them.
    first_batches: Cell<Option<(i64, i64)>>,
    events: RefCell<Vec<RunEvent>>,
    /// The batch in progress and its output in progress.
    pub(crate) batch: Cell<Option<BatchTime>>,
    pub(crate) output: Cell<Option<u32>>,
    /// What the output in progress printed.
    pub(crate) output_text: RefCell<String>,
    /// What the output in progress took.
    pub(crate) output_records: RefCell<Option<RecordPage>>,
    /// What the model that the output in progress trains knows now.
    pub(crate) output_learned: RefCell<Option<Learned>>,
    /// What advice was given about which places.
    given_advice: RefCell<Vec<(&'static Advice, Option<Span>)>>,
}

/// The state in its machine; workers' machines have none.
struct Installed(Option<Rc<DriverState>>);

impl DriverState {
    pub(crate) fn new(
        mut options: DriverOptions,
        source: Arc<LineIndex>,
        file_name: Arc<str>,
        errors: PythonErrors,
    ) -> Rc<DriverState> {
        let worker_side = Arc::new(WorkerSide::new(&options));
        let side = worker_side.clone();
        let feeds = Feeds::default();
        let live = options.live.as_ref();
        let beginning_ms = live.map_or(BEGINNING_MS, |live| (live.clock_ms)());
        for feed in std::mem::take(&mut options.feeds) {
            add_feed(&feeds, feed, beginning_ms, beginning_ms);
        }
        for folder in feeds.folder_paths() {
            make_folders(&*options.files, &folder, beginning_ms);
        }
        Rc::new(DriverState {
            options,
            feeds: Rc::new(feeds),
            beginning_ms,
            log_level: Cell::new(LogLevel::Warn),
            has_told_starvation: Cell::new(false),
            worker: Worker::new(errors, move |effects| make_machine(&side, effects)),
            store: BlockStore::new(),
            worker_side,
            source,
            file_name,
            sessions: RefCell::default(),
            idle_ms: Cell::new(beginning_ms),
            fraction_ms: Cell::new(0.0),
            ahead_ms: Cell::new(0.0),
            first_batches: Cell::new(None),
            events: RefCell::default(),
            batch: Cell::new(None),
            output: Cell::new(None),
            output_text: RefCell::default(),
            output_records: RefCell::default(),
            output_learned: RefCell::default(),
            given_advice: RefCell::default(),
        })
    }

    pub(crate) fn install(self: &Rc<DriverState>, vm: &mut Vm) {
        let state = self.clone();
        vm.extension(move || Installed(Some(state)));
    }

    /// The state of a machine's driver; `None` in a task.
    pub(crate) fn of(vm: &mut Vm) -> Option<Rc<DriverState>> {
        vm.extension(|| Installed(None)).0.clone()
    }

    /// The context that was made last: the one that `time.sleep` waits on.
    pub(crate) fn latest_session(&self) -> Option<Rc<Session>> {
        self.sessions.borrow().last().cloned()
    }

    /// Adds a streaming context, whose clock goes on from the one before.
    pub(crate) fn add_session(&self, session: &Rc<Session>) {
        session.engine.set_clock_ms(self.now_ms());
        self.sessions.borrow_mut().push(session.clone());
        self.publish_clock();
    }

    /// The newest context that is over and has written checkpoints of its graph into a folder.
    pub(crate) fn checkpointed_session(&self, folder: &str) -> Option<Rc<Session>> {
        let sessions = self.sessions.borrow();
        let mut newest_first = sessions.iter().rev();
        let found = newest_first
            .find(|session| session.engine.checkpointed_into().as_deref() == Some(folder));
        found.filter(|session| session.is_over()).cloned()
    }

    /// The context that runs batches.
    pub(crate) fn active_session(&self) -> Option<Rc<Session>> {
        let sessions = self.sessions.borrow();
        sessions.iter().find(|session| session.is_active()).cloned()
    }

    /// Notes that a context has started: its first batches are numbered if they are the first.
    pub(crate) fn note_start(&self, zero: BatchTime, batch_ms: i64) {
        if self.first_batches.get().is_none() {
            self.first_batches.set(Some((zero.millis(), batch_ms)));
        }
    }

    /// The system's clock, if the program runs by it.
    pub(crate) fn live_ms(&self) -> Option<i64> {
        let live = self.options.live.as_ref();
        live.map(|live| (live.clock_ms)())
    }

    /// Lets a context's clock follow the system's, if the program runs by that, as far as no batch is
    /// passed over.
    pub(crate) fn catch_up(&self, session: &Session) {
        if let Some(now_ms) = self.live_ms() {
            let engine = &session.engine;
            let latest_ms = match session.is_active() {
                true => engine.next_batch().millis() - 1,
                false => now_ms,
            };
            engine.set_clock_ms(now_ms.min(latest_ms).max(engine.clock_ms()));
        }
    }

    /// What receivers open connections to an address on.
    pub(crate) fn network(&self, host: &str, port: i64) -> Rc<dyn Network> {
        match &self.options.live {
            Some(live) if self.feeds.socket(host, port).is_none() => live.network.clone(),
            _ => Rc::new(self.feeds.clone()),
        }
    }

    /// What topics are read from, where a program names these brokers: feeds if they have all of them.
    /// `None` if nobody knows a broker.
    pub(crate) fn broker_of(
        &self,
        topics: &[String],
        brokers: &[String],
    ) -> Option<Rc<dyn Broker>> {
        let is_feed = |name: &String| self.feeds.topic_feed(name).is_some();
        match &self.options.live {
            Some(live) if !topics.iter().all(is_feed) => (live.broker)(brokers),
            _ => Some(Rc::new(self.feeds.clone())),
        }
    }

    /// The clock, in whole milliseconds: the virtual one, unless the program runs by the system's.
    pub(crate) fn now_ms(&self) -> i64 {
        self.live_ms().unwrap_or_else(|| self.virtual_ms())
    }

    fn virtual_ms(&self) -> i64 {
        let latest = self.latest_session();
        latest.map_or(self.idle_ms.get(), |session| session.engine.clock_ms())
    }

    /// How far the virtual clock is. The system's, by which a program may run, may be further.
    pub(crate) fn reached_ms(&self) -> f64 {
        self.virtual_ms() as f64 + self.fraction_ms.get()
    }

    /// The clock as the program sees it.
    pub(crate) fn seen_ms(&self) -> f64 {
        let seen = || self.reached_ms() + self.ahead_ms.get();
        self.live_ms().map_or_else(seen, |ms| ms as f64)
    }

    /// Moves the virtual clock on to a time.
    pub(crate) fn move_to(&self, to_ms: f64) {
        let to_ms = to_ms.max(self.reached_ms());
        let whole = to_ms.floor() as i64;
        self.fraction_ms.set(to_ms - whole as f64);
        self.idle_ms.set(whole);
        let sessions = self.sessions.borrow();
        let latest = sessions.last().into_iter();
        let live = sessions.iter().filter(|session| !session.is_over());
        for session in latest.chain(live) {
            session.engine.set_clock_ms(whole);
        }
        drop(sessions);
        self.publish_clock();
    }

    /// Moves the clock that the code of a batch sees on to a time; the batch takes no time nevertheless,
    /// but by the system's clock.
    pub(crate) fn move_in_batch(&self, to_ms: f64) {
        match &self.options.live {
            Some(live) => (live.sleep_until)(to_ms as i64),
            None => {
                let further = (to_ms - self.seen_ms()).max(0.0);
                self.ahead_ms.set(self.ahead_ms.get() + further);
            }
        }
        self.publish_clock();
    }

    /// The code of a batch has ended.
    pub(crate) fn leave_batch(&self) {
        self.ahead_ms.set(0.0);
        self.publish_clock();
    }

    /// Whether there is a context that may run batches now or later.
    pub(crate) fn has_live_session(&self) -> bool {
        let sessions = self.sessions.borrow();
        sessions.iter().any(|session| !session.is_over())
    }

    /// Lets tasks see the clock.
    pub(crate) fn publish_clock(&self) {
        self.worker_side.set_clock_ms(self.seen_ms() as i64);
    }

    /// Lets something arrive, at `clock_ms` where it says no time.
    pub(crate) fn arrive(&self, feed: Feed, clock_ms: i64) {
        // A topic's records belong to the batch of their own moment, which may have run already.
        let later = i64::from(matches!(feed, Feed::Topic { .. }));
        let now_ms = clock_ms.max(self.now_ms()) + later;
        let feed = add_feed(&self.feeds, feed, self.beginning_ms, now_ms);
        if let FeedAddress::Folder { path } = &feed {
            make_folders(&*self.options.files, path, now_ms);
        }
        self.push(RunEvent::Arrived {
            feed,
            ms: now_ms - self.beginning_ms,
        });
    }

    /// Whether feeds hold something that has not arrived yet.
    pub(crate) fn is_fed(&self) -> bool {
        let session = self.active_session();
        session.is_some_and(|session| session.has_input_ahead(&self.feeds))
    }

    /// Lets the files appear that have arrived until a moment.
    pub(crate) fn let_files_appear(&self, until_ms: i64) {
        for (path, content, at_ms) in self.feeds.take_files(until_ms) {
            // A file that cannot be written does not appear.
            let _ = self.options.files.write(&path, &content, at_ms);
        }
    }

    /// Notes that advice is given about a place; whether it was not given before.
    pub(crate) fn note_advice(&self, advice: &'static Advice, about: Option<Span>) -> bool {
        let mut given = self.given_advice.borrow_mut();
        let is_new = !given
            .iter()
            .any(|(other, place)| std::ptr::eq(*other, advice) && *place == about);
        if is_new {
            given.push((advice, about));
        }
        is_new
    }

    pub(crate) fn push(&self, event: RunEvent) {
        self.events.borrow_mut().push(event);
    }

    pub(crate) fn take_events(&self) -> Vec<RunEvent> {
        self.events.take()
    }

    /// Takes text that the program prints.
    pub(crate) fn write(&self, stream: Stream, text: &str) {
        match stream {
            Stream::Error => self.push_text(TextStream::Stderr, text),
            Stream::Out => {
                let numbered = match (self.options.time_format, self.first_batches.get()) {
                    (TimeFormat::Batch, Some((zero, interval))) => {
                        with_batch_numbers(text, zero, interval)
                    }
                    _ => text.to_owned(),
                };
                if self.output.get().is_some() {
                    self.output_text.borrow_mut().push_str(&numbered);
                }
                self.push_text(TextStream::Stdout, &numbered);
            }
        }
    }

    /// What the program itself printed since the page last took its events.
    pub(crate) fn printed_lately(&self) -> String {
        let events = self.events.borrow();
        let texts = events.iter().filter_map(|event| match event {
            RunEvent::Text {
                text, output: None, ..
            } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    fn push_text(&self, to: TextStream, more: &str) {
        let (time, by) = (self.batch.get().map(BatchTime::millis), self.output.get());
        let mut events = self.events.borrow_mut();
        if let Some(RunEvent::Text {
            stream,
            text,
            batch_time_ms,
            output,
        }) = events.last_mut()
            && (*stream, *batch_time_ms, *output) == (to, time, by)
        {
            text.push_str(more);
            return;
        }
        events.push(RunEvent::Text {
            stream: to,
            text: more.to_owned(),
            batch_time_ms: time,
            output: by,
        });
    }

    /// The context that ran the batch of a time.
    pub(crate) fn session_at(&self, time: BatchTime) -> Option<Rc<Session>> {
        let sessions = self.sessions.borrow();
        let ran = |session: &&Rc<Session>| {
            let engine = &session.engine;
            engine.zero_time().is_some_and(|zero| zero < time) && time.millis() <= engine.clock_ms()
        };
        sessions.iter().rev().find(ran).cloned()
    }

    /// Stops the contexts that the program left running.
    pub(crate) fn stop(&self) {
        for session in &*self.sessions.borrow() {
            session.stop();
        }
    }

    /// Lets go of everything that the program holds on to through its graphs.
    pub(crate) fn close(&self) {
        for session in self.sessions.take() {
            session.close();
        }
    }
}
