//! The numbers of a range, made in the tasks (`SparkContext.parallelize` of a `range`).

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::Range;
use brooklet_python::vm::{Result, Vm};

use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// The numbers in place of this RDD's empty partitions.
    pub(crate) fn numbers(&self, range: Range, slices: usize) -> Rdd {
        let arguments = vec![Value::Range(Rc::new(range)), Value::from(slices)];
        self.then(Step::new("range", open, arguments), false)
    }
}

fn open(vm: &mut Vm, partition: usize, arguments: &[Value], _: Records) -> Result<Records> {
    let slices = vm.to_i64(&arguments[1])? as f64;
    let Value::Range(range) = &arguments[0] else {
        unreachable!("the step was made with a range");
    };
    let length = range.len() as f64;
    let cut = |at: usize| {
        let index = (at as f64 * length / slices) as i64;
        range.start + index * range.step
    };
    let part = Range {
        start: cut(partition),
        stop: cut(partition + 1),
        step: range.step,
    };
    Ok(Records::of_object(Value::Range(Rc::new(part))))
}
