use ruff_python_ast::{self as ast, Expr};

use super::queue::is_parallelized;
use super::value::Value;
use super::{Fixed, Reader};

impl<'p> Reader<'p> {
    /// Reads an expression for the calls in it; says what is known of its value.
    pub(super) fn expression(&mut self, expression: &'p Expr) -> Value<'p> {
        match expression {
            Expr::Name(name) => self
                .scopes
                .get(name.id.as_str())
                .cloned()
                .unwrap_or_default(),
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                match attribute.attr.as_str() {
                    "StreamingContext" => Value::ContextClass,
                    _ => Value::Unknown,
                }
            }
            Expr::List(list) => {
                let elements = self.expressions(&list.elts);
                Value::list(list, elements)
            }
            Expr::Tuple(tuple) => Value::sequence(self.expressions(&tuple.elts)),
            Expr::Set(set) => Value::sequence(self.expressions(&set.elts)),
            Expr::Dict(dict) => {
                let values = dict.items.iter().map(|item| &item.value);
                Value::sequence(values.map(|value| self.expression(value)).collect())
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.slice);
                let value = self.expression(&subscript.value);
                match &*subscript.slice {
                    Expr::Slice(_) => Value::sequence(vec![value.element()]),
                    _ => value.element(),
                }
            }
            Expr::Starred(starred) => self.expression(&starred.value).element(),
            Expr::Named(named) => {
                let value = self.expression(&named.value);
                self.assign(&named.target, value.clone());
                value
            }
            Expr::If(choice) => {
                self.expression(&choice.test);
                let mut value = Value::Unknown;
                self.under(Fixed::Branch, |reader| {
                    let body = reader.expression(&choice.body);
                    value = body.or(reader.expression(&choice.orelse));
                });
                value
            }
            Expr::BoolOp(operation) => {
                let mut value = Value::Unknown;
                self.under(Fixed::Branch, |reader| {
                    for part in &operation.values {
                        let part = reader.expression(part);
                        value = std::mem::take(&mut value).or(part);
                    }
                });
                value
            }
            Expr::BinOp(operation) => {
                let left = self.expression(&operation.left);
                let right = self.expression(&operation.right);
                match (left, right) {
                    (left @ Value::Sequence { .. }, right) => Value::Unknown.or(left).or(right),
                    _ => Value::Unknown,
                }
            }
            Expr::Compare(compare) => {
                self.expression(&compare.left);
                self.expressions(&compare.comparators);
                Value::Unknown
            }
            Expr::ListComp(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::SetComp(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::Generator(comprehension) => {
                self.comprehension(&comprehension.elt, &comprehension.generators)
            }
            Expr::DictComp(comprehension) => {
                self.comprehension(&comprehension.value, &comprehension.generators)
            }
            _ => Value::Unknown,
        }
    }

    pub(super) fn expressions(&mut self, expressions: &'p [Expr]) -> Vec<Value<'p>> {
        expressions
            .iter()
            .map(|expression| self.expression(expression))
            .collect()
    }

    fn comprehension(
        &mut self,
        element: &'p Expr,
        generators: &'p [ast::Comprehension],
    ) -> Value<'p> {
        if let [only] = generators
            && only.ifs.is_empty()
            && is_parallelized(element, &only.target)
            && let Some(list) = self.expression(&only.iter).literal()
        {
            return Value::Parallelized(list);
        }
        let mut value = Value::Unknown;
        self.scopes.enter();
        self.under(Fixed::Loop, |reader| {
            for generator in generators {
                let elements = reader.expression(&generator.iter);
                reader.assign(&generator.target, elements.element());
                for test in &generator.ifs {
                    reader.expression(test);
                }
            }
            value = reader.expression(element);
        });
        self.scopes.leave();
        Value::sequence(vec![value])
    }
}
