//! `SparseVector`: a vector of which only the values at some indices are kept.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_numpy::{Array, DType, array_of, float64, int64, norm};
use brooklet_pyspark_api::mllib::SPARSE_VECTOR;
use brooklet_python::native_class::{NativeClass, object_of, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::dense_vector::{DenseVector, hash_of};
use super::pickled_vector::PickledVector;
use super::vector::{self, Vector, assertion, to_vector};
use super::vector_text::{row, shown};
use super::vectors::parse_sparse;
use crate::binding::{arguments, constructor, methods, properties};

/// A `SparseVector`.
pub(super) struct SparseVector {
    pub(super) size: usize,
    /// As the program gave them: they may lie outside.
    pub(super) indices: Rc<Array>,
    pub(super) values: Rc<Array>,
}

impl SparseVector {
    /// The indices with their values.
    pub(super) fn entries(&self) -> Vec<(i64, f64)> {
        let values = self.values.to_floats();
        self.indices.to_ints().into_iter().zip(values).collect()
    }

    /// The indices, counted from the front.
    ///
    /// # Errors
    /// `IndexError` for one that lies outside.
    pub(super) fn places(&self, vm: &mut Vm) -> Result<Vec<usize>> {
        let mut places = Vec::new();
        for index in self.indices.to_ints() {
            let counted = if index < 0 {
                index + self.size as i64
            } else {
                index
            };
            match usize::try_from(counted).ok().filter(|at| *at < self.size) {
                Some(at) => places.push(at),
                None => {
                    let size = self.size;
                    return Err(vm.index_error(format!(
                        "index {index} is out of bounds for axis 0 with size {size}"
                    )));
                }
            }
        }
        Ok(places)
    }

    /// All components; values outside are left out.
    pub(super) fn to_array(&self) -> Array {
        let mut values = vec![0.0; self.size];
        for (index, value) in self.entries() {
            if let Some(slot) = usize::try_from(index)
                .ok()
                .and_then(|at| values.get_mut(at))
            {
                *slot = value;
            }
        }
        Array::row(values)
    }

    /// Whether a dense vector has the same components.
    pub(super) fn equals_dense(&self, other: &DenseVector) -> bool {
        self.size == other.array.size() && self.to_array().to_floats() == other.array.to_floats()
    }
}

impl NativeData for SparseVector {
    fn pickle(&self, _: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Ok(Arc::new(PickledVector::Sparse {
            size: self.size,
            indices: self.indices.to_ints(),
            values: self.values.to_floats(),
        }))
    }
}

impl NativeClass for SparseVector {
    const MODULE: &'static str = "pyspark.mllib.linalg";
    const NAME: &'static str = "SparseVector";

    fn base(vm: &mut Vm) -> Rc<Class> {
        vector::class(vm)
    }

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![SPARSE_VECTOR => new])
            .static_methods(methods![SPARSE_VECTOR;
                "parse" => parse_sparse,
            ])
            .properties(properties![SPARSE_VECTOR;
                "size" => |vm, args| Ok(Value::from(this(vm, &args)?.size)),
                "indices" => |vm, args| {
                    let vector = this(vm, &args)?;
                    Ok(vector.indices.shared(vm))
                },
                "values" => |vm, args| {
                    let vector = this(vm, &args)?;
                    Ok(vector.values.shared(vm))
                },
            ])
            .methods(methods![SPARSE_VECTOR;
                "toArray" => |vm, args| {
                    let vector = this(vm, &args)?;
                    vector.places(vm)?;
                    Ok(vector.to_array().into_value(vm))
                },
                "numNonzeros" => |vm, args| {
                    let values = this(vm, &args)?.values.to_floats();
                    let count = values.iter().filter(|value| **value != 0.0).count();
                    Ok(int64(vm, count as i64))
                },
                "norm" => |vm, args| {
                    let vector = this(vm, &args)?;
                    let [p] = arguments(args);
                    let length = norm(vm, &vector.values, &p)?;
                    Ok(float64(vm, length))
                },
                "dot" => dot,
                "squared_distance" => |vm, args| {
                    let vector = Vector::Sparse(this(vm, &args)?);
                    let [other] = arguments(args);
                    let other = to_vector(vm, &other)?;
                    let distance = vector.squared_distance(vm, &other)?;
                    Ok(float64(vm, distance))
                },
                "__getitem__" => get_item,
                "__eq__" => equal,
            ])
            .methods(&[
                ("__len__", |vm, args| Ok(Value::from(this(vm, &args)?.size))),
                ("__iter__", |vm, args| {
                    let array = this(vm, &args)?.to_array().into_value(vm);
                    vm.iter(&array)
                }),
                ("__hash__", |vm, args| {
                    let vector = this(vm, &args)?;
                    let entries = vector.entries();
                    Ok(Value::Int(hash_of(vector.size, entries.into_iter())))
                }),
                ("__str__", |vm, args| {
                    let vector = this(vm, &args)?;
                    let indices: Vec<String> = vector
                        .indices
                        .to_ints()
                        .iter()
                        .map(i64::to_string)
                        .collect();
                    let values = row(vm, &vector.values.to_floats())?;
                    Ok(Value::from(format!(
                        "({},[{}],{values})",
                        vector.size,
                        indices.join(",")
                    )))
                }),
                ("__repr__", |vm, args| {
                    let vector = this(vm, &args)?;
                    let mut entries = Vec::new();
                    for (index, value) in vector.entries() {
                        entries.push(format!("{index}: {}", shown(vm, value)?));
                    }
                    let entries = entries.join(", ");
                    Ok(Value::from(format!(
                        "SparseVector({}, {{{entries}}})",
                        vector.size
                    )))
                }),
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<SparseVector>> {
    receiver::<SparseVector>(vm, args, "SparseVector")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [size, parts] = arguments(args);
    let parts = vm.collect(&parts)?;
    let vector = sparse(vm, &size, &parts)?;
    Ok(object_of(class, vector))
}

/// The vector of `(size, {index: value})`, `(size, [(index, value), …])` or
/// `(size, indices, values)`.
///
/// # Errors
/// `AssertionError`, `TypeError` or `ValueError` for arguments that do not make one.
pub(super) fn sparse(vm: &mut Vm, size: &Value, parts: &[Value]) -> Result<SparseVector> {
    let int = Value::Class(vm.types.int.clone());
    let size = vm.call_one(&int, size.clone())?;
    let size = usize::try_from(vm.to_i64(&size)?).unwrap_or(0);
    let (indices, values) = match parts {
        [pairs] => {
            let pairs = match pairs {
                Value::Dict(_) => vm.call_method(pairs, "items", Args::none())?,
                pairs => pairs.clone(),
            };
            let sorted = vm.builtins.get_str("sorted").unwrap_or_default();
            let pairs = vm.call_one(&sorted, pairs)?;
            let pairs = vm.collect(&pairs)?;
            let indices = array_of_parts(vm, &pairs, 0, DType::Int32)?;
            (indices, array_of_parts(vm, &pairs, 1, DType::Float64)?)
        }
        [indices, values] => (
            array_of(vm, indices, Some(DType::Int32))?,
            array_of(vm, values, Some(DType::Float64))?,
        ),
        _ => return Err(assertion(vm, "must pass either 2 or 3 arguments")),
    };
    if indices.size() != values.size() {
        return Err(assertion(vm, "index and value arrays not same length"));
    }
    if parts.len() == 2
        && let Some(pair) = indices.to_ints().windows(2).find(|pair| pair[0] >= pair[1])
    {
        return Err(vm.type_error(format!(
            "Indices {} and {} are not strictly increasing",
            pair[0], pair[1]
        )));
    }
    Ok(SparseVector {
        size,
        indices,
        values,
    })
}

/// An array of one item of each pair.
fn array_of_parts(vm: &mut Vm, pairs: &[Value], at: i64, dtype: DType) -> Result<Rc<Array>> {
    let mut parts = Vec::with_capacity(pairs.len());
    for pair in pairs {
        parts.push(vm.get_item(pair, &Value::Int(at))?);
    }
    array_of(vm, &Value::list(parts), Some(dtype))
}

/// `dot(other)`: of a matrix only the rows at the indices count.
fn dot(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, vector) = (args[0].clone(), this(vm, &args)?);
    let [other] = arguments(args);
    if let Some(matrix) = Array::of(&other)
        && matrix.shape().len() > 1
    {
        if matrix.shape().len() > 2 {
            let message = format!(
                "Cannot call dot with {}-dimensional array",
                matrix.shape().len()
            );
            return Err(vm.value_error(message));
        }
        if matrix.shape()[0] != vector.size {
            return Err(assertion(vm, "dimension mismatch"));
        }
        let indices = vm.get_attribute(&own, "indices")?;
        let rows = vm.get_item(&other, &indices)?;
        let values = vm.get_attribute(&own, "values")?;
        return vm.call_method(&values, "dot", Args::one(rows));
    }
    let other = to_vector(vm, &other)?;
    let product = Vector::Sparse(vector).dot(vm, &other)?;
    Ok(float64(vm, product))
}

fn get_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    let [index] = arguments(args);
    if !vm.is_instance(&index, &vm.types.int.clone()) {
        let class = Value::Class(vm.class_of(&index));
        let class = vm.repr(&class)?;
        return Err(vm.type_error(format!("Indices must be of type integer, got type {class}")));
    }
    let index = vm.to_i64(&index)?;
    let size = vector.size as i64;
    if index >= size || index < -size {
        return Err(vm.index_error(format!("Index {index} out of bounds.")));
    }
    let counted = if index < 0 { index + size } else { index };
    let entries = vector.entries();
    let found = entries.iter().find(|(at, _)| *at == counted);
    Ok(float64(vm, found.map_or(0.0, |(_, value)| *value)))
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let vector = this(vm, &args)?;
    let [other] = arguments(args);
    Ok(Value::Bool(match Vector::of(&other) {
        Some(Vector::Sparse(other)) => {
            vector.size == other.size && vector.entries() == other.entries()
        }
        Some(Vector::Dense(other)) => vector.equals_dense(&other),
        None => false,
    }))
}
