//! `TaskContext`.

use crate::method::{class_method, method};
use crate::{Class, Group};

/// What a function knows of its task.
pub const TASK_CONTEXT: Class = Class {
    name: "TaskContext",
    module: "pyspark",
    base: None,
    sentence: "What a function can know of the task that it runs in.",
    groups: &[Group {
        title: "Tasks",
        rule: "org.apache.spark.TaskContext",
        methods: &[
            class_method("get() -> TaskContext")
                .says("Gives the running task, or None on the driver."),
            method("partitionId() -> int").says("Gives the number of the task's partition."),
            method("stageId() -> int").says("Gives the number of the task's stage."),
            method("attemptNumber() -> int").says("Gives how often the task was tried before."),
            method("taskAttemptId() -> int").says("Gives the number of this try among all."),
            method("cpus() -> int").says("Gives how many cores the task has."),
            method("getLocalProperty(key) -> str").says("Gives a property of the job, or None."),
        ],
    }],
};
