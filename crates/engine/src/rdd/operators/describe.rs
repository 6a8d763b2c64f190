//! What an RDD tells of itself: number, name, lineage.

use std::sync::Arc;

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::{BlockStore, StorageLevel};
use crate::plan::Plan;
use crate::rdd::Rdd;

impl Rdd {
    /// Its number, counted from 0 over the context's life (`RDD.id`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn id(&self, vm: &mut Vm) -> Result<u64> {
        Ok(self.realize(vm)?.id())
    }

    /// Its name, if it was given one (`RDD.name`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn name(&self, vm: &mut Vm) -> Result<Option<String>> {
        let plan = self.realize(vm)?;
        Ok(self.info(&plan).name)
    }

    /// Gives it a name (`RDD.setName`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn set_name(&self, vm: &mut Vm, name: &str) -> Result<()> {
        let plan = self.realize(vm)?;
        self.set_info(&plan, |info| info.name = Some(name.to_owned()));
        Ok(())
    }

    /// What it is called in a line (`RDD.__repr__`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn description(&self, vm: &mut Vm) -> Result<String> {
        let plan = self.realize(vm)?;
        Ok(describe(self.context().store(), &plan))
    }

    /// Its lineage, a line an RDD, further in after each shuffle (`RDD.toDebugString`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2]", 2).glom();
    /// assert_eq!(
    ///     rdd.lineage(&mut example.vm).unwrap(),
    ///     "(2) PythonRDD[1] at RDD at PythonRDD.scala:59 []\n \
    ///      |  ParallelCollectionRDD[0] at readRDDFromFile at PythonRDD.scala:326 []"
    /// );
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn lineage(&self, vm: &mut Vm) -> Result<String> {
        let plan = self.realize(vm)?;
        let kept = match self.info(&plan).level {
            StorageLevel::NONE => String::new(),
            level => level.to_string(),
        };
        let mut lines = Vec::new();
        Shown::of(self.context().store(), &plan).write(&kept, &mut lines);
        Ok(lines.join("\n"))
    }
}

/// An RDD of the JVM side, as a lineage shows it. A plan that reads a shuffle is shown as several.
struct Shown {
    text: String,
    partitions: usize,
    /// What it reads, each with whether it reads it through a shuffle.
    parents: Vec<(Shown, bool)>,
}

impl Shown {
    fn new(text: String, partitions: usize, parent: Shown, shuffles: bool) -> Shown {
        Shown {
            text,
            partitions,
            parents: vec![(parent, shuffles)],
        }
    }

    fn of(store: &BlockStore, plan: &Arc<Plan>) -> Shown {
        let Some(shuffle) = plan.shuffle() else {
            let parents = plan.parents();
            return Shown {
                text: describe(store, plan),
                partitions: plan.partitions(),
                parents: parents
                    .iter()
                    .map(|plan| (Shown::of(store, plan), false))
                    .collect(),
            };
        };
        let (read, written) = (plan.partitions(), shuffle.parent().partitions());
        let id = plan.id();
        let parent = Shown::of(store, shuffle.parent());
        match shuffle.call_site() {
            Some(site) => {
                let keyed = format!("PythonRDD[{}] at {site}", id - 3);
                let keyed = Shown::new(keyed, written, parent, false);
                let pairs = format!("PairwiseRDD[{}] at {site}", id - 2);
                let pairs = Shown::new(pairs, written, keyed, false);
                let call_site = "partitionBy at NativeMethodAccessorImpl.java:0";
                let shuffled = format!("ShuffledRDD[{}] at {call_site}", id - 1);
                let shuffled = Shown::new(shuffled, read, pairs, true);
                Shown::new(describe(store, plan), read, shuffled, false)
            }
            None => {
                let call_site = "coalesce at NativeMethodAccessorImpl.java:0";
                let numbered = format!("MapPartitionsRDD[{}] at {call_site}", id - 3);
                let numbered = Shown::new(numbered, written, parent, false);
                let shuffled = format!("ShuffledRDD[{}] at {call_site}", id - 2);
                let shuffled = Shown::new(shuffled, read, numbered, true);
                let coalesced = format!("CoalescedRDD[{}] at {call_site}", id - 1);
                let coalesced = Shown::new(coalesced, read, shuffled, false);
                let values = format!("MapPartitionsRDD[{id}] at {call_site}");
                Shown::new(values, read, coalesced, false)
            }
        }
    }

    /// Writes the lineage of an action's RDD; `kept` is how it is kept.
    fn write(&self, kept: &str, lines: &mut Vec<String>) {
        let count = format!("({})", self.partitions);
        lines.push(format!("{count} {} [{kept}]", self.text));
        self.write_parents(&below(&count), kept, lines);
    }

    fn write_parents(&self, prefix: &str, kept: &str, lines: &mut Vec<String>) {
        for (at, (parent, shuffles)) in self.parents.iter().enumerate() {
            if !shuffles {
                lines.push(format!("{prefix} {} [{kept}]", parent.text));
                parent.write_parents(prefix, kept, lines);
                continue;
            }
            let outer = prefix.trim_end().trim_end_matches('|');
            let count = format!("({})", parent.partitions);
            lines.push(format!("{outer}+-{count} {} [{kept}]", parent.text));
            let is_last = at + 1 == self.parents.len();
            let between = if is_last { "  " } else { "| " };
            let inner = format!("{outer}{between}{}", below(&count));
            parent.write_parents(&inner, kept, lines);
        }
    }
}

/// The beginning of the lines below a line that begins with a number of partitions.
fn below(count: &str) -> String {
    let left = (count.len() - 1) / 2;
    let right = count.len() - left - 1;
    format!("{}|{}", " ".repeat(left), " ".repeat(right))
}

fn describe(store: &BlockStore, plan: &Plan) -> String {
    let (kind, call_site) = match plan.node() {
        Some(node) => (node.description(), node.call_site()),
        None => ("ReliableCheckpointRDD", "RDD at PythonRDD.scala:59"),
    };
    let name = store.rdd_info(plan.owner()).name;
    let name = name.map_or(String::new(), |name| name + " ");
    format!("{name}{kind}[{}] at {call_site}", plan.id())
}
