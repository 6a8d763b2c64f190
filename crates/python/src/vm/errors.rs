//! Raising exceptions from Rust code.

use std::rc::Rc;

use brooklet_python_compiler::diagnostic::Diagnostic;

use super::{ExceptionKind, Suspension, Vm};
use crate::builtins::exceptions::syntax_error;
use crate::value::{Class, ExceptionState, Instance, Payload, Value};

/// Why an operation did not give a value.
#[derive(Clone)]
pub enum Raise {
    /// A Python exception.
    Exception(Rc<Instance>),
    /// The program waits; only the machine's own run loop and [`Vm::call`] see this.
    Suspend(Suspension),
    /// The program was given up.
    Cancelled,
    /// An iterator is at its end, with the value that a generator returned; where Python code sees
    /// it, it is a `StopIteration`.
    StopIteration(Value),
    /// An operation is left, to run again; only [`Vm::operate`] sees this.
    Left,
}

impl std::fmt::Debug for Raise {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Raise::Exception(exception) => {
                write!(out, "{}", exception.class.name)?;
                if let Payload::Exception(state) = &*exception.payload()
                    && let Some(Value::Str(text)) = state.args.first()
                {
                    write!(out, ": {text}")?;
                }
                Ok(())
            }
            Raise::Suspend(_) => out.write_str("suspended"),
            Raise::Cancelled => out.write_str("cancelled"),
            Raise::StopIteration(_) => out.write_str("StopIteration"),
            Raise::Left => out.write_str("left"),
        }
    }
}

impl Raise {
    /// Whether an operation was left, to run again from its start.
    pub fn runs_again(&self) -> bool {
        matches!(self, Raise::Left | Raise::Suspend(_))
    }

    /// The exception, if it is one.
    pub fn exception(&self) -> Option<&Rc<Instance>> {
        match self {
            Raise::Exception(exception) => Some(exception),
            _ => None,
        }
    }
}

impl Vm {
    /// The exception that mistakes in a text are, which was compiled while the program runs.
    pub(crate) fn compile_error(&self, file: &str, text: &str, faults: &[Diagnostic]) -> Raise {
        let fault = &faults[0];
        let kind = match fault.exception() {
            Some("IndentationError") => ExceptionKind::IndentationError,
            Some(_) => ExceptionKind::SyntaxError,
            None => ExceptionKind::NotImplementedError,
        };
        self.error_with(kind, syntax_error::arguments(file, text, fault))
    }

    /// An exception of a class with arguments.
    pub fn new_exception(&self, class: &Rc<Class>, args: Vec<Value>) -> Rc<Instance> {
        class.instance(Payload::Exception(Box::new(ExceptionState {
            args,
            ..ExceptionState::default()
        })))
    }

    /// An exception of a built-in class with a message.
    pub fn error(&self, kind: ExceptionKind, message: impl Into<String>) -> Raise {
        self.error_with(kind, vec![Value::from(message.into())])
    }

    /// An exception of a built-in class with arguments.
    pub fn error_with(&self, kind: ExceptionKind, args: Vec<Value>) -> Raise {
        Raise::Exception(self.new_exception(self.types.exception(kind), args))
    }

    /// A `TypeError`.
    pub fn type_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::TypeError, message)
    }

    /// A `ValueError`.
    pub fn value_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::ValueError, message)
    }

    /// An `IndexError`.
    pub fn index_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::IndexError, message)
    }

    /// A `KeyError` with the key.
    pub fn key_error(&self, key: Value) -> Raise {
        self.error_with(ExceptionKind::KeyError, vec![key])
    }

    /// An `AttributeError`.
    pub fn attribute_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::AttributeError, message)
    }

    /// An `OverflowError`.
    pub fn overflow_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::OverflowError, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::ZeroDivisionError, message)
    }

    /// A `RuntimeError`.
    pub fn runtime_error(&self, message: impl Into<String>) -> Raise {
        self.error(ExceptionKind::RuntimeError, message)
    }

    /// A `StopIteration` with a value.
    pub fn stop_iteration(&self, value: Value) -> Raise {
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value]
        };
        self.error_with(ExceptionKind::StopIteration, args)
    }

    /// An error of the file system: `[Errno 2] No such file or directory: 'x'`.
    pub fn file_error(&self, error: crate::files::FileError, path: &str) -> Raise {
        use crate::files::FileError;
        let kind = match error {
            FileError::NotFound => ExceptionKind::FileNotFoundError,
            FileError::Exists => ExceptionKind::FileExistsError,
            FileError::NotADirectory => ExceptionKind::NotADirectoryError,
            FileError::IsADirectory => ExceptionKind::IsADirectoryError,
            FileError::NotEmpty => ExceptionKind::OSError,
            FileError::Denied => ExceptionKind::PermissionError,
        };
        let args = vec![
            Value::Int(error.errno()),
            Value::from(error.to_string()),
            Value::str(path),
        ];
        self.error_with(kind, args)
    }

    /// Whether a failure is an exception of a built-in class (or of one derived from it).
    pub fn is_exception(&self, raise: &Raise, kind: ExceptionKind) -> bool {
        raise
            .exception()
            .is_some_and(|exception| exception.class.is_subclass(self.types.exception(kind)))
    }
}
