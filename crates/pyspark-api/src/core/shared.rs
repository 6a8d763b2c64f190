//! Variables that tasks share: `Broadcast`, `Accumulator`, `AccumulatorParam`.

use crate::method::{method, property};
use crate::{Class, Group};

/// A value that every task has.
pub const BROADCAST: Class = Class {
    name: "Broadcast",
    module: "pyspark",
    base: None,
    sentence: "A value that is sent to every task once; SparkContext.broadcast makes it.",
    groups: &[Group {
        title: "Broadcast variables",
        rule: "org.apache.spark.broadcast.Broadcast",
        methods: &[
            property("value").says("The value."),
            method("unpersist(blocking=False)")
                .says("Lets tasks forget the value until they ask for it again."),
            method("destroy(blocking=False)").says("Ends the use of the variable."),
        ],
    }],
};

/// A variable that tasks add to.
pub const ACCUMULATOR: Class = Class {
    name: "Accumulator",
    module: "pyspark",
    base: None,
    sentence: "A variable that tasks add to and the driver reads; SparkContext.accumulator makes it.",
    groups: &[Group {
        title: "Accumulators",
        rule: "org.apache.spark.api.python.PythonAccumulatorV2",
        methods: &[
            method("add(term)").says("Adds to the variable; += does the same."),
            method("__iadd__(term) -> Accumulator").says("Adds to the variable."),
            property("value").says("The sum, which only the driver can read."),
            property("aid -> int").says("The number of the accumulator."),
            property("accum_param -> AccumulatorParam")
                .says("How values add up, if they are no numbers."),
        ],
    }],
};

/// How values add up.
pub const ACCUMULATOR_PARAM: Class = Class {
    name: "AccumulatorParam",
    module: "pyspark",
    base: None,
    sentence: "How values that are no numbers add up; derive from it and write both methods.",
    groups: &[Group {
        title: "Parameters of accumulators",
        rule: "pyspark.accumulators.AccumulatorParam",
        methods: &[
            method("zero(value)").says("Gives the value that tasks begin with."),
            method("addInPlace(value1, value2)").says("Adds two values."),
        ],
    }],
};
