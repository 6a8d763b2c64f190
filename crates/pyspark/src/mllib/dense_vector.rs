//! `DenseVector`: an array of floats as a vector.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_numpy::{Array, DType, array_of, float64, int64, norm};
use brooklet_pyspark_api::mllib::DENSE_VECTOR;
use brooklet_python::native_class::{NativeClass, data, object, object_of, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData, NativeFn};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::pickled_vector::PickledVector;
use super::sparse_vector::SparseVector;
use super::vector::{self, Vector, to_vector};
use super::vector_text::{row, shown};
use super::vectors::parse_dense;
use crate::binding::{arguments, constructor, methods, properties};

/// A `DenseVector`.
pub(super) struct DenseVector {
    pub(super) array: Rc<Array>,
}

/// A dense vector as the program sees it.
pub(super) fn of_numbers(vm: &mut Vm, numbers: Vec<f64>) -> Value {
    let array = Rc::new(Array::row(numbers));
    object(vm, DenseVector { array })
}

impl NativeData for DenseVector {
    fn pickle(&self, _: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Ok(Arc::new(PickledVector::Dense(self.array.to_floats())))
    }
}

macro_rules! delegated {
    ($($name:literal),*) => {
        &[$(($name, |vm, args| delegate(vm, args, $name)),)*]
    };
}

/// Arithmetic of the array; what it gives is a vector again.
const ARITHMETIC: &[(&str, NativeFn)] = delegated![
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__mod__",
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__rtruediv__",
    "__rmod__"
];

impl NativeClass for DenseVector {
    const MODULE: &'static str = "pyspark.mllib.linalg";
    const NAME: &'static str = "DenseVector";

    fn base(vm: &mut Vm) -> Rc<Class> {
        vector::class(vm)
    }

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![DENSE_VECTOR => new])
            .static_methods(methods![DENSE_VECTOR;
                "parse" => parse_dense,
            ])
            .properties(properties![DENSE_VECTOR;
                "array" => array,
                "values" => array,
            ])
            .methods(ARITHMETIC)
            .methods(methods![DENSE_VECTOR;
                "toArray" => array,
                "dot" => dot,
                "squared_distance" => squared_distance,
                "norm" => |vm, args| {
                    let vector = this(vm, &args)?;
                    let [p] = arguments(args);
                    let length = norm(vm, &vector.array, &p)?;
                    Ok(float64(vm, length))
                },
                "numNonzeros" => |vm, args| {
                    let vector = this(vm, &args)?;
                    let count = vector
                        .array
                        .with_floats(|values| values.iter().filter(|value| **value != 0.0).count());
                    Ok(int64(vm, count as i64))
                },
                "__getitem__" => |vm, args| {
                    let array = array(vm, Args::one(args[0].clone()))?;
                    let [item] = arguments(args);
                    vm.get_item(&array, &item)
                },
                "__eq__" => equal,
            ])
            .methods(&[
                ("__iter__", |vm, args| {
                    let array = array(vm, args)?;
                    vm.iter(&array)
                }),
                ("__contains__", |vm, args| {
                    let own = array(vm, Args::one(args[0].clone()))?;
                    vm.call_method(&own, "__contains__", Args::one(args[1].clone()))
                }),
                ("__getattr__", |vm, args| {
                    let own = array(vm, Args::one(args[0].clone()))?;
                    let name = args
                        .get(1)
                        .and_then(Value::as_str)
                        .unwrap_or("")
                        .to_string();
                    vm.get_attribute(&own, &name)
                }),
                ("__len__", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.array.shape()[0]))
                }),
                ("__neg__", |vm, args| delegate(vm, args, "__neg__")),
                ("__hash__", |vm, args| {
                    let vector = this(vm, &args)?;
                    let values = vector.array.to_floats();
                    let entries = values
                        .iter()
                        .enumerate()
                        .map(|(at, value)| (at as i64, *value));
                    Ok(Value::Int(hash_of(values.len(), entries)))
                }),
                ("__str__", |vm, args| {
                    let vector = this(vm, &args)?;
                    match vector.array.shape().len() {
                        1 => Ok(Value::from(row(vm, &vector.array.to_floats())?)),
                        _ => {
                            let rows = array(vm, args)?;
                            let mut texts = Vec::new();
                            for row in vm.collect(&rows)? {
                                texts.push(vm.str(&row)?);
                            }
                            Ok(Value::from(format!("[{}]", texts.join(","))))
                        }
                    }
                }),
                ("__repr__", |vm, args| {
                    let vector = this(vm, &args)?;
                    let mut texts = Vec::new();
                    for value in vector.array.to_floats() {
                        texts.push(shown(vm, value)?);
                    }
                    Ok(Value::from(format!("DenseVector([{}])", texts.join(", "))))
                }),
            ])
    }
}

/// The number that PySpark makes of a vector's first 128 entries that are not 0, if it fits 64 bits;
/// else what Python's hash of it is: a `__hash__` is taken as it is if it fits.
pub(super) fn hash_of(size: usize, entries: impl Iterator<Item = (i64, f64)>) -> i64 {
    const MODULUS: u128 = (1 << 61) - 1;
    let start = 31 + size as u64;
    let mut exact = i64::try_from(start).ok();
    let mut residue = u128::from(start) % MODULUS;
    let steps = entries
        .filter(|(_, value)| *value != 0.0)
        .take(128)
        .flat_map(|(at, value)| {
            let bits = value.to_bits();
            [at as u64, bits ^ (bits >> 32)]
        });
    for step in steps {
        exact = exact
            .and_then(|number| number.checked_mul(31))
            .and_then(|number| number.checked_add_unsigned(step));
        residue = (residue * 31 + u128::from(step)) % MODULUS;
    }
    exact.unwrap_or(residue as i64)
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<DenseVector>> {
    receiver::<DenseVector>(vm, args, "DenseVector")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [ar] = arguments(args);
    let array = dense_array(vm, &ar)?;
    Ok(object_of(class, DenseVector { array }))
}

/// The array of a vector that is made of a value.
pub(super) fn dense_array(vm: &mut Vm, value: &Value) -> Result<Rc<Array>> {
    if let Some(vector) = Vector::of(value) {
        return Ok(Rc::new(Array::row(vector.components())));
    }
    let array = array_of(vm, value, Some(DType::Float64))?;
    match array.shape().is_empty() {
        true => Err(vm.type_error("iteration over a 0-d array")),
        false => Ok(array),
    }
}

/// `array`, `values`, `toArray()`: the array itself.
fn array(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    Ok(vector.array.shared(vm))
}

/// A method of the array, what it gives being a vector.
fn delegate(vm: &mut Vm, args: Args, method: &str) -> Result<Value> {
    let own = array(vm, Args::one(args[0].clone()))?;
    let operand = args.get(1).map(|other| match data::<DenseVector>(other) {
        Some(other) => other.array.shared(vm),
        None => match data::<SparseVector>(other) {
            Some(other) => other.to_array().into_value(vm),
            None => other.clone(),
        },
    });
    let result = vm.call_method(&own, method, Args::of(operand))?;
    let array = array_of(vm, &result, Some(DType::Float64))?;
    Ok(object(vm, DenseVector { array }))
}

/// `dot(other)`: with a vector or a row a number, with a matrix an array.
fn dot(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    let [other] = arguments(args);
    if let Some(matrix) = Array::of(&other)
        && matrix.shape().len() > 1
    {
        if matrix.shape()[0] != vector.array.size() {
            return Err(vector::assertion(vm, "dimension mismatch"));
        }
        let own = vector.array.shared(vm);
        return vm.call_method(&own, "dot", Args::one(other));
    }
    let other = to_vector(vm, &other)?;
    let product = Vector::Dense(vector).dot(vm, &other)?;
    Ok(float64(vm, product))
}

fn squared_distance(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    let [other] = arguments(args);
    let other = to_vector(vm, &other)?;
    let distance = Vector::Dense(vector).squared_distance(vm, &other)?;
    Ok(float64(vm, distance))
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    let [other] = arguments(args);
    Ok(Value::Bool(match Vector::of(&other) {
        Some(Vector::Dense(other)) => {
            vector.array.shape() == other.array.shape()
                && vector.array.to_floats() == other.array.to_floats()
        }
        Some(Vector::Sparse(other)) => other.equals_dense(&vector),
        None => false,
    }))
}

#[cfg(test)]
mod tests {
    use super::hash_of;

    #[test]
    fn hashes_as_in_python() {
        assert_eq!(hash_of(3, std::iter::empty()), 34);
        assert_eq!(
            hash_of(3, [(0, 1.5)].into_iter()),
            4_609_434_219_686_952_866
        );
        let dense = [(0, 1.0), (1, 2.0)];
        assert_eq!(hash_of(2, dense.into_iter()), 283_727_808_486_772_546);
    }
}
