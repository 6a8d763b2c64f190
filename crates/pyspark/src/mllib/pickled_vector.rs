//! Vectors and points in a form that crosses threads, and that training reads without a machine.

use std::rc::Rc;

use brooklet_numpy::Array;
use brooklet_python::native_class::object;
use brooklet_python::pickle::PickledNative;
use brooklet_python::{Result, Value, Vm};

use super::dense_vector::DenseVector;
use super::labeled_point::LabeledPoint;
use super::sparse_vector::SparseVector;
use super::vector::Vector;

/// A vector.
pub(super) enum PickledVector {
    Dense(Vec<f64>),
    Sparse {
        size: usize,
        indices: Vec<i64>,
        values: Vec<f64>,
    },
}

impl PickledVector {
    pub(super) fn of(vector: &Vector) -> PickledVector {
        match vector {
            Vector::Dense(vector) => PickledVector::Dense(vector.array.to_floats()),
            Vector::Sparse(vector) => PickledVector::Sparse {
                size: vector.size,
                indices: vector.indices.to_ints(),
                values: vector.values.to_floats(),
            },
        }
    }

    /// How many components there are.
    pub(super) fn size(&self) -> usize {
        match self {
            PickledVector::Dense(values) => values.len(),
            PickledVector::Sparse { size, .. } => *size,
        }
    }
}

impl PickledNative for PickledVector {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        Ok(match self {
            PickledVector::Dense(values) => {
                let array = Rc::new(Array::row(values.clone()));
                object(vm, DenseVector { array })
            }
            PickledVector::Sparse {
                size,
                indices,
                values,
            } => {
                let vector = SparseVector {
                    size: *size,
                    indices: Rc::new(Array::row_of_int32(indices.clone())),
                    values: Rc::new(Array::row(values.clone())),
                };
                object(vm, vector)
            }
        })
    }
}

/// A labelled point.
pub(super) struct PickledPoint {
    pub(super) label: f64,
    pub(super) features: PickledVector,
}

impl PickledNative for PickledPoint {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let features = self.features.unpickle(vm)?;
        let point = LabeledPoint::new(Value::Float(self.label), features);
        Ok(object(vm, point))
    }
}
