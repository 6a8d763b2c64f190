//! `keys`: the first part of each pair (`RDD.keys`).

use crate::partition::from_fn;
use crate::plan::{Step, part};
use crate::rdd::Rdd;

impl Rdd {
    /// The first part of each record.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 2), ('b', 1)]", 1);
    /// assert_eq!(example.layout(&rdd.keys()), "[['a', 'b']]");
    /// ```
    pub fn keys(&self) -> Rdd {
        let step = Step::new(
            "keys",
            |_, _, _, mut input| {
                Ok(from_fn(move |vm| match input.next(vm)? {
                    Some(record) => part(vm, &record, 0).map(Some),
                    None => Ok(None),
                }))
            },
            Vec::new(),
        );
        self.then(step, false)
    }
}
