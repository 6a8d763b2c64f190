//! Running a batch: its events, its report, its failures.

use std::rc::Rc;

use brooklet_engine::dstream::{BatchDurations, BatchTime, BatchWatcher, OutputJob};
use brooklet_engine::{Error, Result};
use brooklet_protocol::{BatchReport, Failure, OutputReport, RunEvent};
use brooklet_python::Vm;

use super::batch_jobs::BatchJobs;
use super::failure::{raised_by_python, report};
use super::screen::show_changed;
use crate::advice;
use crate::state::{DriverState, LogLevel, Reported, Session};
use crate::streaming::{BatchProgress, tell_listeners, tell_starvation};

/// Runs the batch of a time, and tells the page and the program's listeners about it. It may be one
/// that a start from a checkpoint runs again.
pub(super) fn run_batch(
    vm: &mut Vm,
    state: &Rc<DriverState>,
    session: &Rc<Session>,
    time: BatchTime,
    runs_again: bool,
) {
    let wall_clock = state.options.wall_clock_ms;
    let mut watcher = Watcher {
        state: state.clone(),
        session: session.clone(),
        began_ms: wall_clock(),
        output_began_ms: 0.0,
        outputs: Vec::new(),
        jobs: BatchJobs::default(),
        progress: BatchProgress::new(time),
        failure: None,
        runs_again,
    };
    state.batch.set(Some(time));
    let spark = session.engine.spark();
    spark.note_jobs(true);
    session.engine.run_batch(vm, time, &mut watcher);
    if spark.is_starved() {
        // It is reported once it is done.
        state.output.set(None);
        state.batch.set(None);
        return tell_starvation(state, session);
    }
    spark.note_jobs(false);
    state.batch.set(None);
    if session.has_failed_start() {
        // It is the start that failed: there is no such batch.
        return;
    }
    let zero = session.engine.zero_time().map_or(0, BatchTime::millis);
    let processing_time_ms = wall_clock() - watcher.began_ms;
    let due_ms = session.engine.clock_ms() as f64;
    let input_records = session.engine.input_records(time) as u64;
    session.keep_batch(time, input_records);
    let report = BatchReport {
        batch: ((time.millis() - zero) / session.engine.batch_ms()) as u64,
        batch_time_ms: time.millis(),
        outputs: watcher.outputs,
        jobs: watcher.jobs.into_reports(),
        input_records,
        processing_time_ms,
        scheduling_delay_ms: session.queue.add(due_ms, processing_time_ms),
        failure: watcher.failure,
    };
    if let Some(ended_ms) = state.live_ms() {
        let durations = BatchDurations {
            ended_ms,
            processing_ms: processing_time_ms as i64,
            scheduling_ms: report.scheduling_delay_ms as i64,
        };
        session.engine.complete_batch(time, durations);
    }
    if report.processing_time_ms > session.engine.batch_ms() as f64 {
        advice::BATCHES_LAG.give_in(state, None);
    }
    for stream in &*session.graph.borrow() {
        stream.watch(state, time);
    }
    state.push(RunEvent::Batch { report });
}

struct Watcher {
    state: Rc<DriverState>,
    session: Rc<Session>,
    began_ms: f64,
    output_began_ms: f64,
    outputs: Vec<OutputReport>,
    jobs: BatchJobs,
    progress: BatchProgress,
    failure: Option<Failure>,
    runs_again: bool,
}

impl Watcher {
    /// Takes the jobs that ran since the last call, for the output that ran them.
    fn take_jobs(&mut self, output: Option<u32>) {
        self.jobs
            .add(output, self.session.engine.spark().take_jobs());
    }
}

impl BatchWatcher for Watcher {
    fn submitted(&mut self, vm: &mut Vm, time: BatchTime, jobs: &[OutputJob]) {
        self.take_jobs(None);
        let inputs = self.session.engine.reported_records(time);
        self.progress.submit(jobs, inputs);
        tell_listeners(vm, &self.session, "onBatchSubmitted", &self.progress);
    }

    fn resumed(&mut self, time: BatchTime, jobs: &[OutputJob]) {
        let inputs = self.session.engine.reported_records(time);
        self.progress.submit(jobs, inputs);
    }

    fn started(&mut self, vm: &mut Vm, _: BatchTime) {
        self.progress.start();
        tell_listeners(vm, &self.session, "onBatchStarted", &self.progress);
    }

    fn output_started(&mut self, vm: &mut Vm, _: BatchTime, job: &OutputJob) {
        self.progress.start_output(job);
        tell_listeners(
            vm,
            &self.session,
            "onOutputOperationStarted",
            &self.progress,
        );
        let state = &self.state;
        state.output.set(Some(job.output.id));
        state.output_text.borrow_mut().clear();
        state.output_records.take();
        state.output_learned.take();
        self.output_began_ms = (state.options.wall_clock_ms)();
    }

    fn output_completed(
        &mut self,
        vm: &mut Vm,
        _: BatchTime,
        job: &OutputJob,
        result: &Result<()>,
    ) {
        self.take_jobs(Some(job.output.id));
        let state = self.state.clone();
        show_changed(vm, &state);
        let failure = result.as_ref().err().map(|error| report(vm, &state, error));
        state.output.set(None);
        self.outputs.push(OutputReport {
            output: job.output.id,
            text: state.output_text.take(),
            records: state.output_records.take(),
            learned: state.output_learned.take(),
            failure: failure.clone(),
            processing_time_ms: (state.options.wall_clock_ms)() - self.output_began_ms,
        });
        let reason = failure.map(|failure| format!("{}: {}", failure.title, failure.message));
        self.progress.complete_output(job, reason);
        tell_listeners(
            vm,
            &self.session,
            "onOutputOperationCompleted",
            &self.progress,
        );
    }

    fn completed(&mut self, vm: &mut Vm, _: BatchTime) {
        self.progress.complete();
        tell_listeners(vm, &self.session, "onBatchCompleted", &self.progress);
    }

    fn failed(&mut self, vm: &mut Vm, time: BatchTime, job: Option<&OutputJob>, error: Error) {
        if job.is_none() && !self.runs_again {
            self.take_jobs(None);
            self.failure = Some(report(vm, &self.state, &error));
        }
        let what = match job {
            Some(job) => format!(
                "JobScheduler: Error running job streaming job {time}.{}",
                job.index
            ),
            None if self.runs_again => {
                "StreamingContext: Error starting the context, marking it as stopped".to_owned()
            }
            None => format!("JobScheduler: Error generating jobs for time {time}"),
        };
        let told = raised_by_python(vm, &error);
        let line = format!("{what}\n{told}");
        self.state.write_log(time.millis(), LogLevel::Error, &line);
        if job.is_none() && self.runs_again {
            return self.session.fail_start(error);
        }
        let origin = Rc::new(error);
        self.session.set_failure(Reported { told, origin });
    }
}
