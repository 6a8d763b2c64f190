//! Products, norms and orders.

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::power::power;

use super::array::{Array, Elements};
use super::array_of;
use super::dtype::DType;
use super::operators::shape_text;
use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

/// `a · b` as `numpy.dot` gives it on current processors: from left to right, multiplication and
/// addition fused.
pub fn dot_product<'a>(pairs: impl Iterator<Item = (&'a f64, &'a f64)>) -> f64 {
    pairs.fold(0.0, |sum, (a, b)| a.mul_add(*b, sum))
}

/// `numpy.dot` of arrays of at most two axes.
pub(super) fn dot(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    let (left, right) = (array_of(vm, left, None)?, array_of(vm, right, None)?);
    let is_float = left.dtype.is_float() || right.dtype.is_float();
    let dtype = left.dtype.max(right.dtype).max(DType::Int64);
    let (rows, width) = match left.shape[..] {
        [] => (1, 1),
        [width] => (1, width),
        _ => (left.shape[0], left.size() / left.shape[0].max(1)),
    };
    let (height, columns) = match right.shape[..] {
        [] => (1, right.size()),
        [height] => (height, 1),
        _ => (right.shape[0], right.size() / right.shape[0].max(1)),
    };
    if left.shape.is_empty() || right.shape.is_empty() {
        let left = (*left).clone().into_value(vm);
        let right = (*right).clone().into_value(vm);
        return vm.binary(BinaryOp::Multiply, &left, &right);
    }
    if width != height {
        return Err(vm.value_error(format!(
            "shapes {} and {} not aligned: {width} (dim {}) != {height} (dim 0)",
            shape_text(&left.shape),
            shape_text(&right.shape),
            left.shape.len() - 1
        )));
    }
    let mut shape = Vec::new();
    shape.extend(left.shape[..left.shape.len() - 1].iter());
    shape.extend(right.shape[1..].iter());
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let elements = match is_float {
        true => {
            let (a, b) = (left.to_floats(), right.to_floats());
            Elements::Floats(
                places
                    .map(|(row, column)| {
                        let own = a[row * width..(row + 1) * width].iter();
                        dot_product(own.zip(b.iter().skip(column).step_by(columns)))
                    })
                    .collect(),
            )
        }
        false => {
            let (a, b) = (left.to_ints(), right.to_ints());
            Elements::Ints(
                places
                    .map(|(row, column)| {
                        (0..width).fold(0i64, |sum, at| {
                            let product =
                                a[row * width + at].wrapping_mul(b[at * columns + column]);
                            sum.wrapping_add(product)
                        })
                    })
                    .collect(),
            )
        }
    };
    Ok(Array::new(dtype, shape, elements).into_value(vm))
}

/// `a @ b`: as [`dot`], but of arrays with axes only.
pub(super) fn matrix_product(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    const SIGNATURE: &str = "signature (n?,k),(k,m?)->(n?,m?)";
    let shapes = [
        array_of(vm, left, None)?.shape.clone(),
        array_of(vm, right, None)?.shape.clone(),
    ];
    if let Some(at) = shapes.iter().position(Vec::is_empty) {
        return Err(vm.value_error(format!(
            "matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with \
             {SIGNATURE} requires 1)"
        )));
    }
    let (width, height) = (shapes[0][shapes[0].len() - 1], shapes[1][0]);
    if width != height {
        return Err(vm.value_error(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc \
             {SIGNATURE} (size {height} is different from {width})"
        )));
    }
    dot(vm, left, right)
}

/// `numpy.linalg.norm` of all elements as one vector.
///
/// # Errors
/// `ValueError` for an order that is no number.
pub fn norm(vm: &mut Vm, array: &Array, order: &Value) -> Result<f64> {
    let order = match order {
        Value::None => 2.0,
        order => match vm.find_f64(order)? {
            Some(order) => order,
            None => {
                let order = vm.repr(order)?;
                return Err(vm.value_error(format!("Invalid norm order {order} for vectors")));
            }
        },
    };
    let sizes: Vec<f64> = array.to_floats().iter().map(|value| value.abs()).collect();
    if order.is_infinite() && sizes.is_empty() {
        return Err(
            vm.value_error("zero-size array to reduction operation maximum which has no identity")
        );
    }
    Ok(if order == f64::INFINITY {
        sizes.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    } else if order == f64::NEG_INFINITY {
        sizes.iter().copied().fold(f64::INFINITY, f64::min)
    } else if order == 0.0 {
        sizes.iter().filter(|size| **size != 0.0).count() as f64
    } else if order == 1.0 {
        super::reductions::sum(&sizes) + 0.0
    } else if order == 2.0 {
        dot_product(sizes.iter().zip(&sizes)).sqrt()
    } else {
        let powers: Vec<f64> = sizes.iter().map(|size| power(*size, order)).collect();
        power(super::reductions::sum(&powers), 1.0 / order)
    })
}

/// The elements of the last axis in order, NaN last.
pub(super) fn sorted(array: &Array) -> Array {
    let sorted = array.clone();
    let lane = array.shape.last().copied().unwrap_or(1).max(1);
    match &mut *sorted.elements.borrow_mut() {
        Elements::Floats(values) => values.chunks_mut(lane).for_each(|lane| {
            lane.sort_by(|a, b| a.is_nan().cmp(&b.is_nan()).then(a.total_cmp(b)));
        }),
        Elements::Ints(values) => values.chunks_mut(lane).for_each(<[i64]>::sort_unstable),
    }
    sorted
}
