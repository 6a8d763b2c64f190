"""`RDD.barrier()`: a stage whose tasks run together, and what they know of each other."""

from pyspark._absent import not_here as _not_here
from pyspark.taskcontext import TaskContext


class BarrierTaskInfo:
    pass


class BarrierTaskContext:
    """The task that runs, which finds the others at the barrier: none of them sees when another one came."""

    def __init__(self, task):
        self._task = task

    @classmethod
    def get(cls):
        task = TaskContext.get()
        return None if task is None else cls(task)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._task, name)

    def barrier(self):
        pass

    def allGather(self, message=""):
        raise _not_here("BarrierTaskContext.allGather", "tasks may run one after another. Collect the messages, and broadcast them")

    def getTaskInfos(self):
        raise _not_here("BarrierTaskContext.getTaskInfos", "there is one machine. Use the numbers of the partitions")


class RDDBarrier:
    def __init__(self, rdd):
        self.rdd = rdd

    def mapPartitions(self, f, preservesPartitioning=False):
        return self.rdd.mapPartitions(f, preservesPartitioning)

    def mapPartitionsWithIndex(self, f, preservesPartitioning=False):
        return self.rdd.mapPartitionsWithIndex(f, preservesPartitioning)
