//! CPython 3.11's hashes under `PYTHONHASHSEED=0`.

use std::hash::Hasher;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

use super::{Result, Vm};
use crate::value::{Instance, Range, Special, Value, ViewKind};

/// Numbers hash by their residue modulo this prime, so that equal ones of different types agree.
const MODULUS: u64 = (1 << MODULUS_BITS) - 1;
const MODULUS_BITS: u32 = 61;
const INFINITY: i64 = 314_159;
const IMAGINARY: i64 = 1_000_003;

/// `hash(None)`: CPython 3.11 derives it from an address; this is the constant of CPython 3.12.
const NONE: i64 = 0xfca8_6420;
const ELLIPSIS: i64 = 0xfca8_6430;
const NOT_IMPLEMENTED: i64 = 0xfca8_6440;

/// -1 stands for a failure in CPython, so no hash is -1.
fn avoid_failure_mark(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of a text: SipHash-1-3 with a zero key over CPython's compact form (1, 2 or 4 bytes a
/// code point).
pub fn hash_str(text: &str) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, u32::from);
    let data: Vec<u8> = if widest < 0x100 {
        text.chars().map(|c| c as u8).collect()
    } else if widest < 0x1_0000 {
        text.chars()
            .flat_map(|c| (c as u16).to_le_bytes())
            .collect()
    } else {
        text.chars()
            .flat_map(|c| (c as u32).to_le_bytes())
            .collect()
    };
    hash_bytes(&data)
}

/// The hash of bytes.
pub fn hash_bytes(data: &[u8]) -> i64 {
    if data.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(data);
    avoid_failure_mark(hasher.finish() as i64)
}

/// The hash of an `int` that fits 64 bits.
pub fn hash_int(value: i64) -> i64 {
    let residue = (value.unsigned_abs() % MODULUS) as i64;
    avoid_failure_mark(if value < 0 { -residue } else { residue })
}

/// The hash of an `int`.
pub fn hash_big_int(value: &BigInt) -> i64 {
    let residue = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    avoid_failure_mark(if value.sign() == Sign::Minus {
        -residue
    } else {
        residue
    })
}

/// The hash of a `float`; that of an equal `int` where there is one. All NaNs hash to 0.
pub fn hash_float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    if value == 0.0 || value.is_nan() {
        return 0;
    }
    let bits = value.to_bits();
    let stored_exponent = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if stored_exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, stored_exponent - 1075)
    };
    // Multiplying by 2 modulo 2^61 - 1 rotates 61 bits.
    let turn = exponent.rem_euclid(MODULUS_BITS as i32) as u32;
    let residue = (mantissa << turn & MODULUS) | mantissa >> (MODULUS_BITS - turn);
    let residue = (residue % MODULUS) as i64;
    avoid_failure_mark(if value < 0.0 { -residue } else { residue })
}

/// The hash of a `complex`.
pub fn hash_complex(real: f64, imag: f64) -> i64 {
    let imag = hash_float(imag).wrapping_mul(IMAGINARY);
    avoid_failure_mark(hash_float(real).wrapping_add(imag))
}

/// The hash of a `tuple` from the hashes of its items: xxHash's rounds, a lane an item.
pub fn hash_sequence(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let mut hash = SequenceHash::default();
    for item in hashes {
        hash.add(item);
    }
    hash.finish()
}

struct SequenceHash {
    state: u64,
    count: u64,
}

impl Default for SequenceHash {
    fn default() -> SequenceHash {
        SequenceHash {
            state: SequenceHash::PRIME_5,
            count: 0,
        }
    }
}

impl SequenceHash {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;

    fn add(&mut self, item: i64) {
        self.state = self
            .state
            .wrapping_add((item as u64).wrapping_mul(Self::PRIME_2))
            .rotate_left(31)
            .wrapping_mul(Self::PRIME_1);
        self.count += 1;
    }

    fn finish(self) -> i64 {
        let hash = self
            .state
            .wrapping_add(self.count ^ Self::PRIME_5 ^ 3_527_539) as i64;
        if hash == -1 { 1_546_275_796 } else { hash }
    }
}

fn hash_range(range: &Range) -> i64 {
    let len = range.len() as i64;
    let start = if len == 0 {
        NONE
    } else {
        hash_int(range.start)
    };
    let step = if len <= 1 { NONE } else { hash_int(range.step) };
    hash_sequence([hash_int(len), start, step].into_iter())
}

/// The hash of an object that is equal to itself only, from where it lies.
fn hash_identity<T: ?Sized>(object: &Rc<T>) -> i64 {
    let address = Rc::as_ptr(object).cast::<u8>() as usize as u64;
    avoid_failure_mark(address.rotate_right(4) as i64)
}

impl Vm {
    /// `hash(value)`.
    ///
    /// # Errors
    /// `TypeError`: `unhashable type: 'list'`.
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        Ok(match value {
            Value::None => NONE,
            Value::Ellipsis => ELLIPSIS,
            Value::NotImplemented => NOT_IMPLEMENTED,
            Value::Bool(value) => i64::from(*value),
            Value::Int(value) => hash_int(*value),
            Value::BigInt(value) => hash_big_int(value),
            Value::Float(value) => hash_float(*value),
            Value::Complex(value) => hash_complex(value.real, value.imag),
            Value::Str(text) => text.hash(),
            Value::Bytes(data) => hash_bytes(data),
            Value::Tuple(items) => {
                return self.inside_container("while hashing an object", |vm| {
                    let mut hash = SequenceHash::default();
                    for item in items.iter() {
                        hash.add(vm.hash(item)?);
                    }
                    Ok(hash.finish())
                });
            }
            Value::FrozenSet(set) => set.hash(),
            Value::Range(range) => hash_range(range),
            Value::Function(function) => hash_identity(function),
            Value::Native(function) => hash_identity(function),
            Value::Method(method) => {
                self.hash_of_identity(&method.receiver) ^ self.hash(&method.function)?
            }
            Value::Property(property) => hash_identity(property),
            Value::StaticMethod(function) => hash_identity(function),
            Value::ClassMethod(function) => hash_identity(function),
            Value::Class(class) => match &class.metaclass {
                Some(metaclass) if metaclass.overrides(Special::Hash) => {
                    return self.hash_by_method(value);
                }
                _ => hash_identity(class),
            },
            Value::Module(module) => hash_identity(module),
            Value::Generator(generator) => hash_identity(generator),
            Value::Iterator(iterator) => hash_identity(iterator),
            Value::Super(object) => hash_identity(object),
            Value::DictView(view) if view.kind == ViewKind::Values => hash_identity(view),
            Value::Instance(instance) => return self.hash_instance(value, instance),
            Value::List(_)
            | Value::Dict(_)
            | Value::DictView(_)
            | Value::Set(_)
            | Value::ByteArray(_)
            | Value::Slice(_) => return Err(self.unhashable(value)),
        })
    }

    fn unhashable(&mut self, value: &Value) -> super::Raise {
        let name = self.type_name(value);
        self.type_error(format!("unhashable type: '{name}'"))
    }

    fn hash_instance(&mut self, value: &Value, instance: &Rc<Instance>) -> Result<i64> {
        if instance.class.overrides(Special::Hash) {
            return self.hash_by_method(value);
        }
        match instance.inner_value() {
            Some(
                Value::List(_)
                | Value::Dict(_)
                | Value::DictView(_)
                | Value::Set(_)
                | Value::ByteArray(_)
                | Value::Slice(_),
            ) => Err(self.unhashable(value)),
            Some(inner) => self.hash(&inner),
            None => Ok(hash_identity(instance)),
        }
    }

    /// What `__hash__` gives; a class that sets it to `None` has no hashes.
    fn hash_by_method(&mut self, value: &Value) -> Result<i64> {
        let Some(method) = self.special_method(value, Special::Hash) else {
            return Err(self.unhashable(value));
        };
        match self.call(&method, crate::value::Args::none())? {
            Value::Int(hash) => Ok(avoid_failure_mark(hash)),
            Value::Bool(hash) => Ok(i64::from(hash)),
            Value::BigInt(hash) => Ok(hash_big_int(&hash)),
            _ => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    /// What `object.__hash__` gives: a hash that depends on identity alone.
    pub(crate) fn hash_of_identity(&mut self, value: &Value) -> i64 {
        let address = identity(value);
        avoid_failure_mark((address as u64).rotate_right(4) as i64)
    }
}

/// `id(value)`: where the object lies; for values without a place of their own, a number that
/// equal ones share.
pub fn identity(value: &Value) -> usize {
    fn address<T: ?Sized>(object: &Rc<T>) -> usize {
        Rc::as_ptr(object).cast::<u8>() as usize
    }
    match value {
        Value::None => 0x10,
        Value::Ellipsis => 0x20,
        Value::NotImplemented => 0x30,
        Value::Bool(false) => 0x40,
        Value::Bool(true) => 0x50,
        Value::Int(value) => 0x100 + (*value as usize).wrapping_mul(0x20),
        Value::Float(value) => (value.to_bits() as usize) | 1,
        Value::BigInt(object) => address(object),
        Value::Complex(object) => address(object),
        Value::Str(text) => text.address(),
        Value::Bytes(object) => address(object),
        Value::ByteArray(object) => address(object),
        Value::Tuple(object) if object.is_empty() => 0x60,
        Value::Tuple(object) => address(object),
        Value::List(object) => address(object),
        Value::Dict(object) => address(object),
        Value::DictView(object) => address(object),
        Value::Set(object) | Value::FrozenSet(object) => address(object),
        Value::Range(object) => address(object),
        Value::Slice(object) => address(object),
        Value::Function(object) => address(object),
        Value::Native(object) => address(object),
        Value::Method(object) => address(object),
        Value::Property(object) => address(object),
        Value::StaticMethod(object) => address(object),
        Value::ClassMethod(object) => address(object),
        Value::Class(object) => address(object),
        Value::Instance(object) => address(object),
        Value::Module(object) => address(object),
        Value::Generator(object) => address(object),
        Value::Iterator(object) => address(object),
        Value::Super(object) => address(object),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Set;
    use crate::vm::SilentHost;

    #[test]
    fn texts_hash_as_in_cpython() {
        for (text, hash) in [
            ("", 0),
            ("a", 4_644_417_185_603_328_019),
            ("b", -8_420_940_591_063_670_578),
            ("Carlos", 8_263_825_254_570_394_977),
            ("é", 6_047_309_291_227_476_195),
            ("日本", 6_243_316_497_235_261_705),
            ("😀", -3_536_540_696_076_613_844),
        ] {
            assert_eq!(hash_str(text), hash, "{text}");
        }
        assert_eq!(hash_bytes(b"abc"), -4_594_863_902_769_663_758);
    }

    #[test]
    fn numbers_hash_as_in_cpython() {
        assert_eq!(hash_int(-1), -2);
        assert_eq!(hash_int((1 << 61) - 1), 0);
        assert_eq!(hash_big_int(&(BigInt::from(1) << 70)), 512);
        assert_eq!(hash_big_int(&(BigInt::from(-1) << 70)), -512);
        assert_eq!(hash_float(0.1), 230_584_300_921_369_408);
        assert_eq!(hash_float(1.5), 1_152_921_504_606_846_977);
        assert_eq!(hash_float(-3.0), -3);
        assert_eq!(hash_float(1e300), -hash_float(-1e300));
        assert_eq!(hash_float(f64::INFINITY), 314_159);
        assert_eq!(hash_complex(1.0, 2.0), 2_000_007);
    }

    #[test]
    fn containers_hash_as_in_cpython() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let mut hash = |value: Value| vm.hash(&value).unwrap();
        assert_eq!(hash(Value::tuple(vec![])), 5_740_354_900_026_072_187);
        let pair = Value::tuple(vec![Value::Int(1), Value::Int(2)]);
        assert_eq!(hash(pair), -3_550_055_125_485_641_917);
        let items = [1, 2, 3].map(Value::Int);
        let set = Set::from_items(&mut vm, items).unwrap();
        let set = Value::FrozenSet(Rc::new(set));
        assert_eq!(vm.hash(&set).unwrap(), -272_375_401_224_217_160);
        let raise = vm.hash(&Value::list(vec![])).unwrap_err();
        assert_eq!(format!("{raise:?}"), "TypeError: unhashable type: 'list'");
    }
}
