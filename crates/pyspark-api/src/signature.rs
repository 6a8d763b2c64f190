//! How a method is called: all that binding its arguments needs.

use crate::{Kind, Parameters};

/// A method's name, class and parameters. No sentence hangs on it, so that an engine that binds
/// arguments does not carry them.
#[derive(Debug, Clone, Copy)]
pub struct Signature {
    /// The class that has the method.
    pub class: &'static str,
    /// The call as Python writes it: `name(parameters)`.
    pub call: &'static str,
    /// How it is called.
    pub kind: Kind,
}

impl Signature {
    /// The dotted name, as Python's messages show it.
    pub fn qualified_name(&self) -> String {
        let name = self.call.split('(').next().unwrap_or_default();
        [self.class, ".", name].concat()
    }

    /// The parameters, without the receiver.
    pub const fn parameters(&self) -> Parameters {
        Parameters::of(self.call)
    }
}
