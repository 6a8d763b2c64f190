//! `Vectors`: the functions that make vectors.

use std::rc::Rc;

use brooklet_numpy::{Array, float64};
use brooklet_pyspark_api::mllib::VECTORS;
use brooklet_python::native_class::object;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::dense_vector::{DenseVector, dense_array};
use super::sparse_vector::sparse;
use super::vector::{to_vector, to_vector_value};
use crate::binding::{arguments, methods};
use crate::core::unavailable::unavailable;

struct VectorsClass(Rc<Class>);

/// The class `Vectors`.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let object = vm.types.object.clone();
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.mllib.linalg", "Vectors", &object);
        VectorsClass(builder.static_methods(FUNCTIONS).build())
    });
    made.0.clone()
}

const FUNCTIONS: &[(&str, NativeFn)] = methods![VECTORS;
    "dense" => dense,
    "sparse" => |vm, args| {
        let [size, parts] = arguments(args);
        let parts = vm.collect(&parts)?;
        let vector = sparse(vm, &size, &parts)?;
        Ok(object(vm, vector))
    },
    "zeros" => |vm, args| {
        let [size] = arguments(args);
        let size = vm.to_i64(&size)?;
        match usize::try_from(size) {
            Ok(size) => Ok(dense_value(vm, vec![0.0; size])),
            Err(_) => Err(vm.value_error("negative dimensions are not allowed")),
        }
    },
    "stringify" => |vm, args| {
        let [vector] = arguments(args);
        Ok(Value::from(vm.str(&vector)?))
    },
    "squared_distance" => |vm, args| {
        let [v1, v2] = arguments(args);
        let first = to_vector(vm, &v1)?;
        let second = to_vector(vm, &v2)?;
        let distance = first.squared_distance(vm, &second)?;
        Ok(float64(vm, distance))
    },
    "norm" => |vm, args| {
        let [vector, p] = arguments(args);
        let vector = to_vector_value(vm, &vector)?;
        vm.call_method(&vector, "norm", Args::one(p))
    },
    "parse" => |vm, args| {
        let [text] = arguments(args);
        let shown = vm.str(&text)?;
        match (shown.contains('('), shown.contains('[')) {
            (true, _) => parse_sparse(vm, Args::one(text)),
            (false, true) => parse_dense(vm, Args::one(text)),
            _ => Err(vm.value_error("Cannot find tokens '[' or '(' from the input string.")),
        }
    },
    "fromML" => |vm, _| {
        Err(unavailable(
            vm,
            "Vectors.fromML",
            "there is no pyspark.ml here; make the vector with Vectors.dense",
        ))
    },
];

fn dense_value(vm: &mut Vm, values: Vec<f64>) -> Value {
    let array = Rc::new(Array::row(values));
    object(vm, DenseVector { array })
}

/// `Vectors.dense(1.0, 2.0)` or `Vectors.dense([1.0, 2.0])`.
fn dense(vm: &mut Vm, args: Args) -> Result<Value> {
    let [elements] = arguments(args);
    let elements = vm.collect(&elements)?;
    dense_of(vm, elements)
}

/// A vector of numbers, or of the only one of the elements if that is none.
fn dense_of(vm: &mut Vm, elements: Vec<Value>) -> Result<Value> {
    let is_number = |vm: &mut Vm, value: &Value| {
        let (int, float) = (vm.types.int.clone(), vm.types.float.clone());
        vm.is_instance(value, &int) || vm.is_instance(value, &float)
    };
    let elements = match &elements[..] {
        [only] if !is_number(vm, only) => only.clone(),
        _ => Value::tuple(elements),
    };
    let array = dense_array(vm, &elements)?;
    Ok(object(vm, DenseVector { array }))
}

/// What stands between brackets, and where it ends.
fn between<'a>(
    vm: &mut Vm,
    text: &'a str,
    brackets: (char, char),
    missing: [&str; 2],
) -> Result<(&'a str, &'a str)> {
    let Some(start) = text.find(brackets.0) else {
        return Err(vm.value_error(missing[0]));
    };
    let Some(end) = text.find(brackets.1) else {
        return Err(vm.value_error(missing[1]));
    };
    Ok((text.get(start + 1..end).unwrap_or(""), &text[end + 1..]))
}

const ARRAY: [&str; 2] = ["Array should start with '['.", "Array should end with ']'."];

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|item| !item.is_empty())
}

/// The numbers of a text, each as `class` reads it; `None` where one cannot be read.
fn numbers(vm: &mut Vm, text: &str, class: &Rc<Class>) -> Option<Vec<Value>> {
    let class = Value::Class(class.clone());
    items(text)
        .map(|item| vm.call_one(&class, Value::str(item)).ok())
        .collect()
}

/// `DenseVector.parse(s)`.
pub(super) fn parse_dense(vm: &mut Vm, args: Args) -> Result<Value> {
    let [text] = arguments(args);
    let text = vm.str(&text)?;
    let (values, _) = between(vm, &text, ('[', ']'), ARRAY)?;
    let float = vm.types.float.clone();
    match numbers(vm, values, &float) {
        Some(numbers) => dense_of(vm, vec![Value::list(numbers)]),
        None => Err(vm.value_error(format!("Unable to parse values from {values}"))),
    }
}

/// `SparseVector.parse(s)`.
pub(super) fn parse_sparse(vm: &mut Vm, args: Args) -> Result<Value> {
    let [text] = arguments(args);
    let text = vm.str(&text)?;
    let tuple = ["Tuple should start with '('", "Tuple should end with ')'"];
    let (inside, _) = between(vm, &text, ('(', ')'), tuple)?;
    let inside = inside.trim();
    let (int, float) = (vm.types.int.clone(), vm.types.float.clone());
    let size = inside.split(',').next().unwrap_or("");
    let Some(size_number) = numbers(vm, size, &int).and_then(|mut sizes| sizes.pop()) else {
        return Err(vm.value_error(format!("Cannot parse size {size}.")));
    };
    let missing = [
        "Indices array should start with '['.",
        "Indices array should end with ']'",
    ];
    let (index_text, rest) = between(vm, inside, ('[', ']'), missing)?;
    let Some(indices) = numbers(vm, index_text, &int) else {
        return Err(vm.value_error(format!("Unable to parse indices from {index_text}.")));
    };
    let rest = rest.trim();
    let missing = [
        "Values array should start with '['.",
        "Values array should end with ']'.",
    ];
    let (value_text, _) = between(vm, rest, ('[', ']'), missing)?;
    let Some(values) = numbers(vm, value_text, &float) else {
        return Err(vm.value_error(format!("Unable to parse values from {rest}.")));
    };
    let vector = sparse(
        vm,
        &size_number,
        &[Value::list(indices), Value::list(values)],
    )?;
    Ok(object(vm, vector))
}
