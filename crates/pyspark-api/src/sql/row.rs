//! `Row`.

use crate::method::method;
use crate::{Class, Group};

/// A tuple whose items have names.
pub const ROW: Class = Class {
    name: "Row",
    module: "pyspark.sql",
    base: None,
    sentence: "A tuple whose items have names: Row(name=\"Ann\", age=3).age is 3.",
    groups: &[Group {
        title: "Rows",
        rule: "pyspark.sql.types.Row",
        methods: &[
            method("asDict(recursive=False) -> dict").says("Gives the values by their names.")
        ],
    }],
};
