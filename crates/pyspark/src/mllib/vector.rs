//! What dense and sparse vectors have in common.

use std::rc::Rc;

use brooklet_numpy::{Array, DType, array_of, dot_product};
use brooklet_python::native_class::{data, object};
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Class, Raise, Result, Value, Vm};

use super::dense_vector::DenseVector;
use super::sparse_vector::SparseVector;

struct VectorClass(Rc<Class>);

/// The class `Vector`, from which both kinds are derived.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let object = vm.types.object.clone();
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.mllib.linalg", "Vector", &object);
        VectorClass(builder.layout(Layout::Native).build())
    });
    made.0.clone()
}

/// A vector.
#[derive(Clone)]
pub(super) enum Vector {
    Dense(Rc<DenseVector>),
    Sparse(Rc<SparseVector>),
}

impl Vector {
    /// The vector of a value that is one.
    pub(super) fn of(value: &Value) -> Option<Vector> {
        data::<DenseVector>(value)
            .map(Vector::Dense)
            .or_else(|| data::<SparseVector>(value).map(Vector::Sparse))
    }

    /// How many components there are.
    pub(super) fn size(&self) -> usize {
        match self {
            Vector::Dense(vector) => vector.array.size(),
            Vector::Sparse(vector) => vector.size,
        }
    }

    /// All components.
    pub(super) fn components(&self) -> Vec<f64> {
        match self {
            Vector::Dense(vector) => vector.array.to_floats(),
            Vector::Sparse(vector) => vector.to_array().to_floats(),
        }
    }

    /// `a · b`, as NumPy computes it.
    pub(super) fn dot(&self, vm: &mut Vm, other: &Vector) -> Result<f64> {
        same_size(vm, self, other)?;
        match (self, other) {
            (Vector::Dense(a), Vector::Dense(b)) => Ok(a
                .array
                .with_floats(|a| b.array.with_floats(|b| dot_product(a.iter().zip(b))))),
            (Vector::Dense(dense), Vector::Sparse(sparse))
            | (Vector::Sparse(sparse), Vector::Dense(dense)) => {
                let places = sparse.places(vm)?;
                let picked = dense
                    .array
                    .with_floats(|dense| places.iter().map(|at| dense[*at]).collect::<Vec<f64>>());
                Ok(sparse
                    .values
                    .with_floats(|values| dot_product(picked.iter().zip(values))))
            }
            (Vector::Sparse(a), Vector::Sparse(b)) => {
                let (a, b) = (a.entries(), b.entries());
                let common = a.iter().filter_map(|(at, value)| {
                    let (_, other) = b.iter().find(|(other, _)| other == at)?;
                    Some((value, other))
                });
                Ok(dot_product(common))
            }
        }
    }

    /// The squared distance, as PySpark computes it.
    pub(super) fn squared_distance(&self, vm: &mut Vm, other: &Vector) -> Result<f64> {
        same_size(vm, self, other)?;
        let squares = |values: &[f64]| dot_product(values.iter().zip(values));
        match (self, other) {
            (Vector::Dense(a), Vector::Dense(b)) => {
                let apart: Vec<f64> = a.array.with_floats(|a| {
                    b.array
                        .with_floats(|b| a.iter().zip(b).map(|(a, b)| a - b).collect())
                });
                Ok(squares(&apart))
            }
            (Vector::Dense(dense), Vector::Sparse(sparse))
            | (Vector::Sparse(sparse), Vector::Dense(dense)) => {
                let places = sparse.places(vm)?;
                let mut rest = dense.array.to_floats();
                let apart: Vec<f64> = sparse.values.with_floats(|values| {
                    places
                        .iter()
                        .zip(values)
                        .map(|(at, value)| rest[*at] - value)
                        .collect()
                });
                let mut at = 0;
                rest.retain(|_| {
                    at += 1;
                    !places.contains(&(at - 1))
                });
                Ok(squares(&apart) + squares(&rest))
            }
            (Vector::Sparse(a), Vector::Sparse(b)) => {
                Ok(sparse_distance(&a.entries(), &b.entries()))
            }
        }
    }
}

/// The squared distance of sparse vectors, index by index.
fn sparse_distance(mut a: &[(i64, f64)], mut b: &[(i64, f64)]) -> f64 {
    let mut sum = 0.0;
    loop {
        let apart = match (a, b) {
            ([], []) => return sum,
            ([(i, x), rest_a @ ..], [(j, y), rest_b @ ..]) if i == j => {
                (a, b) = (rest_a, rest_b);
                x - y
            }
            ([(i, x), rest @ ..], [(j, _), ..]) if i < j => {
                a = rest;
                *x
            }
            ([(_, x), rest @ ..], []) => {
                a = rest;
                *x
            }
            (_, [(_, y), rest @ ..]) => {
                b = rest;
                *y
            }
        };
        sum += apart * apart;
    }
}

fn same_size(vm: &mut Vm, left: &Vector, right: &Vector) -> Result<()> {
    match left.size() == right.size() {
        true => Ok(()),
        false => Err(assertion(vm, "dimension mismatch")),
    }
}

/// `AssertionError`.
pub(super) fn assertion(vm: &mut Vm, message: &str) -> Raise {
    vm.error(ExceptionKind::AssertionError, message)
}

/// A vector as it is, or the dense one of a list, a tuple, a range, or an array of NumPy or of `array`.
///
/// # Errors
/// `TypeError` for anything else, `ValueError` for what is no number in it.
pub(super) fn to_vector(vm: &mut Vm, value: &Value) -> Result<Vector> {
    if let Some(vector) = Vector::of(value) {
        return Ok(vector);
    }
    let is_row = matches!(value, Value::List(_) | Value::Tuple(_) | Value::Range(_));
    if !is_row && Array::of(value).is_none() {
        let class = Value::Class(vm.class_of(value));
        let class = vm.repr(&class)?;
        if class != "<class 'array.array'>" {
            return Err(vm.type_error(format!("Cannot convert type {class} into Vector")));
        }
    }
    let array = match Array::of(value) {
        Some(_) => array_of(vm, value, Some(DType::Float64))?,
        None => {
            let numbers = Value::list(vm.collect(value)?);
            array_of(vm, &numbers, Some(DType::Float64))?
        }
    };
    Ok(Vector::Dense(Rc::new(DenseVector { array })))
}

/// The same as the program sees it; a vector is the same object.
pub(super) fn to_vector_value(vm: &mut Vm, value: &Value) -> Result<Value> {
    match to_vector(vm, value)? {
        _ if Vector::of(value).is_some() => Ok(value.clone()),
        Vector::Dense(vector) => Ok(object(
            vm,
            DenseVector {
                array: vector.array.clone(),
            },
        )),
        Vector::Sparse(_) => Ok(value.clone()),
    }
}
