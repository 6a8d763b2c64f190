use std::rc::Rc;

use ruff_python_ast as ast;

/// What is known of a value before the program runs.
#[derive(Debug, Clone, Default)]
pub(crate) enum Value<'p> {
    /// Nothing that matters here.
    #[default]
    Unknown,
    /// The class `StreamingContext`.
    ContextClass,
    /// A `StreamingContext`.
    Context,
    /// The stream of one of these calls, by number. With one number it is certain.
    Streams(Vec<usize>),
    /// A list, a tuple or the values of a dict.
    Sequence {
        /// The list literal, as long as the program has not changed the list.
        literal: Option<&'p ast::ExprList>,
        elements: Rc<[Value<'p>]>,
    },
    /// A list of RDDs: one for each element of this list literal.
    Parallelized(&'p ast::ExprList),
    /// A function of the program.
    Function(&'p ast::StmtFunctionDef),
}

impl<'p> Value<'p> {
    pub(crate) fn sequence(elements: Vec<Value<'p>>) -> Value<'p> {
        Value::Sequence {
            literal: None,
            elements: elements.into(),
        }
    }

    /// The value of a list literal. Elements of which nothing is known are left out: long lists of
    /// records then cost nothing.
    pub(crate) fn list(list: &'p ast::ExprList, elements: Vec<Value<'p>>) -> Value<'p> {
        let elements = if elements.iter().any(Value::is_known) {
            elements
        } else {
            Vec::new()
        };
        Value::Sequence {
            literal: Some(list),
            elements: elements.into(),
        }
    }

    fn is_known(&self) -> bool {
        match self {
            Value::Unknown => false,
            Value::Sequence { elements, .. } => elements.iter().any(Value::is_known),
            _ => true,
        }
    }

    /// Any of the elements.
    pub(crate) fn element(&self) -> Value<'p> {
        match self {
            Value::Sequence { elements, .. } => elements
                .iter()
                .cloned()
                .reduce(Value::or)
                .unwrap_or_default(),
            _ => Value::Unknown,
        }
    }

    /// One of the two values, depending on the run.
    pub(crate) fn or(self, other: Value<'p>) -> Value<'p> {
        match (self, other) {
            (Value::Streams(mut streams), Value::Streams(others)) => {
                streams.extend(others);
                streams.sort_unstable();
                streams.dedup();
                Value::Streams(streams)
            }
            (
                Value::Sequence { literal, elements },
                Value::Sequence {
                    literal: other,
                    elements: others,
                },
            ) => match (literal, other) {
                (Some(literal), Some(other)) if std::ptr::eq(literal, other) => Value::Sequence {
                    literal: Some(literal),
                    elements,
                },
                _ => Value::sequence(elements.iter().chain(others.iter()).cloned().collect()),
            },
            (Value::Sequence { elements, .. }, _) | (_, Value::Sequence { elements, .. }) => {
                Value::Sequence {
                    literal: None,
                    elements,
                }
            }
            (Value::Parallelized(list), Value::Parallelized(other))
                if std::ptr::eq(list, other) =>
            {
                Value::Parallelized(list)
            }
            (Value::Parallelized(_), _) | (_, Value::Parallelized(_)) => Value::Unknown,
            (Value::Unknown, other) => other,
            (value, _) => value,
        }
    }

    /// The list literal that the value is, if it is one.
    pub(crate) fn literal(&self) -> Option<&'p ast::ExprList> {
        match self {
            Value::Sequence { literal, .. } => *literal,
            _ => None,
        }
    }
}
