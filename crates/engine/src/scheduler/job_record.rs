//! What is noted of jobs for reports: a few numbers a task.

use crate::partition::{Block, Partition};

/// A job that ran.
#[derive(Clone, Debug, PartialEq)]
pub struct JobRecord {
    /// Its number, from 0, over the context's life.
    pub id: u64,
    /// When it began, by the wall clock.
    pub started_ms: f64,
    /// Its stages; those that were skipped come before those that ran, each in their order.
    pub stages: Vec<StageRecord>,
}

/// A stage of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct StageRecord {
    /// Its number, from 0, over the context's life; a skipped stage has that of the stage that ran.
    pub id: u64,
    /// The last operator that its tasks run.
    pub name: &'static str,
    /// The stages whose shuffles it reads; those of a skipped stage are left out.
    pub parents: Vec<u64>,
    /// Whether its shuffle was there already.
    pub is_skipped: bool,
    /// Whether it writes a shuffle.
    pub writes_shuffle: bool,
    /// What ran, in the order of the partitions; after a failure not all of them.
    pub tasks: Vec<TaskRecord>,
}

/// A task of a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskRecord {
    /// The partition that it computed.
    pub partition: usize,
    /// The thread that it ran on, from 0.
    pub thread: usize,
    /// When it began, by the wall clock.
    pub started_ms: f64,
    /// When it ended, by the wall clock.
    pub ended_ms: f64,
    /// How many records it gave to the shuffle or to the action.
    pub records: usize,
    /// How often it was tried.
    pub attempts: usize,
}

/// The jobs of a context, while somebody wants to know of them.
#[derive(Default)]
pub(crate) struct Journal(Option<Vec<JobRecord>>);

impl Journal {
    /// Begins anew, or ends.
    pub(crate) fn set_on(&mut self, on: bool) {
        self.0 = on.then(Vec::new);
    }

    pub(crate) fn begin_job(&mut self, id: u64, started_ms: f64) {
        if let Some(jobs) = &mut self.0 {
            jobs.push(JobRecord {
                id,
                started_ms,
                stages: Vec::new(),
            });
        }
    }

    /// Adds a stage to the job in progress; a skipped one once.
    pub(crate) fn add_stage(&mut self, stage: StageRecord) {
        let Some(job) = self.0.as_mut().and_then(|jobs| jobs.last_mut()) else {
            return;
        };
        if !stage.is_skipped {
            return job.stages.push(stage);
        }
        if job.stages.iter().all(|other| other.id != stage.id) {
            let skipped = job.stages.iter().take_while(|other| other.is_skipped);
            let at = skipped.count();
            job.stages.insert(at, stage);
        }
    }

    /// Takes the jobs that were noted.
    pub(crate) fn take(&mut self) -> Vec<JobRecord> {
        self.0.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// What a task gives.
pub(crate) trait TaskResult {
    /// How many records there are in it.
    fn records(&self) -> usize;
}

impl TaskResult for Partition {
    fn records(&self) -> usize {
        self.len()
    }
}

impl TaskResult for Block {
    fn records(&self) -> usize {
        self.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(id: u64, is_skipped: bool) -> StageRecord {
        StageRecord {
            id,
            name: "map",
            parents: Vec::new(),
            is_skipped,
            writes_shuffle: true,
            tasks: Vec::new(),
        }
    }

    #[test]
    fn skipped_stages_come_first_and_once() {
        let mut journal = Journal::default();
        journal.set_on(true);
        journal.begin_job(0, 0.0);
        for (id, is_skipped) in [(5, false), (2, true), (1, true), (2, true), (6, false)] {
            journal.add_stage(stage(id, is_skipped));
        }
        let jobs = journal.take();
        let ids: Vec<u64> = jobs[0].stages.iter().map(|stage| stage.id).collect();
        assert_eq!(ids, [2, 1, 5, 6]);
        assert!(journal.take().is_empty());
    }

    #[test]
    fn nothing_is_noted_while_nobody_asks() {
        let mut journal = Journal::default();
        journal.begin_job(0, 0.0);
        journal.add_stage(stage(0, false));
        assert!(journal.take().is_empty());
    }
}
