//! Programs and expressions with what CPython 3.11 made of them: see `tests/python/README.md`.
//!
//! `CORPUS=strings cargo test -p brooklet-python-stdlib --test corpus -- --nocapture` runs one topic and
//! shows every difference.

mod support;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use brooklet_python::value::{Payload, Value};
use brooklet_python::{Raise, Vm};
use brooklet_python_compiler::compiler::compile;
use serde_json::Value as Json;
use support::{LIBRARY, Recorder};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/python")
}

fn lines(path: &Path) -> Vec<Json> {
    let text = std::fs::read_to_string(path).expect("the corpus is part of the project");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a case is JSON"))
        .collect()
}

/// Cases where Brooklet does not do what CPython does, each with its reason. One that agrees
/// after all is a failure too: this list only shrinks.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "builtin_functions_0137",
        "the message of min() without an argument",
    ),
    (
        "builtin_functions_0158",
        "the message of max() without an argument",
    ),
    (
        "builtin_functions_0353",
        "methods of built-in classes are built-in functions here",
    ),
    (
        "builtin_functions_0377",
        "methods of built-in classes are built-in functions here",
    ),
    ("builtin_functions_0401", "`__builtins__` is not there"),
    (
        "classes_0035",
        "__floor__ of a class that also has __float__",
    ),
    ("exceptions_0176", "built-in exceptions have no __doc__"),
    (
        "floats_0365",
        "floats have no identity here: one nan is found in a list of another",
    ),
    ("json_module_0111", "texts hold no lone surrogates"),
    ("math_module_0208", "the last digit of a cube root"),
    ("ranges_0039", "ranges hold 64-bit numbers"),
    ("ranges_0051", "ranges hold 64-bit numbers"),
    ("ranges_0052", "ranges hold 64-bit numbers"),
    ("re_module_0176", "groupindex is a dict"),
    ("strings_0504", "texts hold no lone surrogates"),
    ("strings_0644", "texts hold no lone surrogates"),
    (
        "traceback_024",
        "CPython points at nothing where an assertion ends in a constant",
    ),
];

fn is_different(case: &Json) -> bool {
    DIFFERENT
        .iter()
        .any(|(id, _)| case["id"].as_str() == Some(id))
}

/// What running a case gave, in the corpus's own terms.
#[derive(PartialEq, Debug)]
struct Outcome {
    stdout: String,
    result: Option<String>,
    error: Option<String>,
    line: Option<u64>,
}

fn text(case: &Json, field: &str) -> Option<String> {
    case[field].as_str().map(String::from)
}

fn run(case: &Json) -> Outcome {
    let code = text(case, "code").unwrap_or_default();
    let expression = text(case, "expr");
    let code_lines = code.lines().count() as u64;
    let program = match &expression {
        Some(expression) => format!(
            "{}\n__brooklet__ = ({expression}\n)",
            code.trim_end_matches('\n')
        ),
        None => code.clone(),
    };
    let host = Rc::new(Recorder::default());
    let failed = |error: String, line: Option<u64>| Outcome {
        stdout: host.out.borrow().clone(),
        result: None,
        error: Some(error),
        line,
    };
    let compiled = match compile(&program, "program.py") {
        Ok(compiled) => compiled,
        Err(faults) => return failed(format!("SyntaxError: {}", faults[0].message), None),
    };
    let mut vm = Vm::with_library(host.clone(), &LIBRARY);
    let ended =
        vm.run_to_end(&compiled)
            .and_then(|globals| match globals.get_str("__brooklet__") {
                Some(value) if expression.is_some() => vm.repr(&value).map(Some),
                _ => Ok(None),
            });
    match ended {
        Ok(result) => Outcome {
            stdout: host.out.borrow().clone(),
            result,
            error: None,
            line: None,
        },
        Err(Raise::Exception(exception)) => {
            let line = match &*exception.payload() {
                Payload::Exception(state) => state
                    .traceback
                    .iter()
                    .find(|entry| &*entry.file == "program.py")
                    .map(|entry| u64::from(entry.line)),
                _ => None,
            };
            let error = vm.format_exception_line(&exception);
            failed(error, line.filter(|line| *line <= code_lines))
        }
        Err(raise) => failed(format!("{raise:?}"), None),
    }
}

fn differs(case: &Json) -> Option<String> {
    let expected = Outcome {
        stdout: text(case, "stdout").unwrap_or_default(),
        result: text(case, "result"),
        error: text(case, "error"),
        line: case["line"].as_u64(),
    };
    let case_copy = case.clone();
    let actual = std::panic::catch_unwind(|| run(&case_copy));
    let actual = match actual {
        Ok(actual) if actual == expected && is_different(case) => "agrees after all".to_string(),
        Ok(actual) if actual == expected => return None,
        _ if is_different(case) => return None,
        Ok(actual) => format!("{actual:?}"),
        Err(_) => "panicked".to_string(),
    };
    Some(format!(
        "{}\n  code: {}\n  expr: {}\n  CPython:  {expected:?}\n  Brooklet: {actual}",
        case["id"].as_str().unwrap_or_default(),
        text(case, "code")
            .unwrap_or_default()
            .replace('\n', "\n        "),
        text(case, "expr").unwrap_or_default(),
    ))
}

#[test]
fn agrees_with_cpython() {
    let wanted = std::env::var("CORPUS").ok();
    let mut topics: Vec<PathBuf> = std::fs::read_dir(corpus().join("cases"))
        .expect("the corpus is part of the project")
        .map(|entry| entry.expect("a file can be listed").path())
        .collect();
    topics.sort();
    let mut summary = String::new();
    let mut failures = 0;
    for topic in topics {
        let name = topic
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .to_string();
        if wanted
            .as_ref()
            .is_some_and(|wanted| !name.starts_with(wanted.as_str()))
        {
            continue;
        }
        let cases = lines(&topic);
        let count = cases.len();
        let worker = std::thread::Builder::new().stack_size(64 << 20);
        let different: Vec<String> = worker
            .spawn(move || cases.iter().filter_map(differs).collect())
            .expect("a thread can be started")
            .join()
            .expect("every case catches its panic");
        if wanted.is_some() {
            different
                .iter()
                .for_each(|difference| println!("{difference}\n"));
        }
        failures += different.len();
        summary.push_str(&format!(
            "{name}: {} of {count} agree\n",
            count - different.len()
        ));
    }
    println!("{summary}");
    assert_eq!(failures, 0, "cases differ from CPython:\n{summary}");
}

#[test]
fn tracebacks_are_those_of_cpython() {
    let mut different = Vec::new();
    for case in lines(&corpus().join("tracebacks.jsonl")) {
        let code = text(&case, "code").unwrap_or_default();
        let expected = text(&case, "stderr").unwrap_or_default();
        // Frames inside the library's own files, and what the driver does at `SystemExit`.
        let foreign = ["<lib>/", "<string>"]
            .iter()
            .any(|file| expected.contains(file));
        if foreign || !expected.contains("Traceback") || is_different(&case) {
            continue;
        }
        let Ok(compiled) = compile(&code, "program.py") else {
            different.push(format!("{}: does not compile", case["id"]));
            continue;
        };
        let mut vm = Vm::with_library(Rc::new(Recorder::default()), &LIBRARY);
        let actual = match vm.run_to_end(&compiled) {
            Err(Raise::Exception(exception)) => vm.format_exception(&exception),
            _ => String::new(),
        };
        if actual != expected {
            different.push(format!(
                "{}\n{code}\nCPython:\n{expected}\nBrooklet:\n{actual}",
                case["id"]
            ));
        }
    }
    assert!(
        different.is_empty(),
        "{} tracebacks differ\n{}",
        different.len(),
        different.join("\n\n")
    );
}

/// Syntax errors that Brooklet tells in other words, or tells only when it runs the line (as it
/// does some that CPython's compiler finds); one that agrees after all is a failure too.
const OTHER_WORDS: &[u32] = &[
    18, 72, 74, 75, 76, 90, 91, 93, 94, 96, 97, 98, 102, 121, 122, 124, 127, 131, 133, 141, 142,
    145, 146, 150, 151, 152, 153, 154, 155, 157, 158, 159, 160, 162, 166, 167, 168, 169, 171, 173,
    174, 175, 177, 206, 210, 212,
];

#[test]
fn syntax_errors_are_found_on_their_line() {
    let mut different = Vec::new();
    for case in lines(&corpus().join("syntax_errors.jsonl")) {
        let code = text(&case, "code").unwrap_or_default();
        let expected = (
            case["line"].as_u64(),
            text(&case, "message"),
            text(&case, "type"),
        );
        let number = text(&case, "id").and_then(|id| id.rsplit('_').next()?.parse().ok());
        let other_words = number.is_some_and(|number| OTHER_WORDS.contains(&number));
        let actual = match compile(&code, "program.py") {
            Ok(_) => (None, Some("it compiles".to_string()), None),
            Err(faults) => (
                Some(u64::from(faults[0].line)),
                Some(faults[0].message.clone()),
                faults[0].exception().map(String::from),
            ),
        };
        if (actual == expected) == other_words {
            different.push(format!(
                "{}\n{code}\nCPython:  {expected:?}\nBrooklet: {actual:?}",
                case["id"]
            ));
        }
    }
    assert!(
        different.is_empty(),
        "{} syntax errors differ\n{}",
        different.len(),
        different.join("\n\n")
    );
}

#[test]
fn values_survive_pickling() {
    let program = r#"
import operator
def outer(n):
    total = [0]
    def inner(k):
        total[0] += k
        return fact(k) + n + total[0]
    return inner
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
class Point:
    count = 0
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return "Point(%r)" % (self.x,)
    def twin(self):
        return Point(self.x)
data = [1, 2.5, "a", None, True, b"b", (1, [2, {3: {4}}]), frozenset([5]), 2 ** 70, Point([1]), range(3)]
functions = [outer(10), fact, len, str.upper, Point, Point(1).twin, lambda x, y=2: x * y]
"#;
    let host = Rc::new(Recorder::default());
    let mut driver = Vm::with_library(host.clone(), &LIBRARY);
    let code = compile(program, "program.py").expect("the program is right");
    let globals = driver.run_to_end(&code).expect("the program runs");
    let mut worker = Vm::with_library(host, &LIBRARY);
    for name in ["data", "functions"] {
        let value = globals.get_str(name).expect("the program defines it");
        let pickled =
            brooklet_python::pickle::pickle(&mut driver, &value).expect("it can be pickled");
        let unpickled = pickled.unpickle(&mut worker).expect("it can be unpickled");
        if name == "data" {
            assert_eq!(
                driver.repr(&value).expect("it has a repr"),
                worker.repr(&unpickled).expect("it has a repr")
            );
        } else {
            let Value::List(functions) = unpickled else {
                panic!("a list stays a list")
            };
            let results = [
                Value::Int(5),
                Value::Int(5),
                Value::str("four"),
                Value::str("up"),
                Value::Int(7),
            ];
            let expected = ["135", "120", "4", "'UP'", "Point(7)"];
            for ((function, argument), expected) in
                functions.to_vec().iter().zip(results).zip(expected)
            {
                let result = worker
                    .call_one(function, argument)
                    .expect("the function works");
                assert_eq!(worker.repr(&result).expect("it has a repr"), expected);
            }
        }
    }
}
