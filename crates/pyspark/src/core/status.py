"""`StatusTracker`: what became of the last jobs of a context, and of their stages."""

from collections import namedtuple as _namedtuple

__all__ = ["SparkJobInfo", "SparkStageInfo", "StatusTracker"]


class SparkJobInfo(_namedtuple("SparkJobInfo", "jobId stageIds status")):
    """A job: its number, those of its stages, and RUNNING, SUCCEEDED or FAILED."""


class SparkStageInfo(
    _namedtuple(
        "SparkStageInfo",
        "stageId currentAttemptId name numTasks numActiveTasks numCompletedTasks numFailedTasks",
    )
):
    """A stage: its number and name, and how far its tasks are."""


class StatusTracker:
    def __init__(self, jobs):
        # A function that gives (number, group, status, stages) for each job, the newest last.
        self._jobs = jobs

    def getJobIdsForGroup(self, jobGroup=None):
        return [number for number, group, status, stages in reversed(self._jobs()) if group == jobGroup]

    def getActiveJobsIds(self):
        return sorted(number for number, group, status, stages in self._jobs() if status == "RUNNING")

    def getActiveStageIds(self):
        # The stages that are told of have ended.
        return []

    def getJobInfo(self, jobId):
        for number, group, status, stages in self._jobs():
            if number == jobId:
                return SparkJobInfo(number, [stage[0] for stage in stages], status)
        return None

    def getStageInfo(self, stageId):
        for number, group, status, stages in self._jobs():
            for stage, name, tasks, completed, failed in stages:
                if stage == stageId:
                    return SparkStageInfo(stage, 0, name, tasks, 0, completed, failed)
        return None
