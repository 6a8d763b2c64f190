//! `map` and `filter` give the same records whether kernels or the machine make them.

use brooklet_engine::example::Example;
use brooklet_engine::{Error, Rdd};

/// Partitions of several chunks, all of them columns, some of them, or none.
const LISTS: [&str; 6] = [
    "list(range(-2000, 2000))",
    "[2 ** 62 if i == 2500 else i for i in range(4000)]",
    "[i * 0.25 for i in range(4000)]",
    "[float(i) if i > 1500 else i for i in range(4000)]",
    "[None if i == 3000 else i for i in range(4000)]",
    "[]",
];

/// Bodies of functions of `x` that have kernels; each with whether it filters.
const CHAINS: [&[(&str, bool)]; 4] = [
    &[("x * 2 + 1", false), ("x % 3 == 0", true)],
    &[("x > 10", true), ("x * x * x", false), ("x // 7", false)],
    &[("x / 2 if x > 0 else 0.5", false), ("x", true)],
    &[("x != 1500", true), ("100 // (x - 1500)", false)],
];

fn apply(example: &mut Example, rdd: Rdd, chain: &[(&str, bool)], has_kernel: bool) -> Rdd {
    chain.iter().fold(rdd, |rdd, (body, filters)| {
        // A list is nothing that a kernel reads.
        let body = if has_kernel {
            (*body).to_owned()
        } else {
            format!("[{body}][0]")
        };
        let function = example.value(&format!("lambda x: {body}"));
        if *filters {
            rdd.filter(&function)
        } else {
            rdd.map(&function, false)
        }
    })
}

fn outcome(example: &mut Example, rdd: &Rdd) -> Result<String, Error> {
    let records = rdd.glom().collect(&mut example.vm)?;
    Ok(example.repr(&brooklet_python::Value::list(records)))
}

#[test]
fn kernels_change_no_record_and_no_failure() {
    let mut failures = 0;
    for list in LISTS {
        for chain in CHAINS {
            let mut example = Example::local(2);
            let rdd = example.parallelize(list, 2);
            let [with, without] = [true, false].map(|has_kernel| {
                let made = apply(&mut example, rdd.clone(), chain, has_kernel);
                outcome(&mut example, &made)
            });
            match (with, without) {
                (Ok(with), Ok(without)) => assert_eq!(with, without, "{list} {chain:?}"),
                (Err(with), Err(without)) => {
                    failures += 1;
                    let last = |error: &Error| error.to_string().lines().last().map(str::to_owned);
                    assert_eq!(last(&with), last(&without), "{list} {chain:?}");
                }
                (with, without) => panic!("{list} {chain:?}: {with:?} and {without:?}"),
            }
        }
    }
    assert!(failures > 0, "no chain fails");
}

#[test]
fn what_comes_before_a_failure_has_happened() {
    let mut example = Example::local(1);
    let rdd = example.parallelize("list(range(-3000, 10))", 1);
    let divide = example.value("lambda x: 10 // x");
    let taken = rdd.map(&divide, false).take(&mut example.vm, 5);
    let taken = taken.expect("the first records do not fail");
    assert_eq!(
        example.repr(&brooklet_python::Value::list(taken)),
        "[-1, -1, -1, -1, -1]"
    );
}
