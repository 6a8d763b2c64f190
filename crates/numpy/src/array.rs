//! Arrays: views of elements of one type, in rows.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{class, data, object};
use brooklet_python::pickle::{Pickled, PickledNative, pickle};
use brooklet_python::value::{NativeData, Payload, Value};
use brooklet_python::vm::{Result, Vm};

use crate::buffer::{Buffer, whole_of_float};
use crate::dtype::DType;
use crate::scalar;
use crate::shape::{Places, row_strides};

/// What a `numpy.ndarray` holds: which places of a buffer are its elements. Slices, transposed and
/// reshaped arrays share the buffer of the array that they are made of.
#[derive(Clone)]
pub struct Array {
    pub(crate) dtype: DType,
    pub(crate) shape: Vec<usize>,
    /// For each axis the step between neighbours, in elements.
    pub(crate) strides: Vec<isize>,
    pub(crate) offset: usize,
    pub(crate) buffer: Rc<RefCell<Buffer>>,
    /// The array that owns the elements, for a view.
    pub(crate) base: Option<Value>,
    pub(crate) read_only: bool,
}

impl Array {
    /// An array that owns its elements, the last axis running fastest.
    pub(crate) fn new(dtype: DType, shape: Vec<usize>, buffer: Buffer) -> Array {
        debug_assert_eq!(shape.iter().product::<usize>(), buffer.len());
        Array {
            dtype,
            strides: row_strides(&shape),
            shape,
            offset: 0,
            buffer: Rc::new(RefCell::new(buffer)),
            base: None,
            read_only: false,
        }
    }

    /// An array of floats with a shape.
    pub fn floats(shape: Vec<usize>, values: Vec<f64>) -> Array {
        Array::new(DType::Float64, shape, Buffer::Floats(values))
    }

    /// One row of floats.
    pub fn row(values: Vec<f64>) -> Array {
        Array::floats(vec![values.len()], values)
    }

    /// One row of `int32`.
    pub fn row_of_int32(values: Vec<i64>) -> Array {
        Array::new(DType::Int32, vec![values.len()], Buffer::Ints(values))
    }

    /// One row of `int64`: places, counts.
    pub(crate) fn row_of_places(values: impl IntoIterator<Item = usize>) -> Array {
        let values: Vec<i64> = values.into_iter().map(|value| value as i64).collect();
        Array::new(DType::Int64, vec![values.len()], Buffer::Ints(values))
    }

    /// Truths in a shape.
    pub(crate) fn flags(shape: Vec<usize>, flags: impl Iterator<Item = bool>) -> Array {
        Array::new(
            DType::Bool,
            shape,
            Buffer::Ints(flags.map(i64::from).collect()),
        )
    }

    /// The length of each axis.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// How many axes there are.
    pub(crate) fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// How many elements there are.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The places of the elements in the buffer.
    pub(crate) fn places(&self) -> Places {
        Places::new(&self.shape, &self.strides, self.offset)
    }

    /// Whether the elements lie in a row, the last axis running fastest.
    pub(crate) fn is_in_rows(&self) -> bool {
        let expected = row_strides(&self.shape);
        let axes = self.shape.iter().zip(&self.strides).zip(&expected);
        self.size() == 0
            || axes
                .into_iter()
                .all(|((n, own), step)| *n == 1 || own == step)
    }

    /// The elements in a row.
    pub(crate) fn elements(&self) -> Buffer {
        let buffer = self.buffer.borrow();
        if self.is_in_rows() && self.offset == 0 && buffer.len() == self.size() {
            return buffer.clone();
        }
        buffer.gather(self.places())
    }

    /// The elements as floats.
    pub fn to_floats(&self) -> Vec<f64> {
        match self.elements() {
            Buffer::Floats(values) => values,
            other => (0..other.len())
                .map(|at| other.float(self.dtype, at))
                .collect(),
        }
    }

    /// The elements as whole numbers.
    pub fn to_ints(&self) -> Vec<i64> {
        match self.elements() {
            Buffer::Ints(values) => values,
            other => (0..other.len())
                .map(|at| whole_of_float(DType::Int64, other.float(self.dtype, at)))
                .collect(),
        }
    }

    /// The elements as Python's own values.
    pub(crate) fn to_values(&self) -> Vec<Value> {
        match self.elements() {
            Buffer::Values(values) => values,
            other => (0..other.len())
                .map(|at| other.plain(self.dtype, at))
                .collect(),
        }
    }

    /// Looks at the elements as floats.
    pub fn with_floats<T>(&self, look: impl FnOnce(&[f64]) -> T) -> T {
        if let Buffer::Floats(values) = &*self.buffer.borrow()
            && self.is_in_rows()
        {
            return look(&values[self.offset..self.offset + self.size()]);
        }
        look(&self.to_floats())
    }

    /// A copy that owns its elements.
    pub(crate) fn copy(&self) -> Array {
        Array::new(self.dtype, self.shape.clone(), self.elements())
    }

    /// The same elements seen otherwise; `owner` is the object of this array.
    pub(crate) fn view(
        &self,
        owner: &Value,
        shape: Vec<usize>,
        strides: Vec<isize>,
        offset: usize,
    ) -> Array {
        Array {
            dtype: self.dtype,
            shape,
            strides,
            offset,
            buffer: self.buffer.clone(),
            base: Some(self.base.clone().unwrap_or_else(|| owner.clone())),
            read_only: self.read_only,
        }
    }

    /// The same elements in another shape: a view where they lie in a row.
    pub(crate) fn reshaped(&self, owner: &Value, shape: Vec<usize>) -> Array {
        if self.is_in_rows() {
            let strides = row_strides(&shape);
            return self.view(owner, shape, strides, self.offset);
        }
        Array::new(self.dtype, shape, self.elements())
    }

    /// The axes in another order.
    pub(crate) fn transposed(&self, owner: &Value, order: &[usize]) -> Array {
        let shape = order.iter().map(|axis| self.shape[*axis]).collect();
        let strides = order.iter().map(|axis| self.strides[*axis]).collect();
        self.view(owner, shape, strides, self.offset)
    }

    /// An element as a NumPy scalar, by its place in a row.
    pub fn scalar(&self, vm: &mut Vm, at: usize) -> Value {
        let inner = self.plain(at);
        scalar::wrap(vm, self.dtype, inner)
    }

    /// An element as Python's own value, by its place in a row.
    pub(crate) fn plain(&self, at: usize) -> Value {
        let place = match self.is_in_rows() {
            true => self.offset + at,
            false => self.places().nth(at).unwrap_or_default(),
        };
        self.buffer.borrow().plain(self.dtype, place)
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
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let elements = match self.elements() {
            Buffer::Floats(values) => PickledElements::Floats(values),
            Buffer::Ints(values) => PickledElements::Ints(values),
            Buffer::Values(values) => PickledElements::Values(pickle(vm, &Value::list(values))?),
        };
        Ok(Arc::new(PickledArray {
            dtype: self.dtype,
            shape: self.shape.clone(),
            elements,
        }))
    }
}

enum PickledElements {
    Floats(Vec<f64>),
    Ints(Vec<i64>),
    Values(Pickled),
}

struct PickledArray {
    dtype: DType,
    shape: Vec<usize>,
    elements: PickledElements,
}

impl PickledNative for PickledArray {
    fn unpickle(&self, vm: &mut Vm) -> Result<Value> {
        let elements = match &self.elements {
            PickledElements::Floats(values) => Buffer::Floats(values.clone()),
            PickledElements::Ints(values) => Buffer::Ints(values.clone()),
            PickledElements::Values(values) => {
                let values = values.unpickle(vm)?;
                Buffer::Values(vm.collect(&values)?)
            }
        };
        let array = Array::new(self.dtype, self.shape.clone(), elements);
        Ok(object(vm, array))
    }
}
