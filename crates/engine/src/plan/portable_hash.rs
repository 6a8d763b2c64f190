//! `portable_hash`: the hash that says which partition a key goes to (`pyspark.rdd.portable_hash`).
//!
//! `None` is 0, a tuple is hashed by Spark's own formula over its items, anything else is
//! Python's `hash` under `PYTHONHASHSEED=0`.

use brooklet_python::vm::{Result, Vm};
use brooklet_python::{Args, Value};

/// The hash of a key.
///
/// # Errors
/// `TypeError`: `unhashable type: 'list'`.
pub fn portable_hash(vm: &mut Vm, key: &Value) -> Result<i64> {
    let inner;
    let items = match key {
        Value::None => return Ok(0),
        Value::Tuple(items) => items,
        Value::Instance(instance) => match instance.inner_value() {
            Some(Value::Tuple(items)) => {
                inner = items;
                &inner
            }
            _ => return vm.hash(key),
        },
        _ => return vm.hash(key),
    };
    let mut hash: i64 = 0x0034_5678;
    for item in items.iter() {
        hash ^= portable_hash(vm, item)?;
        hash = hash.wrapping_mul(1_000_003) & i64::MAX;
    }
    Ok(hash ^ items.len() as i64)
}

/// `portable_hash` as a Python function.
pub fn portable_hash_function() -> Value {
    Value::native("portable_hash", |vm: &mut Vm, args: Args| {
        let [key] = args.bind(vm, "portable_hash", 0, ["x"], 1)?;
        portable_hash(vm, &key.unwrap_or_default()).map(Value::Int)
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use brooklet_python::Value;
    use brooklet_python::vm::{SilentHost, Vm};

    use super::portable_hash;

    #[test]
    fn vectors() {
        let vm = &mut Vm::new(Rc::new(SilentHost));
        let int = Value::Int;
        let tuple = Value::tuple;
        let text = |text: &str| Value::str(text);
        let vectors = [
            (Value::None, 0),
            (Value::Bool(true), 1),
            (int(-1), -2),
            (int(-2), -2),
            (int(1), 1),
            (Value::Float(1.0), 1),
            (Value::Float(0.1), 230_584_300_921_369_408),
            (Value::Float(f64::INFINITY), 314_159),
            (text(""), 0),
            (text("a"), 4_644_417_185_603_328_019),
            (text("b"), -8_420_940_591_063_670_578),
            (text("c"), -2_649_405_227_494_141_838),
            (text("d"), 4_857_371_422_511_266_496),
            (text("e"), -1_017_399_452_914_718_599),
            (text("Alice"), 3_076_531_834_755_870_076),
            (text("Bob"), 8_648_869_854_499_885_628),
            (text("Carlos"), 8_263_825_254_570_394_977),
            (text("Dan"), 4_547_348_986_138_732_943),
            (text("Erin"), -1_456_572_756_054_112_648),
            (text("Frank"), -8_974_676_568_167_968_676),
            (Value::bytes(*b"a"), 4_644_417_185_603_328_019),
            (tuple(vec![]), 3_430_008),
            (tuple(vec![int(1)]), 3_430_019_290_026),
            (tuple(vec![Value::Bool(true)]), 3_430_019_290_026),
            (tuple(vec![int(1), int(2)]), 3_430_029_580_082_870_073),
            (tuple(vec![Value::None, int(1)]), 3_430_028_580_079_870_073),
            (tuple(vec![text("a"), int(1)]), 102_774_922_574_124_034),
            (
                tuple(vec![tuple(vec![int(1), int(2)]), int(3)]),
                1_031_013_823_351_644_674,
            ),
            (tuple(vec![int(-1)]), 9_223_368_606_834_485_779),
            (
                tuple(vec![Value::Float(1.5), text("x")]),
                4_084_712_159_852_618_778,
            ),
        ];
        for (at, (key, hash)) in vectors.into_iter().enumerate() {
            assert_eq!(portable_hash(vm, &key).unwrap(), hash, "vector {at}");
        }
    }

    #[test]
    fn lists_cannot_be_keys() {
        let vm = &mut Vm::new(Rc::new(SilentHost));
        let raise = portable_hash(vm, &Value::list(vec![])).unwrap_err();
        assert_eq!(format!("{raise:?}"), "TypeError: unhashable type: 'list'");
    }
}
