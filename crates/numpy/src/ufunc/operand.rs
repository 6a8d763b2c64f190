//! What a ufunc is given: arrays, scalars, sequences, and Python's own numbers, which only count by
//! their kind (NEP 50).

use std::rc::Rc;

use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::dtype::{DType, Kind};
use crate::{array_of, scalar};

#[derive(Clone)]
pub(crate) struct Operand {
    pub(crate) array: Rc<Array>,
    /// Whether it is a number of Python's own.
    pub(crate) weak: bool,
}

impl Operand {
    /// An input of a ufunc.
    ///
    /// # Errors
    /// What making an array of it raises.
    pub(crate) fn of(vm: &mut Vm, value: &Value) -> Result<Operand> {
        let weak = scalar::dtype_of(vm, value).is_none()
            && matches!(
                vm.unwrap_builtin(value),
                Value::Int(_) | Value::Float(_) | Value::BigInt(_) | Value::Complex(_)
            );
        let array = array_of(vm, value, None)?;
        Ok(Operand { array, weak })
    }

    /// An operand of an operator; `None` where the other operand may know better what to do.
    ///
    /// # Errors
    /// What making an array of a sequence raises.
    pub(crate) fn of_operator(vm: &mut Vm, value: &Value) -> Result<Option<Operand>> {
        let known = match value {
            Value::List(_)
            | Value::Tuple(_)
            | Value::Range(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::Bool(_)
            | Value::BigInt(_)
            | Value::Complex(_)
            | Value::Str(_) => true,
            value => Array::of(value).is_some() || scalar::dtype_of(vm, value).is_some(),
        };
        match known {
            true => Operand::of(vm, value).map(Some),
            false => Ok(None),
        }
    }
}

/// The type of all operands together.
pub(crate) fn common(operands: &[Operand]) -> DType {
    let strong = operands.iter().filter(|operand| !operand.weak);
    let strong = strong
        .map(|operand| operand.array.dtype)
        .reduce(DType::together);
    let weak = operands.iter().filter(|operand| operand.weak);
    weak.fold(strong, |found, operand| {
        let weak = operand.array.dtype;
        let group = |dtype: DType| match dtype.kind() {
            Kind::Unsigned => Kind::Signed,
            kind => kind,
        };
        Some(match found {
            Some(found) if group(weak) <= group(found) => found,
            Some(found) if weak == DType::Object && found.is_whole() => found,
            Some(found) if found.kind() == Kind::Float && weak.kind() == Kind::Complex => weak,
            Some(found) if found.is_whole() => weak,
            Some(found) => found.together(weak),
            None => weak,
        })
    })
    .unwrap_or(DType::Float64)
}
