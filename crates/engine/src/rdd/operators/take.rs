//! `take`: the first records (`RDD.take`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// The first `count` records, in as many jobs as it takes. The first job computes one
    /// partition. If the partitions so far held nothing, the next job computes four times as many.
    /// Else it computes half as many again as seem to be missing: at least one, at most four times
    /// those so far.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[3, 1, 2]", 2);
    /// let records = rdd.take(&mut example.vm, 2).unwrap();
    /// assert_eq!(example.repr(&Value::list(records)), "[3, 1]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn take(&self, vm: &mut Vm, count: i64) -> crate::Result<Vec<Value>> {
        let total = self.partitions();
        let mut found: Vec<Value> = Vec::new();
        let mut scanned = 0_usize;
        while (found.len() as i64) < count && scanned < total {
            let wanted = match (scanned, found.len()) {
                (0, _) => 1,
                (_, 0) => scanned * 4,
                (_, found) => {
                    let guess = (1.5 * count as f64 * scanned as f64 / found as f64) as usize;
                    guess.saturating_sub(scanned).clamp(1, scanned * 4)
                }
            };
            let left = count - found.len() as i64;
            let step = Step::new("take", open, vec![Value::Int(left)]);
            let partitions: Vec<usize> = (scanned..total.min(scanned + wanted)).collect();
            found.extend(self.then(step, false).run_job(vm, &partitions)?);
            scanned += wanted;
        }
        found.truncate(usize::try_from(count).unwrap_or(0));
        Ok(found)
    }
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let mut left = vm.to_i64(&arguments[0])?;
    Ok(from_fn(move |vm| {
        if left <= 0 {
            return Ok(None);
        }
        left -= 1;
        input.next(vm)
    }))
}
