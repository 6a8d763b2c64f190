//! How the last jobs of a context ended: what `StatusTracker` tells.

use std::collections::VecDeque;

/// How many jobs are remembered (`spark.ui.retainedJobs`).
const RETAINED: usize = 1000;

/// How far a job is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// Its tasks run.
    Running,
    /// All its tasks succeeded.
    Succeeded,
    /// A task failed as often as it may.
    Failed,
}

/// A job as `SparkJobInfo` describes it.
#[derive(Clone, PartialEq, Debug)]
pub struct JobInfo {
    /// Its number, from 0, over the context's life.
    pub id: u64,
    /// The group that was set when it began.
    pub group: Option<String>,
    /// How far it is.
    pub state: JobState,
    /// Its stages in the order in which they ran, those that were skipped among them.
    pub stages: Vec<StageInfo>,
}

/// A stage as `SparkStageInfo` describes it.
#[derive(Clone, PartialEq, Debug)]
pub struct StageInfo {
    /// Its number, from 0, over the context's life.
    pub id: u64,
    /// The operator that it ends in.
    pub name: String,
    /// How many tasks it has.
    pub tasks: usize,
    /// How many of them succeeded.
    pub completed: usize,
    /// How many of them failed.
    pub failed: usize,
}

/// The last jobs, and the group of the next one.
#[derive(Default)]
pub(super) struct JobHistory {
    jobs: VecDeque<JobInfo>,
    group: Option<String>,
}

impl JobHistory {
    pub(super) fn set_group(&mut self, group: Option<String>) {
        self.group = group;
    }

    pub(super) fn begin(&mut self, id: u64) {
        if self.jobs.len() == RETAINED {
            self.jobs.pop_front();
        }
        self.jobs.push_back(JobInfo {
            id,
            group: self.group.clone(),
            state: JobState::Running,
            stages: Vec::new(),
        });
    }

    /// Adds a stage whose tasks have ended to the job in progress.
    pub(super) fn add_stage(&mut self, stage: StageInfo) {
        if let Some(job) = self.jobs.back_mut() {
            job.stages.push(stage);
        }
    }

    /// Adds a stage that need not run to the job in progress, once.
    pub(super) fn add_skipped(&mut self, id: u64, name: &str) {
        if let Some(job) = self.jobs.back_mut()
            && job.stages.iter().all(|stage| stage.id != id)
        {
            job.stages.push(StageInfo {
                id,
                name: name.to_owned(),
                tasks: 0,
                completed: 0,
                failed: 0,
            });
        }
    }

    pub(super) fn end(&mut self, id: u64, state: JobState) {
        if let Some(job) = self.jobs.iter_mut().rev().find(|job| job.id == id) {
            job.state = state;
        }
    }

    /// The jobs, the newest last.
    pub(super) fn jobs(&self) -> Vec<JobInfo> {
        self.jobs.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_jobs_are_remembered() {
        let mut history = JobHistory::default();
        for id in 0..RETAINED as u64 + 2 {
            history.begin(id);
            history.end(id, JobState::Succeeded);
        }
        let jobs = history.jobs();
        assert_eq!((jobs.len(), jobs[0].id), (RETAINED, 2));
    }

    #[test]
    fn a_job_keeps_the_group_that_it_began_in() {
        let mut history = JobHistory::default();
        history.set_group(Some("nightly".to_owned()));
        history.begin(0);
        history.set_group(None);
        history.begin(1);
        let groups: Vec<_> = history.jobs().into_iter().map(|job| job.group).collect();
        assert_eq!(groups, [Some("nightly".to_owned()), None]);
    }
}
