//! RDDs made at random: the same for the same seed.

use brooklet_engine::example::Example;
use brooklet_engine::{PartitionFunction, Rdd, Result, StorageLevel, XorShift};
use brooklet_python::Value;

/// How many seeds a property is tried with.
pub(crate) const SEEDS: u64 = 60;

/// An RDD of pairs that a few operators made of a few numbers.
pub(crate) fn random_rdd(example: &mut Example, seed: u64) -> Result<Rdd> {
    let mut random = XorShift::new(seed);
    let length = random.next_int(40);
    let slices = random.next_int(5) as usize + 1;
    let numbers = format!("[((i * 37 + {seed}) % 11, i) for i in range({length})]");
    let mut rdd = example.parallelize(&numbers, slices);
    for _ in 0..random.next_int(5) {
        rdd = apply(example, &rdd, random.next_int(13), &mut random)?;
    }
    Ok(rdd)
}

fn apply(example: &mut Example, rdd: &Rdd, operator: u32, random: &mut XorShift) -> Result<Rdd> {
    let hash = PartitionFunction::Portable;
    let count = random.next_int(4) as usize + 1;
    let function = |example: &mut Example, text: &str| -> Value { example.value(text) };
    let add = function(example, "lambda left, right: left + right");
    match operator {
        0 => Ok(rdd.map(&function(example, "lambda kv: (kv[1] % 5, kv[0])"), false)),
        1 => Ok(rdd.filter(&function(example, "lambda kv: kv[1] % 3 != 0"))),
        2 => Ok(rdd.flat_map(
            &function(example, "lambda kv: [kv, (kv[0], kv[1] + 1)]"),
            false,
        )),
        3 => Ok(rdd.map_values(&function(example, "lambda value: value * 2"))),
        4 => rdd.reduce_by_key(&mut example.vm, &add, Some(count), &hash),
        5 => {
            let total = function(example, "sum");
            let grouped = rdd.group_by_key(&mut example.vm, None, &hash)?;
            Ok(grouped.map_values(&total))
        }
        6 => rdd.repartition(&mut example.vm, count as i64),
        7 => rdd.coalesce(&mut example.vm, count as i64),
        8 => rdd.union(&mut example.vm, rdd),
        9 => rdd.sort_by_key(&mut example.vm, count.is_multiple_of(2), Some(count), None),
        10 => rdd.distinct(&mut example.vm, Some(count)),
        11 => {
            rdd.persist(&mut example.vm, StorageLevel::MEMORY_SERIALIZED)?;
            Ok(rdd.clone())
        }
        _ => {
            let half = function(example, "0.5");
            let seed = function(example, "7");
            rdd.sample(&mut example.vm, false, &half, Some(&seed))
        }
    }
}
