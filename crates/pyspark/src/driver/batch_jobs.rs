//! The jobs of a batch, as its report has them.

use brooklet_engine::{JobRecord, StageRecord, TaskRecord};
use brooklet_protocol::{JobReport, StageReport, TaskReport};

/// The jobs of a batch so far.
#[derive(Default)]
pub(super) struct BatchJobs {
    /// When the first of them began, by the wall clock.
    began_ms: Option<f64>,
    reports: Vec<JobReport>,
}

impl BatchJobs {
    /// Adds jobs that an output ran; without one, those that ran while the batch was generated.
    pub(super) fn add(&mut self, output: Option<u32>, jobs: Vec<JobRecord>) {
        for job in jobs {
            let began_ms = *self.began_ms.get_or_insert(job.started_ms);
            let stages = job.stages.into_iter();
            self.reports.push(JobReport {
                id: job.id,
                output,
                stages: stages.map(|stage| of_stage(stage, began_ms)).collect(),
            });
        }
    }

    /// The reports, in the order in which the jobs ran.
    pub(super) fn into_reports(self) -> Vec<JobReport> {
        self.reports
    }
}

fn of_stage(stage: StageRecord, began_ms: f64) -> StageReport {
    let written = stage.tasks.iter().map(|task| task.records as u64);
    StageReport {
        id: stage.id,
        name: stage.name.to_owned(),
        parents: stage.parents,
        is_skipped: stage.is_skipped,
        shuffle_write_records: if stage.writes_shuffle {
            written.sum()
        } else {
            0
        },
        tasks: stage
            .tasks
            .iter()
            .map(|task| of_task(task, began_ms))
            .collect(),
    }
}

fn of_task(task: &TaskRecord, began_ms: f64) -> TaskReport {
    TaskReport {
        partition: task.partition as u32,
        thread: task.thread as u32,
        started_ms: task.started_ms - began_ms,
        processing_time_ms: task.ended_ms - task.started_ms,
        records: task.records as u64,
        attempts: task.attempts as u32,
    }
}
