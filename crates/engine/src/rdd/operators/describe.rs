//! What an RDD tells of itself: number, name, lineage.

use std::fmt::Write;
use std::sync::Arc;

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::rdd::{Plan, Rdd};

impl Rdd {
    /// Its number, counted from 0 over the context's life (`RDD.id`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn id(&self, vm: &mut Vm) -> Result<u64> {
        Ok(self.realize(vm)?.id())
    }

    /// Its name, if it was given one (`RDD.name`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn name(&self, vm: &mut Vm) -> Result<Option<String>> {
        Ok(self.realize(vm)?.name())
    }

    /// Gives it a name (`RDD.setName`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn set_name(&self, vm: &mut Vm, name: &str) -> Result<()> {
        self.realize(vm)?.set_name(name);
        Ok(())
    }

    /// What it is called in a line (`RDD.__repr__`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn description(&self, vm: &mut Vm) -> Result<String> {
        Ok(describe(&*self.realize(vm)?))
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
    /// What freezing a function raises.
    pub fn lineage(&self, vm: &mut Vm) -> Result<String> {
        let plan = self.realize(vm)?;
        let mut text = String::new();
        write_lineage(&plan, "", true, &mut text);
        text.pop();
        Ok(text)
    }
}

fn describe(plan: &Plan) -> String {
    let (kind, place) = match plan.node() {
        Some(node) => (node.description(), node.place()),
        None => ("ReliableCheckpointRDD", "RDD at PythonRDD.scala:59"),
    };
    let name = plan.name().map_or(String::new(), |name| name + " ");
    format!("{name}{kind}[{}] at {place}", plan.id())
}

fn write_lineage(plan: &Arc<Plan>, indent: &str, heads_stage: bool, text: &mut String) {
    let count = format!("({})", plan.partitions());
    let lead = match heads_stage {
        true => count.clone(),
        false => format!(" |{}", " ".repeat(count.len() - 2)),
    };
    let _ = writeln!(text, "{indent}{lead} {} []", describe(plan));
    for parent in plan.parents() {
        write_lineage(&parent, indent, false, text);
    }
    if let Some(shuffle) = plan.shuffle() {
        let indent = format!("{indent} +-");
        write_lineage(shuffle.parent(), &indent, true, text);
    }
}
