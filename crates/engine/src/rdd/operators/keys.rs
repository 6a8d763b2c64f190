//! `keys`: the first part of each pair (`RDD.keys`).

use super::pair;
use crate::rdd::{Rdd, Step, from_fn};

impl Rdd {
    /// The first part of each record.
    pub fn keys(&self) -> Rdd {
        let step = Step::new(
            "keys",
            |_, _, _, mut input| {
                Ok(from_fn(move |vm| match input.next(vm)? {
                    Some(record) => pair::part(vm, &record, 0).map(Some),
                    None => Ok(None),
                }))
            },
            Vec::new(),
        );
        self.then(step, false)
    }
}
