//! An entry of a class: how it is written, and what it does.

use brooklet_protocol::CallRole;

use crate::form::{Form, Input, Need};
use crate::{Parameters, Signature};

/// How an entry is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `object.name(…)`.
    Method,
    /// `Class.name(…)`; the function gets the class.
    ClassMethod,
    /// `Class.name(…)`.
    StaticMethod,
    /// `Class(…)`.
    Constructor,
    /// `object.name`.
    Property,
    /// `Class.NAME`.
    Constant,
}

impl Kind {
    /// Whether it is called, and not only read.
    pub const fn is_called(self) -> bool {
        !matches!(self, Kind::Property | Kind::Constant)
    }
}

/// A method, a property, a constructor or a constant.
#[derive(Debug, Clone, Copy)]
pub struct Method {
    /// How it is used.
    pub kind: Kind,
    /// As Python writes it, without the receiver: `name(parameters) -> Result`.
    pub text: &'static str,
    /// What it does.
    pub sentence: &'static str,
    /// How the form shows it, if it does.
    pub form: Option<Form>,
}

/// A method: `method("filter(f) -> RDD")`.
pub(crate) const fn method(text: &'static str) -> Method {
    Method {
        kind: Kind::Method,
        text,
        sentence: "",
        form: None,
    }
}

/// A method that is called on the class and gets it.
pub(crate) const fn class_method(text: &'static str) -> Method {
    method(text).of_kind(Kind::ClassMethod)
}

/// A method that is called on the class and does not get it.
pub(crate) const fn static_method(text: &'static str) -> Method {
    method(text).of_kind(Kind::StaticMethod)
}

/// What a call of the class does: `constructor("__init__(values=None)")`.
pub(crate) const fn constructor(text: &'static str) -> Method {
    method(text).of_kind(Kind::Constructor)
}

/// What is read without a call: `property("context -> SparkContext")`.
pub(crate) const fn property(text: &'static str) -> Method {
    method(text).of_kind(Kind::Property)
}

/// A value that the class has.
pub(crate) const fn constant(text: &'static str) -> Method {
    method(text).of_kind(Kind::Constant)
}

impl Method {
    const fn of_kind(self, kind: Kind) -> Method {
        Method { kind, ..self }
    }

    /// With a sentence on what it does.
    pub(crate) const fn says(self, sentence: &'static str) -> Method {
        Method { sentence, ..self }
    }

    /// The form shows it as an input, with a field for each parameter.
    pub(crate) const fn input(self, inputs: &'static [Input]) -> Method {
        self.in_form(CallRole::Input, inputs)
    }

    /// The form shows it as an operator, with a field for each parameter.
    pub(crate) const fn operator(self, inputs: &'static [Input]) -> Method {
        self.in_form(CallRole::Operator, inputs)
    }

    /// The form shows it as an output, with a field for each parameter.
    pub(crate) const fn output(self, inputs: &'static [Input]) -> Method {
        self.in_form(CallRole::Output, inputs)
    }

    const fn in_form(self, role: CallRole, inputs: &'static [Input]) -> Method {
        let need = Need::Nothing;
        Method {
            form: Some(Form { role, inputs, need }),
            ..self
        }
    }

    /// What a program must have for the call to work, besides the call.
    pub(crate) const fn needs(self, need: Need) -> Method {
        match self.form {
            Some(form) => Method {
                form: Some(Form { need, ..form }),
                ..self
            },
            None => panic!("only what the form shows has needs"),
        }
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        let bytes = self.text.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != b'(' && bytes[end] != b' ' {
            end += 1;
        }
        self.text.split_at(end).0
    }

    /// What a call or a look gives: a class of `pyspark` or of Python. `None`: nothing of note.
    pub fn result(&self) -> Option<&'static str> {
        self.text.split_once(" -> ").map(|(_, result)| result)
    }

    /// Its parameters, without the receiver.
    pub const fn parameters(&self) -> Parameters {
        Parameters::of(self.text)
    }

    pub(crate) const fn is_called(&self, name: &str) -> bool {
        let (own, name) = (self.text.as_bytes(), name.as_bytes());
        if own.len() < name.len() {
            return false;
        }
        let mut at = 0;
        while at < name.len() {
            if own[at] != name[at] {
                return false;
            }
            at += 1;
        }
        own.len() == name.len() || own[at] == b'(' || own[at] == b' '
    }

    pub(crate) const fn signature(&self, class: &'static str) -> Signature {
        assert!(self.kind.is_called(), "the entry is not called");
        let bytes = self.text.as_bytes();
        let mut end = bytes.len();
        while bytes[end - 1] != b')' {
            end -= 1;
        }
        Signature {
            class,
            call: self.text.split_at(end).0,
            kind: self.kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_from_its_text() {
        let entry = method("sortBy(keyfunc, ascending=True) -> RDD").says("Sorts.");
        assert_eq!(entry.name(), "sortBy");
        assert_eq!(entry.result(), Some("RDD"));
        assert!(entry.is_called("sortBy") && !entry.is_called("sort"));
        let signature = entry.signature("RDD");
        assert_eq!(signature.call, "sortBy(keyfunc, ascending=True)");
        assert_eq!(signature.qualified_name(), "RDD.sortBy");
    }

    #[test]
    fn a_property_has_no_parameters() {
        let entry = property("context -> SparkContext");
        assert_eq!(entry.name(), "context");
        assert_eq!(entry.parameters().count(), 0);
    }
}
