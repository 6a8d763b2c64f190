//! What `pyspark` gives to programs, as data: each class and method once, with its signature, a
//! sentence on what it does and the Spark class that its rule comes from. Argument binding, the
//! catalogue of the form, the editor's completion and the reference page are made from it.
//!
//! It must not know values, machines or engines: what a method does is no part of it.

mod class;
pub mod core;
mod form;
mod method;
pub mod mllib;
mod parameter;
mod signature;
pub mod sql;
pub mod streaming;

pub use class::{Class, Group};
pub use form::{Form, Input, Need};
pub use method::{Kind, Method};
pub use parameter::{Parameter, Parameters};
pub use signature::Signature;

/// Every class, in the order in which a reference lists them.
pub const CLASSES: &[Class] = &[
    streaming::STREAMING_CONTEXT,
    streaming::DSTREAM,
    streaming::STREAMING_LISTENER,
    core::SPARK_CONTEXT,
    core::SPARK_CONF,
    core::RDD,
    core::BROADCAST,
    core::ACCUMULATOR,
    core::ACCUMULATOR_PARAM,
    core::STORAGE_LEVEL,
    core::STAT_COUNTER,
    core::RESULT_ITERABLE,
    core::TASK_CONTEXT,
    streaming::KAFKA_UTILS,
    streaming::OFFSET_RANGE,
    streaming::TOPIC_AND_PARTITION,
    streaming::BROKER,
    streaming::KAFKA_MESSAGE,
    sql::SPARK_SESSION,
    sql::SPARK_SESSION_BUILDER,
    sql::RUNTIME_CONFIG,
    sql::SQL_CONTEXT,
    sql::ROW,
    mllib::VECTORS,
    mllib::DENSE_VECTOR,
    mllib::SPARSE_VECTOR,
    mllib::LABELED_POINT,
    mllib::LINEAR_MODEL,
    mllib::LINEAR_REGRESSION_MODEL_BASE,
    mllib::LINEAR_REGRESSION_MODEL,
    mllib::STREAMING_LINEAR_ALGORITHM,
    mllib::STREAMING_LINEAR_REGRESSION,
    mllib::LINEAR_CLASSIFICATION_MODEL,
    mllib::LOGISTIC_REGRESSION_MODEL,
    mllib::STREAMING_LOGISTIC_REGRESSION,
    mllib::K_MEANS_MODEL,
    mllib::STREAMING_K_MEANS_MODEL,
    mllib::STREAMING_K_MEANS,
    mllib::HASHING_TF,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn entries() -> impl Iterator<Item = (&'static Class, &'static Group, &'static Method)> {
        CLASSES.iter().flat_map(|class| {
            class
                .methods()
                .map(move |(group, method)| (class, group, method))
        })
    }

    #[test]
    fn every_entry_says_in_one_sentence_what_it_is() {
        for (class, group, method) in entries() {
            let at = format!("{}.{}", class.name, method.name());
            assert!(method.sentence.ends_with('.'), "{at}: {}", method.sentence);
            assert!(!method.sentence.contains(". "), "{at}: one sentence");
            assert!(group.rule.contains('.'), "{at}: no Spark class");
        }
        assert!(CLASSES.iter().all(|class| class.sentence.ends_with('.')));
    }

    #[test]
    fn no_class_has_two_entries_of_a_name() {
        let mut seen = HashSet::new();
        for (class, _, method) in entries() {
            assert!(
                seen.insert((class.name, method.name())),
                "{}.{} is there twice",
                class.name,
                method.name()
            );
        }
    }

    #[test]
    fn every_field_of_the_form_is_a_parameter() {
        for (class, _, method) in entries() {
            if let Some(form) = &method.form {
                assert_eq!(
                    form.inputs.len(),
                    method.parameters().count(),
                    "{}.{}",
                    class.name,
                    method.name()
                );
            }
        }
    }

    #[test]
    fn what_a_method_gives_by_a_known_name_is_a_class() {
        let values = [
            "bool",
            "bytes",
            "dict",
            "float",
            "int",
            "list",
            "str",
            "tuple",
            "iterator",
            "ndarray",
            "defaultdict",
            "BoundedFloat",
            "StatusTracker",
        ];
        for (class, _, method) in entries() {
            if let Some(result) = method.result() {
                let is_known = CLASSES.iter().any(|class| class.name == result);
                assert!(
                    is_known || values.contains(&result),
                    "{}.{} gives {result}",
                    class.name,
                    method.name()
                );
            }
        }
    }
}
