//! Arrays: elements of one type in rows.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::dtype::DType;
use super::scalar;
use brooklet_python::native_class::{class, data, object};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{NativeData, Payload, Value};
use brooklet_python::vm::{Result, Vm};

/// The elements, the last axis running fastest; bools are ints.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Elements {
    Floats(Vec<f64>),
    Ints(Vec<i64>),
}

/// What a `numpy.ndarray` holds. Slices are copies: an array never shares elements with another.
#[derive(Clone, Debug)]
pub struct Array {
    pub(super) dtype: DType,
    pub(super) shape: Vec<usize>,
    pub(super) elements: RefCell<Elements>,
}

impl Array {
    pub(super) fn new(dtype: DType, shape: Vec<usize>, elements: Elements) -> Array {
        Array {
            dtype,
            shape,
            elements: RefCell::new(elements),
        }
    }

    /// An array of floats with a shape.
    pub fn floats(shape: Vec<usize>, values: Vec<f64>) -> Array {
        debug_assert_eq!(shape.iter().product::<usize>(), values.len());
        Array::new(DType::Float64, shape, Elements::Floats(values))
    }

    /// One row of floats.
    pub fn row(values: Vec<f64>) -> Array {
        Array::floats(vec![values.len()], values)
    }

    /// One row of `int32`.
    pub fn row_of_int32(values: Vec<i64>) -> Array {
        Array::new(DType::Int32, vec![values.len()], Elements::Ints(values))
    }

    /// The length of each axis.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// How many elements there are.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The elements as floats.
    pub fn to_floats(&self) -> Vec<f64> {
        match &*self.elements.borrow() {
            Elements::Floats(values) => values.clone(),
            Elements::Ints(values) => values.iter().map(|value| *value as f64).collect(),
        }
    }

    /// The elements as whole numbers.
    pub fn to_ints(&self) -> Vec<i64> {
        match &*self.elements.borrow() {
            Elements::Floats(values) => values.iter().map(|value| *value as i64).collect(),
            Elements::Ints(values) => values.clone(),
        }
    }

    /// Looks at the elements as floats.
    pub fn with_floats<T>(&self, look: impl FnOnce(&[f64]) -> T) -> T {
        match &*self.elements.borrow() {
            Elements::Floats(values) => look(values),
            Elements::Ints(values) => {
                let values: Vec<f64> = values.iter().map(|value| *value as f64).collect();
                look(&values)
            }
        }
    }

    /// The same elements as another type.
    pub(super) fn cast(&self, dtype: DType) -> Array {
        let elements = match dtype {
            DType::Float64 => Elements::Floats(self.to_floats()),
            DType::Int64 => Elements::Ints(self.to_ints()),
            DType::Int32 => Elements::Ints(
                self.to_ints()
                    .iter()
                    .map(|value| i64::from(*value as i32))
                    .collect(),
            ),
            DType::Bool => Elements::Ints(self.with_floats(|values| {
                values
                    .iter()
                    .map(|value| i64::from(*value != 0.0))
                    .collect()
            })),
        };
        Array::new(dtype, self.shape.clone(), elements)
    }

    /// The elements at these places, in a shape of their own.
    pub(super) fn gather(&self, places: &[usize], shape: Vec<usize>) -> Array {
        let elements = match &*self.elements.borrow() {
            Elements::Floats(values) => {
                Elements::Floats(places.iter().map(|at| values[*at]).collect())
            }
            Elements::Ints(values) => Elements::Ints(places.iter().map(|at| values[*at]).collect()),
        };
        Array::new(self.dtype, shape, elements)
    }

    /// The same elements in another shape.
    pub(super) fn reshaped(&self, shape: Vec<usize>) -> Array {
        Array::new(self.dtype, shape, self.elements.borrow().clone())
    }

    /// An element as a NumPy scalar.
    pub fn scalar(&self, vm: &mut Vm, at: usize) -> Value {
        let inner = self.plain(at);
        scalar::wrap(vm, self.dtype, inner)
    }

    /// An element as Python's own number.
    pub(super) fn plain(&self, at: usize) -> Value {
        match &*self.elements.borrow() {
            Elements::Floats(values) => Value::Float(values[at]),
            Elements::Ints(values) if self.dtype == DType::Bool => Value::Bool(values[at] != 0),
            Elements::Ints(values) => Value::Int(values[at]),
        }
    }

    /// As the program sees it: an array without axes is a scalar.
    pub fn into_value(self, vm: &mut Vm) -> Value {
        match self.shape.is_empty() {
            true => self.scalar(vm, 0),
            false => object(vm, self),
        }
    }

    /// An object that shares this array.
    pub fn shared(self: &Rc<Array>, vm: &mut Vm) -> Value {
        let class = class::<Array>(vm);
        Value::Instance(class.instance(Payload::Native(self.clone())))
    }

    /// The array of a value that is one.
    pub fn of(value: &Value) -> Option<Rc<Array>> {
        data::<Array>(value)
    }
}

impl NativeData for Array {
    fn pickle(&self, _: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Ok(Arc::new(PickledArray {
            dtype: self.dtype,
            shape: self.shape.clone(),
            elements: self.elements.borrow().clone(),
        }))
    }
}

struct PickledArray {
    dtype: DType,
    shape: Vec<usize>,
    elements: Elements,
}

impl PickledNative for PickledArray {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let array = Array::new(self.dtype, self.shape.clone(), self.elements.clone());
        Ok(object(vm, array))
    }
}
