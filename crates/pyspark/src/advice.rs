//! What a learner should know of a program that runs, but perhaps not as they think: pitfalls that
//! raise nothing. Those that end in an exception are in [`crate::pitfalls`].

use brooklet_protocol::{Diagnostic, RunEvent, Severity};
use brooklet_python::Vm;
use brooklet_source::Span;

use crate::state::{DriverState, place};

/// A pitfall that raises nothing.
pub(crate) struct Advice {
    severity: Severity,
    /// What happens and why, in a sentence.
    why: &'static str,
    /// What to do about it, in a sentence.
    mend: &'static str,
}

/// A name that the `pyspark` shell has ready, and `spark-submit` has not.
pub(crate) static PREDEFINED: Advice = Advice {
    severity: Severity::Hint,
    why: "The program uses sc, spark or sqlContext and makes none: they were made for it, as the \
          pyspark shell and notebooks do. spark-submit does not.",
    mend: "Begin with spark = SparkSession.builder.getOrCreate() and sc = spark.sparkContext, or with \
           sc = SparkContext.getOrCreate().",
};

/// An inverse function over a short window (`ReducedWindowedDStream` is used from five slides on).
pub(crate) static INVERSE_UNUSED: Advice = Advice {
    severity: Severity::Hint,
    why: "The inverse function is not called: for a window shorter than five slides Spark reduces \
          the whole window anew, so keys that have left it disappear.",
    mend: "Pass None, which also needs no checkpoint directory, or make the window at least five \
           slides long.",
};

/// An inverse function over a long window, without a filter.
pub(crate) static KEYS_STAY: Advice = Advice {
    severity: Severity::Hint,
    why: "Keys that have left the window stay, with what the inverse function leaves of their \
          values (0, say): the batch before is updated, never rebuilt.",
    mend: "Drop them with filterFunc=lambda pair: pair[1] != 0.",
};

/// State that the update function never gives up.
pub(crate) static STATE_STAYS: Advice = Advice {
    severity: Severity::Hint,
    why: "Every key stays in the state, and every batch goes through all of them: this update \
          function has not removed one in twenty batches, while the state has grown.",
    mend: "Return None from the update function for keys that are no longer needed.",
};

/// `saveAsTextFiles`.
pub(crate) static FOLDER_A_BATCH: Advice = Advice {
    severity: Severity::Hint,
    why: "Every batch writes a folder of its own with a file a partition, also when it is empty.",
    mend: "Write only batches that hold something, with foreachRDD() and rdd.isEmpty(), or use \
           longer batches.",
};

/// A batch that failed while the program sleeps.
pub(crate) static FAILURE_UNNOTICED: Advice = Advice {
    severity: Severity::Warning,
    why: "A batch failed and the program goes on: sleep() does not raise what goes wrong in a batch.",
    mend: "Wait with ssc.awaitTermination() or ssc.awaitTerminationOrTimeout(seconds), which do.",
};

/// Batches that take longer than the batch interval.
pub(crate) static BATCHES_LAG: Advice = Advice {
    severity: Severity::Hint,
    why: "A batch took longer than the batch interval: on a cluster the next ones would wait, each \
          longer than the one before (the scheduling delay grows).",
    mend: "Use a longer batch interval, more partitions, or less work a record.",
};

/// Files in a watched folder that no batch will take.
pub(crate) static FILES_IGNORED: Advice = Advice {
    severity: Severity::Hint,
    why: "A file in the watched folder is ignored: files that were there before the stream was \
          made, that were taken before, or whose names begin with a dot never belong to a batch.",
    mend: "Write each file once, under a new name, after ssc.start().",
};

/// Weights that gradient descent drives to infinity.
pub(crate) static WEIGHTS_EXPLODE: Advice = Advice {
    severity: Severity::Warning,
    why: "The weights explode: the step is too large for features of this size, so every iteration \
          overshoots further, to infinity and then nan, and no later batch brings them back.",
    mend: "Make stepSize smaller (try a hundredth), or scale the features to about 1.",
};

/// Training and prediction with the same model.
pub(crate) static PREDICTED_BEFORE_TRAINED: Advice = Advice {
    severity: Severity::Hint,
    why: "Predictions use the model as it is when the batch is generated, so they do not know what \
          the same batch teaches.",
    mend: "Read them one batch later, or ask latestModel() inside foreachRDD().",
};

impl Advice {
    /// Gives the advice about a place in the program, once a run. Workers have none to give.
    pub(crate) fn give(&'static self, vm: &mut Vm, about: Option<Span>) {
        if let Some(state) = DriverState::of(vm) {
            self.give_in(&state, about);
        }
    }

    /// Gives the advice about a place in the program of a driver, once a run.
    pub(crate) fn give_in(&'static self, state: &DriverState, about: Option<Span>) {
        if !state.note_advice(self, about) {
            return;
        }
        state.push(RunEvent::Advice {
            advice: Diagnostic {
                severity: self.severity,
                message: self.why.to_owned(),
                hint: Some(self.mend.to_owned()),
                place: about.map(|span| place(&state.source, span)),
                fix: None,
            },
        });
    }
}
