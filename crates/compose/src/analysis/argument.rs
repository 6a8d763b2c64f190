use brooklet_protocol::ArgumentKind;
use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use super::Fixed;
use crate::catalogue::{Method, Parameter};
use crate::program::Program;

/// An argument that a method takes, in the order of its signature.
#[derive(Debug, Clone)]
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) kind: ArgumentKind,
    pub(crate) default: Option<&'static str>,
    pub(crate) is_required: bool,
    /// Where it is written, if it is.
    pub(crate) written: Option<Written>,
    /// Whether it can be written with its name.
    pub(crate) has_keyword: bool,
}

/// Where an argument is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    /// The expression, parentheses around it included.
    pub(crate) value: TextRange,
    /// All of it: the keyword too.
    pub(crate) whole: TextRange,
}

impl Written {
    pub(crate) fn is_keyword(&self) -> bool {
        self.value.start() != self.whole.start()
    }
}

/// The arguments of a call as the method's signature names them.
///
/// # Errors
/// Why they are only known when the program runs, with those that are certain.
pub(crate) fn arguments(
    program: &Program,
    method: Method,
    call: &ast::Arguments,
) -> (Vec<Argument>, Option<Fixed>) {
    let mut arguments: Vec<Argument> = method
        .parameters()
        .map(|parameter| Argument {
            name: parameter.name.to_string(),
            kind: parameter.kind,
            default: parameter.default,
            is_required: parameter.is_required(),
            written: None,
            has_keyword: true,
        })
        .collect();
    let mut fixed = None;
    for (next, value) in call.args.iter().enumerate() {
        if value.is_starred_expr() {
            fixed = Some(Fixed::Stars);
            break;
        }
        if let (true, Some(further)) = (next == arguments.len(), method.further()) {
            arguments.push(one_further(&further, next, true));
        }
        let whole = program.with_parentheses(value.range(), inside(call));
        match arguments.get_mut(next) {
            Some(argument) => {
                argument.written = Some(Written {
                    value: whole,
                    whole,
                })
            }
            None => fixed = Some(Fixed::Arguments),
        }
    }
    for keyword in &call.keywords {
        let Some(name) = &keyword.arg else {
            fixed = Some(Fixed::Stars);
            continue;
        };
        let named = arguments
            .iter_mut()
            .find(|argument| argument.has_keyword && argument.name == name.as_str());
        match named {
            Some(argument) if argument.written.is_none() => {
                let within = TextRange::new(keyword.start(), inside(call).end());
                let value = program.with_parentheses(keyword.value.range(), within);
                let whole = TextRange::new(keyword.start(), value.end());
                argument.written = Some(Written { value, whole });
            }
            _ => fixed = Some(Fixed::Arguments),
        }
    }
    if let (None, Some(further)) = (fixed, method.further()) {
        arguments.push(one_further(&further, arguments.len(), arguments.is_empty()));
    }
    (arguments, fixed)
}

/// Between the parentheses of a call.
pub(crate) fn inside(arguments: &ast::Arguments) -> TextRange {
    let one = ruff_text_size::TextSize::new(1);
    TextRange::new(arguments.start() + one, arguments.end() - one)
}

fn one_further(parameter: &Parameter, before: usize, is_required: bool) -> Argument {
    Argument {
        name: format!("{}[{before}]", parameter.name),
        kind: parameter.kind,
        default: (!is_required).then_some(""),
        is_required,
        written: None,
        has_keyword: false,
    }
}
