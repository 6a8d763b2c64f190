//! What programs are given is what the description says: no entry without an implementation, no
//! implementation without an entry.

use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};
use brooklet_pyspark_api::{CLASSES, Class, Kind};

/// Classes of Spark whose methods stand in the classes derived from them, which are all that
/// programs import.
const FOLDED: [&str; 2] = ["LinearRegressionModelBase", "LinearClassificationModel"];

/// The names that a class has itself, as its description says.
fn described(class: &Class) -> Vec<&'static str> {
    let own = class.methods().map(|(_, method)| method);
    let base = CLASSES
        .iter()
        .filter(|base| class.base == Some(base.name) && FOLDED.contains(&base.name));
    let folded = base.flat_map(|base| base.methods().map(|(_, method)| method));
    own.chain(folded)
        .filter(|method| method.kind != Kind::Constructor)
        .map(|method| method.name())
        .collect()
}

fn printed(program: &str) -> String {
    let mut driver =
        Driver::new(program, "described.py", DriverOptions::default()).expect("it compiles");
    while !matches!(driver.poll(10_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let texts = driver
        .take_events()
        .into_iter()
        .filter_map(|event| match event {
            RunEvent::Text { text, .. } => Some(text),
            _ => None,
        });
    texts.collect()
}

#[test]
fn every_entry_has_an_implementation_and_every_implementation_an_entry() {
    let mut program = String::new();
    let importable = CLASSES.iter().filter(|class| !FOLDED.contains(&class.name));
    for class in importable {
        let names = described(class);
        let (module, name) = (class.module, class.name);
        let top = name.split('.').next().unwrap_or(name);
        program += &format!(
            "from {module} import {top}\n\
             entries = {{{}}}\n\
             for found in sorted({name}.__dict__):\n    \
                 if found not in entries and not found.startswith('_') and not isinstance({name}.__dict__[found], type):\n        \
                     print('no entry:', '{name}', found)\n\
             for entry in sorted(entries):\n    \
                 if entry not in {name}.__dict__:\n        \
                     print('no implementation:', '{name}', entry)\n",
            names
                .iter()
                .map(|name| format!("'{name}', "))
                .collect::<String>()
        );
    }
    assert_eq!(printed(&(program + "print('checked')\n")), "checked\n");
}

#[test]
fn arguments_are_refused_in_the_words_of_cpython() {
    let calls = [
        (
            "rdd.map()",
            "RDD.map() missing 1 required positional argument: 'f'",
        ),
        (
            "rdd.map(1, 2, 3)",
            "RDD.map() takes from 2 to 3 positional arguments but 4 were given",
        ),
        (
            "rdd.filter(f=1, g=2)",
            "RDD.filter() got an unexpected keyword argument 'g'",
        ),
        (
            "rdd.filter(1, f=2)",
            "RDD.filter() got multiple values for argument 'f'",
        ),
        (
            "rdd.count(1)",
            "RDD.count() takes 1 positional argument but 2 were given",
        ),
        (
            "rdd.groupWith()",
            "RDD.groupWith() missing 1 required positional argument: 'other'",
        ),
        (
            "LabeledPoint(1)",
            "LabeledPoint.__init__() missing 1 required positional argument: 'features'",
        ),
        (
            "StatCounter(1, 2)",
            "StatCounter.__init__() takes from 1 to 2 positional arguments but 3 were given",
        ),
        (
            "Vectors.zeros()",
            "Vectors.zeros() missing 1 required positional argument: 'size'",
        ),
    ];
    let mut program = String::from(
        "from pyspark import RDD, SparkContext\n\
         from pyspark.mllib.linalg import Vectors\n\
         from pyspark.mllib.regression import LabeledPoint\n\
         from pyspark.statcounter import StatCounter\n\
         rdd = SparkContext('local[1]', 'arguments').parallelize([])\n",
    );
    let mut expected = String::new();
    for (call, message) in calls {
        program += &format!("try:\n    {call}\nexcept TypeError as error:\n    print(error)\n");
        expected += &format!("{message}\n");
    }
    assert_eq!(printed(&program), expected);
}
