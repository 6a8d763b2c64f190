//! Products and norms.

use brooklet_python::native_class::object;
use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::power::power;

use crate::array::Array;
use crate::array_of;
use crate::buffer::Buffer;
use crate::dtype::DType;
use crate::shape::{broadcast, shape_text, stretched};

/// `a · b` as `numpy.dot` gives it on current processors: from left to right, multiplication and
/// addition fused.
pub fn dot_product<'a>(pairs: impl Iterator<Item = (&'a f64, &'a f64)>) -> f64 {
    pairs.fold(0.0, |sum, (a, b)| a.mul_add(*b, sum))
}

/// The product of rows and columns that lie in a row each; `columns` are the second's, turned.
fn matrix(
    vm: &mut Vm,
    dtype: DType,
    left: &Buffer,
    right: &Buffer,
    [rows, width, columns]: [usize; 3],
) -> Result<Buffer> {
    let pairs = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    Ok(match (left, right) {
        (Buffer::Floats(a), Buffer::Floats(b)) => Buffer::Floats(
            pairs
                .map(|(row, column)| {
                    let own = a[row * width..(row + 1) * width].iter();
                    let other = b.iter().skip(column).step_by(columns.max(1));
                    dtype.rounded(dot_product(own.zip(other)))
                })
                .collect(),
        ),
        (Buffer::Ints(a), Buffer::Ints(b)) => Buffer::Ints(
            pairs
                .map(|(row, column)| {
                    let sum = (0..width).fold(0i64, |sum, at| {
                        let product = a[row * width + at].wrapping_mul(b[at * columns + column]);
                        sum.wrapping_add(product)
                    });
                    dtype.wrap(i128::from(sum))
                })
                .collect(),
        ),
        (Buffer::Values(a), Buffer::Values(b)) => {
            let mut results = Vec::new();
            for (row, column) in pairs {
                let mut sum = Value::Int(0);
                for at in 0..width {
                    let (a, b) = (&a[row * width + at], &b[at * columns + column]);
                    let product = vm.binary(BinaryOp::Multiply, a, b)?;
                    sum = vm.binary(BinaryOp::Add, &sum, &product)?;
                }
                results.push(sum);
            }
            crate::cast::of_values(vm, results.into_iter(), dtype)?
        }
        _ => unreachable!("both were made one type"),
    })
}

fn both(vm: &mut Vm, left: &Value, right: &Value) -> Result<(Array, Array, DType)> {
    let (left, right) = (array_of(vm, left, None)?, array_of(vm, right, None)?);
    let dtype = left.dtype.together(right.dtype);
    Ok((left.cast(vm, dtype)?, right.cast(vm, dtype)?, dtype))
}

/// `numpy.dot`.
///
/// # Errors
/// `ValueError` where the lengths differ.
pub(crate) fn dot(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    let (left, right, dtype) = both(vm, left, right)?;
    if left.shape.is_empty() || right.shape.is_empty() {
        let [left, right] = [left, right].map(|array| array.into_value(vm));
        return vm.binary(BinaryOp::Multiply, &left, &right);
    }
    let width = left.shape[left.ndim() - 1];
    let axis = right.ndim().saturating_sub(2);
    let height = right.shape[axis];
    if width != height {
        return Err(vm.value_error(format!(
            "shapes {} and {} not aligned: {width} (dim {}) != {height} (dim {axis})",
            shape_text(&left.shape),
            shape_text(&right.shape),
            left.ndim() - 1
        )));
    }
    // The axis that is summed over comes first.
    let mut order: Vec<usize> = (0..right.ndim()).filter(|own| *own != axis).collect();
    order.insert(0, axis);
    let turned = right.transposed(&Value::None, &order);
    let mut shape = left.shape[..left.ndim() - 1].to_vec();
    shape.extend(order[1..].iter().map(|axis| right.shape[*axis]));
    let columns = order[1..].iter().map(|axis| right.shape[*axis]).product();
    let rows = left.shape[..left.ndim() - 1].iter().product();
    let sizes = [rows, width, columns];
    let elements = matrix(vm, dtype, &left.elements(), &turned.elements(), sizes)?;
    Ok(Array::new(dtype, shape, elements).into_value(vm))
}

/// `a @ b`: of matrices, and of stacks of them.
///
/// # Errors
/// `ValueError` where the lengths differ, or for what has no axes.
pub(crate) fn matrix_product(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    const SIGNATURE: &str = "signature (n?,k),(k,m?)->(n?,m?)";
    let (mut own, mut other, dtype) = both(vm, left, right)?;
    for (at, array) in [&own, &other].into_iter().enumerate() {
        if array.shape.is_empty() {
            return Err(vm.value_error(format!(
                "matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core \
                 with {SIGNATURE} requires 1)"
            )));
        }
    }
    let (is_row, is_column) = (own.ndim() == 1, other.ndim() == 1);
    if is_row {
        own.shape.insert(0, 1);
        own.strides.insert(0, 0);
    }
    if is_column {
        other.shape.push(1);
        other.strides.push(0);
    }
    let [rows, width] = [own.shape[own.ndim() - 2], own.shape[own.ndim() - 1]];
    let [height, columns] = [other.shape[other.ndim() - 2], other.shape[other.ndim() - 1]];
    if width != height {
        return Err(vm.value_error(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc \
             {SIGNATURE} (size {height} is different from {width})"
        )));
    }
    let stacks = [&own, &other].map(|array| array.shape[..array.ndim() - 2].to_vec());
    let Some(stack) = broadcast(&[&stacks[0], &stacks[1]]) else {
        return Err(vm.value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {} {}",
            shape_text(&own.shape),
            shape_text(&other.shape)
        )));
    };
    let [own, other] = [own, other].map(|array| {
        let mut shape = stack.clone();
        shape.extend(&array.shape[array.ndim() - 2..]);
        let strides = stretched(&shape, &array.shape, &array.strides);
        Array {
            shape,
            strides,
            ..array
        }
        .elements()
    });
    let mut results = Buffer::empty(dtype);
    for at in 0..stack.iter().product::<usize>() {
        let (a, b) = (rows * width, width * columns);
        let left = own.gather(at * a..(at + 1) * a);
        let right = other.gather(at * b..(at + 1) * b);
        results.append(matrix(vm, dtype, &left, &right, [rows, width, columns])?);
    }
    let mut shape = stack;
    if !is_row {
        shape.push(rows);
    }
    if !is_column {
        shape.push(columns);
    }
    let result = Array::new(dtype, shape, results);
    Ok(match result.shape.is_empty() {
        true => result.scalar(vm, 0),
        false => object(vm, result),
    })
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
    let sum = |values: Vec<f64>| crate::ufunc::pairwise(&values, DType::Float64);
    Ok(if order == f64::INFINITY {
        sizes.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    } else if order == f64::NEG_INFINITY {
        sizes.iter().copied().fold(f64::INFINITY, f64::min)
    } else if order == 0.0 {
        sizes.iter().filter(|size| **size != 0.0).count() as f64
    } else if order == 1.0 {
        sum(sizes) + 0.0
    } else if order == 2.0 {
        dot_product(sizes.iter().zip(&sizes)).sqrt()
    } else {
        let powers = sizes.iter().map(|size| power(*size, order)).collect();
        power(sum(powers), 1.0 / order)
    })
}
