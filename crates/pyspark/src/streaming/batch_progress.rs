//! How far a batch is, as the events of a `StreamingListener` show it.

use brooklet_engine::dstream::{BatchTime, OutputJob};
use brooklet_python::value::Dict;
use brooklet_python::{Result, Value, Vm};

use crate::java::{JavaObject, java_map, java_object};

/// The name that Spark gives to every output of PySpark.
const CALL_SITE: &str = "callForeachRDD at NativeMethodAccessorImpl.java:0";

/// What it describes them with: the call of the JVM side that makes them.
const CALL: &str =
    "org.apache.spark.streaming.api.python.PythonDStream.callForeachRDD(PythonDStream.scala)";

/// What is known of an output of the batch.
struct OutputProgress {
    index: u32,
    started: bool,
    ended: bool,
    failure: Option<String>,
}

/// How far a batch is. All moments are those of the virtual clock, on which processing takes no
/// time, so delays are 0; what is not known yet is -1, as in Spark's Java API.
pub(crate) struct BatchProgress {
    time: BatchTime,
    started: bool,
    ended: bool,
    outputs: Vec<OutputProgress>,
    /// How many records each input reports, by its number.
    inputs: Vec<(usize, usize)>,
    /// The output that an event is about.
    current: usize,
}

impl BatchProgress {
    /// A batch of which nothing has happened.
    pub(crate) fn new(time: BatchTime) -> BatchProgress {
        BatchProgress {
            time,
            started: false,
            ended: false,
            outputs: Vec::new(),
            inputs: Vec::new(),
            current: 0,
        }
    }

    pub(crate) fn submit(&mut self, jobs: &[OutputJob], inputs: Vec<(usize, usize)>) {
        self.inputs = inputs;
        self.outputs = jobs
            .iter()
            .map(|job| OutputProgress {
                index: job.index,
                started: false,
                ended: false,
                failure: None,
            })
            .collect();
    }

    pub(crate) fn start(&mut self) {
        self.started = true;
    }

    pub(crate) fn start_output(&mut self, job: &OutputJob) {
        self.set_current(job).started = true;
    }

    pub(crate) fn complete_output(&mut self, job: &OutputJob, failure: Option<String>) {
        let output = self.set_current(job);
        output.ended = true;
        output.failure = failure;
    }

    /// The output that events are about from now on.
    fn set_current(&mut self, job: &OutputJob) -> &mut OutputProgress {
        let found = self
            .outputs
            .iter()
            .position(|output| output.index == job.index);
        self.current = found.unwrap_or(0);
        &mut self.outputs[self.current]
    }

    pub(crate) fn complete(&mut self) {
        self.ended = true;
    }

    fn moment(&self, known: bool) -> Value {
        Value::Int(if known { self.time.millis() } else { -1 })
    }

    /// The event that a listener's method gets.
    ///
    /// # Errors
    /// None in practice: keys are numbers.
    pub(crate) fn event(&self, vm: &mut Vm, method: &str) -> Result<Value> {
        let (getter, info) = match method {
            "onOutputOperationStarted" | "onOutputOperationCompleted" => {
                let output = &self.outputs[self.current];
                ("outputOperationInfo", self.output_info(vm, output))
            }
            _ => ("batchInfo", self.batch_info(vm)?),
        };
        let event = JavaObject {
            text: method.trim_start_matches("on").to_owned(),
            getters: vec![(getter, info)],
        };
        Ok(java_object(vm, event))
    }

    fn batch_info(&self, vm: &mut Vm) -> Result<Value> {
        let infos = Dict::new();
        for output in &self.outputs {
            let info = self.output_info(vm, output);
            infos.set(vm, Value::Int(i64::from(output.index)), info)?;
        }
        let delay = |known: bool| Value::Int(if known { 0 } else { -1 });
        let time = time_object(vm, self.time);
        let records = self.inputs.iter().map(|(_, records)| *records as i64);
        let records = Value::Int(records.sum());
        let inputs = self.input_infos(vm)?;
        let inputs = java_map(vm, inputs);
        let outputs = java_map(vm, infos);
        let info = JavaObject {
            text: format!("JavaBatchInfo({}, ...)", self.time),
            getters: vec![
                ("batchTime", time),
                ("submissionTime", self.moment(true)),
                ("processingStartTime", self.moment(self.started)),
                ("processingEndTime", self.moment(self.ended)),
                ("schedulingDelay", delay(self.started)),
                ("processingDelay", delay(self.ended)),
                ("totalDelay", delay(self.ended)),
                ("numRecords", records),
                ("streamIdToInputInfo", inputs),
                ("outputOperationInfos", outputs),
            ],
        };
        Ok(java_object(vm, info))
    }

    /// What the inputs report, by their numbers.
    fn input_infos(&self, vm: &mut Vm) -> Result<Dict> {
        let infos = Dict::new();
        for (stream, records) in &self.inputs {
            let id = Value::Int(*stream as i64);
            let info = JavaObject {
                text: format!("JavaStreamInputInfo({stream}, {records}, ...)"),
                getters: vec![
                    ("inputStreamId", id.clone()),
                    ("numRecords", Value::Int(*records as i64)),
                ],
            };
            let info = java_object(vm, info);
            infos.set(vm, id, info)?;
        }
        Ok(infos)
    }

    fn output_info(&self, vm: &mut Vm, output: &OutputProgress) -> Value {
        let failure = output.failure.as_ref().map_or(Value::None, Value::str);
        let time = time_object(vm, self.time);
        let info = JavaObject {
            text: format!(
                "JavaOutputOperationInfo({}, {}, ...)",
                self.time, output.index
            ),
            getters: vec![
                ("batchTime", time),
                ("id", Value::Int(i64::from(output.index))),
                ("name", Value::str(CALL_SITE)),
                ("description", Value::str(CALL)),
                ("startTime", self.moment(output.started)),
                ("endTime", self.moment(output.ended)),
                ("failureReason", failure),
            ],
        };
        java_object(vm, info)
    }
}

/// A `Time` of Spark: its milliseconds.
fn time_object(vm: &mut Vm, time: BatchTime) -> Value {
    let object = JavaObject {
        text: time.to_string(),
        getters: vec![("milliseconds", Value::Int(time.millis()))],
    };
    java_object(vm, object)
}
