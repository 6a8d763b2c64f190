//! `numpy.ufunc`: what `numpy.add` and its like are.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{NativeClass, object, pickle_state, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};

use super::apply::{apply, places};
use super::operand::Operand;
use super::reduce::{accumulate, axes_argument, reduce};
use super::table::{Ufunc, named};
use crate::array::Array;
use crate::dtype::{DType, Kind};
use crate::errors;
use crate::shape::{axis_of, shape_text};
use crate::{array_of, dtype_object, is_set};

pub(crate) struct UfuncObject(pub(crate) &'static Ufunc);

impl NativeData for UfuncObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::str(self.0.name), |vm, name| {
            match name.as_str().and_then(named) {
                Some(ufunc) => Ok(object(vm, UfuncObject(ufunc))),
                None => Ok(Value::None),
            }
        })
    }
}

impl NativeClass for UfuncObject {
    const MODULE: &'static str = "numpy";
    const NAME: &'static str = "ufunc";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .properties(&[
                ("__name__", |vm, args| Ok(Value::str(this(vm, &args)?.name))),
                ("nin", |vm, args| Ok(Value::from(this(vm, &args)?.inputs))),
                ("nout", |_, _| Ok(Value::Int(1))),
            ])
            .methods(&[
                ("__repr__", |vm, args| {
                    let name = this(vm, &args)?.name;
                    Ok(Value::from(format!("<ufunc '{name}'>")))
                }),
                ("__call__", call),
                ("at", |vm, args| {
                    args.between(vm, "at", 1, 2, 3)?;
                    in_python(vm, "at", args)
                }),
                ("reduceat", |vm, args| in_python(vm, "reduceat", args)),
                ("reduce", |vm, args| {
                    let ufunc = this(vm, &args)?;
                    reduce_method(vm, ufunc, args, Value::Int(0))
                }),
                ("accumulate", |vm, args| {
                    let ufunc = this(vm, &args)?;
                    let [value, axis, dtype] =
                        args.bind(vm, "accumulate", 1, ["array", "axis", "dtype"], 1)?;
                    let array = array_of(vm, &value.unwrap_or_default(), None)?;
                    let given = vm.to_i64(&axis.unwrap_or(Value::Int(0)))?;
                    let axis = axis_of(vm, given, array.ndim())?;
                    let dtype = dtype_object::argument(vm, dtype)?;
                    let result = accumulate(vm, ufunc, &array, axis, dtype)?;
                    Ok(result_value(vm, result))
                }),
                ("outer", |vm, args| {
                    let ufunc = this(vm, &args)?;
                    args.between(vm, "outer", 1, 2, 2)?;
                    let mut operands = Vec::new();
                    for value in &args.positional[1..] {
                        operands.push(Operand::of(vm, value)?);
                    }
                    let mut left = (*operands[0].array).clone();
                    let more = operands[1].array.ndim();
                    left.shape.extend(std::iter::repeat_n(1, more));
                    left.strides.extend(std::iter::repeat_n(0, more));
                    operands[0].array = Rc::new(left);
                    let result = apply(vm, ufunc, &operands, None)?;
                    Ok(result_value(vm, result))
                }),
            ])
    }
}

/// A method that the Python text has, given the ufunc first.
fn in_python(vm: &mut Vm, name: &str, args: Args) -> Result<Value> {
    let module = vm.import("_numpy_signal")?;
    let function = module.globals.get_str(name).unwrap_or_default();
    vm.call(&function, args)
}

fn this(vm: &mut Vm, args: &Args) -> Result<&'static Ufunc> {
    Ok(receiver::<UfuncObject>(vm, args, "ufunc")?.0)
}

/// A ufunc's result as the program sees it: an array without axes is a scalar.
pub(crate) fn result_value(vm: &mut Vm, result: Array) -> Value {
    result.into_value(vm)
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let ufunc = this(vm, &args)?;
    args.take_first();
    let mut out = args.take_keyword("out").filter(|out| !out.is_none());
    if let Some(Value::Tuple(outs)) = &out {
        out = outs.first().filter(|out| !out.is_none()).cloned();
    }
    let dtype = args.take_keyword("dtype");
    let dtype = dtype_object::argument(vm, dtype)?;
    let mask = match args.take_keyword("where") {
        Some(mask) if !matches!(mask, Value::Bool(true)) => {
            Some(array_of(vm, &mask, Some(DType::Bool))?)
        }
        _ => None,
    };
    args.take_keyword("casting");
    if let Some((name, _)) = args.keywords.first() {
        let message = format!(
            "{}() got an unexpected keyword argument '{name}'",
            ufunc.name
        );
        return Err(vm.type_error(message));
    }
    let given = args.len();
    if given == ufunc.inputs + 1 {
        out = args.positional.pop();
    } else if given != ufunc.inputs {
        return Err(vm.type_error(format!(
            "{}() takes from {} to {} positional arguments but {given} were given",
            ufunc.name,
            ufunc.inputs,
            ufunc.inputs + 1
        )));
    }
    let mut operands = Vec::with_capacity(given);
    for value in &args.positional {
        operands.push(Operand::of(vm, value)?);
    }
    let result = apply(vm, ufunc, &operands, dtype)?;
    match (out, mask) {
        (Some(target), mask) => {
            let Some(array) = Array::of(&target) else {
                return Err(vm.type_error("return arrays must be of ArrayType"));
            };
            put(vm, ufunc.name, &result, &array, mask.as_deref())?;
            Ok(target)
        }
        (None, Some(mask)) => {
            // What is masked out is left as it happens to be: zeros.
            let empty = Array::flags(result.shape.clone(), result.places().map(|_| false));
            let empty = empty.cast(vm, result.dtype)?;
            put(vm, ufunc.name, &result, &empty, Some(&mask))?;
            Ok(result_value(vm, empty))
        }
        (None, None) => Ok(result_value(vm, result)),
    }
}

/// Puts a ufunc's result into an array.
///
/// # Errors
/// `ValueError` where it has another shape, `TypeError` where the array's type is of a lower kind.
pub(crate) fn put(
    vm: &mut Vm,
    ufunc: &str,
    result: &Array,
    target: &Array,
    mask: Option<&Array>,
) -> Result<()> {
    let group = |dtype: DType| match dtype.kind() {
        Kind::Unsigned => Kind::Signed,
        kind => kind,
    };
    if group(result.dtype) > group(target.dtype) {
        return Err(errors::output_casting(
            vm,
            ufunc,
            result.dtype,
            target.dtype,
        ));
    }
    let fits = crate::shape::broadcast(&[&result.shape, &target.shape]);
    if fits.as_ref() != Some(&target.shape) {
        return Err(vm.value_error(format!(
            "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
            shape_text(&target.shape),
            shape_text(&fits.unwrap_or_else(|| result.shape.clone()))
        )));
    }
    if target.read_only {
        return Err(vm.value_error("output array is read-only"));
    }
    let cast = match result.dtype == target.dtype {
        true => result.clone(),
        false => result.cast(vm, target.dtype)?,
    };
    let source = cast.elements();
    let own = Array::new(cast.dtype, cast.shape, source.clone());
    let pairs = target.places().zip(places(&own, &target.shape));
    match mask {
        None => target.buffer.borrow_mut().scatter(pairs, &source),
        Some(mask) => {
            let flags = mask.buffer.borrow().clone();
            let set = places(mask, &target.shape).map(|at| flags.float(DType::Bool, at) != 0.0);
            let pairs: Vec<(usize, usize)> = pairs
                .zip(set)
                .filter_map(|(pair, set)| set.then_some(pair))
                .collect();
            target
                .buffer
                .borrow_mut()
                .scatter(pairs.into_iter(), &source);
        }
    }
    Ok(())
}

/// `reduce(array, axis, dtype=None, out=None, keepdims=False, initial=…, where=True)` after a
/// receiver.
///
/// # Errors
/// As [`reduce`] has them.
pub(crate) fn reduce_method(
    vm: &mut Vm,
    ufunc: &'static Ufunc,
    args: Args,
    default_axis: Value,
) -> Result<Value> {
    let [value, axis, dtype, out, keeps_axes, initial, mask] = args.bind(
        vm,
        ufunc.name,
        1,
        ["a", "axis", "dtype", "out", "keepdims", "initial", "where"],
        1,
    )?;
    reduced(
        vm,
        ufunc,
        &value.unwrap_or_default(),
        [
            Some(axis.unwrap_or(default_axis)),
            dtype,
            out,
            keeps_axes,
            initial,
            mask,
        ],
    )
}

/// A reduction with its arguments: axis, type, output, whether axes are kept, first value, mask.
pub(crate) fn reduced(
    vm: &mut Vm,
    ufunc: &'static Ufunc,
    value: &Value,
    [axis, dtype, out, keeps_axes, initial, mask]: [Option<Value>; 6],
) -> Result<Value> {
    let array = array_of(vm, value, None)?;
    let axes = axes_argument(vm, &axis.unwrap_or_default(), &array)?;
    let dtype = dtype_object::argument(vm, dtype)?;
    let keeps_axes = is_set(vm, keeps_axes.as_ref())?;
    let (array, mask) = match mask.filter(|mask| !matches!(mask, Value::Bool(true))) {
        None => (array, None),
        Some(mask) => {
            let mask = array_of(vm, &mask, Some(DType::Bool))?;
            let own = Rc::new(array.copy());
            let flags = mask.buffer.borrow();
            let flags = places(&mask, &own.shape)
                .map(|at| flags.float(DType::Bool, at) as i64)
                .collect::<Vec<_>>();
            (own, Some(flags))
        }
    };
    let initial = initial.filter(|initial| !initial.is_none());
    let result = match initial {
        None => reduce(vm, ufunc, &array, &axes, keeps_axes, dtype, mask.as_deref())?,
        Some(initial) if array.size() == 0 => {
            let shape = super::reduce::Lanes::new(&array, &axes, keeps_axes).shape;
            let first = array_of(vm, &initial, dtype.or(Some(array.dtype)))?;
            let count = shape.iter().product();
            let elements = first.elements().gather(std::iter::repeat_n(0, count));
            Array::new(first.dtype, shape, elements)
        }
        Some(initial) => {
            let result = reduce(vm, ufunc, &array, &axes, keeps_axes, dtype, mask.as_deref())?;
            let operands = [
                Operand::of(vm, &initial)?,
                Operand {
                    array: Rc::new(result),
                    weak: false,
                },
            ];
            apply(vm, ufunc, &operands, None)?
        }
    };
    match out.filter(|out| !out.is_none()) {
        Some(target) => {
            let array = array_of(vm, &target, None)?;
            put(vm, ufunc.name, &result, &array, None)?;
            Ok(target)
        }
        None => Ok(result_value(vm, result)),
    }
}
