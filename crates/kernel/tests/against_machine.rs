//! A kernel gives what the machine gives for each number, to the bit, or nothing at all.

use std::rc::Rc;

use brooklet_kernel::{Column, Kernel};
use brooklet_python::vm::SilentHost;
use brooklet_python::{Value, Vm};
use brooklet_python_compiler::compiler::compile;
use proptest::prelude::*;

/// Numbers at which operators change what they do.
fn ints() -> Column {
    let edges = [
        0,
        1,
        2,
        3,
        7,
        63,
        1 << 31,
        1 << 32,
        (1 << 53) + 1,
        i64::MAX,
        i64::MIN,
    ];
    Column::Ints(
        edges
            .iter()
            .flat_map(|edge| [*edge, edge.wrapping_neg()])
            .collect(),
    )
}

fn small_ints() -> Column {
    Column::Ints((-20..20).collect())
}

fn floats() -> Column {
    let edges = [
        0.0,
        0.1,
        1.0,
        1.5,
        2.0,
        3.0,
        1e16,
        1e300,
        5e-324,
        f64::INFINITY,
        f64::NAN,
    ];
    Column::Floats(edges.iter().flat_map(|edge| [*edge, -edge]).collect())
}

fn function(vm: &mut Vm, text: &str) -> Value {
    let code = compile(&format!("function = {text}\n"), "test.py").expect("it compiles");
    let globals = vm.run_to_end(&code).expect("it runs");
    globals.get_str("function").expect("it is set")
}

/// Bits say more than `==`: -0.0 is not 0.0, and NaN is NaN.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => left == right,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Float(left), Value::Float(right)) => {
            left.to_bits() == right.to_bits() || left.is_nan() && right.is_nan()
        }
        _ => false,
    }
}

/// Whether a kernel answers for all of these numbers; if so, it answers as the machine does.
fn answers(vm: &mut Vm, text: &str, arguments: &Column) -> bool {
    let function = function(vm, text);
    let kernel = Kernel::of(&function, arguments.column_type());
    let Some(results) = kernel.and_then(|kernel| kernel.run(arguments)) else {
        return false;
    };
    for index in 0..arguments.len() {
        let argument = arguments.value(index);
        let called = vm.call_one(&function, argument.clone());
        let shown = vm.repr(&argument).expect("a number has a repr");
        let expected = called.unwrap_or_else(|_| panic!("{text} raises for {shown}"));
        assert!(
            is_same(&results.value(index), &expected),
            "{text} for {shown}"
        );
    }
    true
}

#[test]
fn numeric_lambdas_have_kernels() {
    let mut vm = Vm::new(Rc::new(SilentHost));
    for text in [
        "lambda x: x * 2 + 1",
        "lambda x: x % 3 == 0",
        "lambda x: x // 4 - -x",
        "lambda x: x / 8",
        "lambda x: 0 < x < 10",
        "lambda x: x > 3 and x % 2 == 0",
        "lambda x: x < -3 or not x",
        "lambda x: 10 // x if x else 0",
        "lambda x: x if x > 0 else -x",
        "lambda x: x * 0.5 + 1",
        "lambda x: (x > 2) + (x > 4)",
    ] {
        let is_guarded = text.contains("10 // x");
        assert_eq!(answers(&mut vm, text, &small_ints()), !is_guarded, "{text}");
    }
    assert!(answers(
        &mut vm,
        "lambda x: x % 0.7 - x // 0.7",
        &Column::Floats(vec![-1.0, 2.5, 0.0])
    ));
}

#[test]
fn what_a_column_cannot_hold_is_left_to_the_machine() {
    let mut vm = Vm::new(Rc::new(SilentHost));
    for text in [
        "lambda x: x * x",
        "lambda x: x + x",
        "lambda x: 1 // x",
        "lambda x: x + 0.5",
    ] {
        assert!(!answers(&mut vm, text, &ints()), "{text}");
    }
    for text in [
        "lambda x: str(x)",
        "lambda x: (x, 1)",
        "lambda x: x ** 2",
        "lambda x: x if x else 'none'",
        "lambda x, y=2: x * y",
        "lambda *x: 1",
        "abs",
    ] {
        assert!(!answers(&mut vm, text, &small_ints()), "{text}");
    }
}

fn expression() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => Just("x".to_owned()),
        2 => (-4i64..10).prop_map(|number| format!("({number})")),
        1 => prop_oneof![Just("0.5"), Just("-2.0"), Just("1e16"), Just("True"), Just("4294967296")]
            .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let operator = prop::sample::select(vec![
            "+", "-", "*", "/", "//", "%", "&", "|", "^", "<", "<=", "==", "!=", ">", ">=", "and", "or",
        ]);
        prop_oneof![
            6 => (inner.clone(), operator, inner.clone())
                .prop_map(|(left, operator, right)| format!("({left} {operator} {right})")),
            1 => inner.clone().prop_map(|operand| format!("(-{operand})")),
            1 => inner.clone().prop_map(|operand| format!("(not {operand})")),
            1 => (inner.clone(), inner.clone(), inner)
                .prop_map(|(then, condition, otherwise)| format!("({then} if {condition} else {otherwise})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_expression(text in expression()) {
        answers_for_each(&format!("lambda x: {text}"));
    }

    /// What a result does not need is worked out too: it may raise.
    #[test]
    fn any_expression_that_is_not_used(
        unused in expression(),
        used in expression(),
        place in prop::sample::select(vec![
            "    each = UNUSED\n    return USED\n",
            "    UNUSED\n    return USED\n",
            "    each = UNUSED\n    each = USED\n    return each\n",
            "    if x > 2:\n        each = UNUSED\n    return USED\n",
            "    if x > 2:\n        each = UNUSED\n        return each\n    return USED\n",
            "    if UNUSED:\n        each = 1\n    return USED\n",
        ]),
    ) {
        let body = place.replace("UNUSED", &unused).replace("USED", &used);
        answers_for_each(&format!("None\ndef function(x):\n{body}"));
    }
}

/// Compares a function with the machine over columns, and one number at a time, so that a number that
/// a kernel leaves out does not hide the others.
fn answers_for_each(text: &str) {
    let mut vm = Vm::new(Rc::new(SilentHost));
    for arguments in [small_ints(), ints(), floats()] {
        answers(&mut vm, text, &arguments);
        for index in 0..arguments.len() {
            let one = match &arguments {
                Column::Ints(numbers) => Column::Ints(vec![numbers[index]]),
                Column::Floats(numbers) => Column::Floats(vec![numbers[index]]),
                Column::Bools(numbers) => Column::Bools(vec![numbers[index]]),
            };
            answers(&mut vm, text, &one);
        }
    }
}
