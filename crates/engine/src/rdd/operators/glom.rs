//! `glom`: each partition as one list (`RDD.glom`).

use brooklet_python::Value;

use crate::partition::made_late;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// One list a partition.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 2);
    /// assert_eq!(example.layout(&rdd.glom()), "[[[1]], [[2, 3]]]");
    /// ```
    pub fn glom(&self) -> Rdd {
        let step = Step::new(
            "glom",
            |_, _, _, mut input| {
                Ok(made_late(move |vm| {
                    let mut items = Vec::with_capacity(input.size_hint() as usize);
                    while let Some(record) = input.next(vm)? {
                        items.push(record);
                    }
                    Ok(vec![Value::list(items)])
                }))
            },
            Vec::new(),
        );
        self.then(step, false)
    }
}
