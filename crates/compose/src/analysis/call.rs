use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use super::argument::{Argument, inside};
use super::{Fixed, Home};
use crate::catalogue::{Method, Owner};
use crate::program::attribute;

/// A call that makes a stream or puts one out.
#[derive(Debug, Clone)]
pub(crate) struct Call<'p> {
    pub(crate) method: Method,
    pub(crate) expression: &'p ast::ExprCall,
    /// From its dot, or from its first character when it is no method of a stream, to its
    /// closing parenthesis.
    pub(crate) range: TextRange,
    /// The calls whose streams it reads.
    pub(crate) parents: Vec<usize>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) home: Home<'p>,
    /// The name that its result is assigned to.
    pub(crate) variable: Option<&'p str>,
    pub(crate) fixed: Option<Fixed>,
    /// The call that stands right before its dot.
    pub(crate) before: Option<usize>,
    /// The call whose dot stands right behind it.
    pub(crate) behind: Option<usize>,
}

impl<'p> Call<'p> {
    /// The attribute with its dot.
    pub(crate) fn attribute(&self) -> Option<&'p ast::ExprAttribute> {
        attribute(self.expression)
    }

    /// The expression before its dot, when that is a stream.
    pub(crate) fn receiver(&self) -> Option<&'p ast::Expr> {
        let attribute = self.attribute()?;
        (self.method.owner == Owner::Stream).then_some(&*attribute.value)
    }

    /// Between its parentheses.
    pub(crate) fn inside(&self) -> TextRange {
        inside(&self.expression.arguments)
    }

    /// All of its expression, with what stands before its dot.
    pub(crate) fn whole(&self) -> TextRange {
        self.expression.range()
    }
}
