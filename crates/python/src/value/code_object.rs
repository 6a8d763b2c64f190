//! Compiled code with the values of one machine in it.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::{Code, Constant};

use super::{Complex, Str, Value};

/// One machine's view of compiled code.
pub struct CodeObject {
    /// The code.
    pub code: Arc<Code>,
    /// Its names.
    pub names: Vec<Str>,
    /// Its local names.
    pub local_names: Vec<Str>,
    /// Its constants; `None` stands for code.
    pub constants: Vec<Value>,
    /// The view of each constant that is code.
    pub inner: Vec<Option<Rc<CodeObject>>>,
    /// The file's name.
    pub file: Rc<str>,
    /// `__name__`.
    pub name: Rc<str>,
}

impl CodeObject {
    /// A view of the code and of all code inside it.
    pub fn new(code: Arc<Code>) -> Rc<CodeObject> {
        let inner = code
            .constants
            .iter()
            .map(|constant| match constant {
                Constant::Code(inner) => Some(CodeObject::new(inner.clone())),
                _ => None,
            })
            .collect();
        Rc::new(CodeObject {
            names: code.names.iter().map(|name| Str::new(name)).collect(),
            local_names: code.locals.iter().map(|name| Str::new(name)).collect(),
            constants: code.constants.iter().map(value_of).collect(),
            inner,
            file: Rc::from(&*code.file),
            name: Rc::from(&*code.name),
            code,
        })
    }
}

/// A constant as a value; code as `None`.
fn value_of(constant: &Constant) -> Value {
    match constant {
        Constant::None | Constant::Code(_) => Value::None,
        Constant::Ellipsis => Value::Ellipsis,
        Constant::Bool(value) => Value::Bool(*value),
        Constant::Int(value) => Value::Int(*value),
        Constant::BigInt(value) => Value::BigInt(Rc::new((**value).clone())),
        Constant::Float(value) => Value::Float(*value),
        Constant::Imaginary(imag) => Value::Complex(Rc::new(Complex {
            real: 0.0,
            imag: *imag,
        })),
        Constant::Str(text) => Value::str(text),
        Constant::Bytes(data) => Value::bytes(data.to_vec()),
        Constant::Tuple(items) => Value::tuple(items.iter().map(value_of).collect()),
    }
}
