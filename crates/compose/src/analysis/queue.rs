//! How programs make a list of RDDs from a list of lists: a loop, a comprehension.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::Reader;
use super::value::Value;
use crate::program::attribute;

impl<'p> Reader<'p> {
    /// Whether a loop puts an RDD of each element of a list literal into an empty list, in one of
    /// the ways people do; then that is what the list is from here on.
    pub(super) fn fills_queue(&mut self, repeat: &'p ast::StmtFor) -> bool {
        let [statement] = &repeat.body[..] else {
            return false;
        };
        if !repeat.orelse.is_empty() {
            return false;
        }
        let Some((queue, element)) = appended(statement) else {
            return false;
        };
        let is_empty = self
            .scopes
            .get(queue)
            .and_then(Value::literal)
            .is_some_and(|list| list.elts.is_empty());
        if !is_empty || !is_parallelized(element, &repeat.target) {
            return false;
        }
        let Some(list) = self.expression(&repeat.iter).literal() else {
            return false;
        };
        self.scopes.set(queue, Value::Parallelized(list));
        true
    }

    /// Notes that the program changed a list.
    pub(super) fn change(&mut self, list: &'p Expr, value: &Value<'p>) {
        if let Expr::Name(name) = list
            && let Some(known) = self.scopes.get(name.id.as_str())
        {
            let changed = match known {
                Value::Sequence { elements, .. } => {
                    let elements = elements.iter().cloned();
                    Value::sequence(elements.chain([value.clone()]).collect())
                }
                Value::Parallelized(_) => Value::Unknown,
                _ => return,
            };
            self.scopes.set(name.id.as_str(), changed);
        }
    }
}

/// Whether an expression is `….parallelize(target)`, of a context, perhaps with a number of slices.
pub(super) fn is_parallelized(element: &Expr, target: &Expr) -> bool {
    let (Some(list), Expr::Name(target)) = (parallelized(element), target) else {
        return false;
    };
    matches!(list, Expr::Name(name) if name.id == target.id)
}

/// The argument of a call of `parallelize`.
pub(crate) fn parallelized(expression: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = expression else {
        return None;
    };
    let attribute = attribute(call)?;
    if attribute.attr.as_str() != "parallelize" {
        return None;
    }
    call.arguments.args.first()
}

/// The name of a list and what a statement puts at its end.
fn appended(statement: &Stmt) -> Option<(&str, &Expr)> {
    match statement {
        Stmt::AugAssign(assign) if assign.op == ast::Operator::Add => {
            let Expr::Name(queue) = &*assign.target else {
                return None;
            };
            match &*assign.value {
                Expr::List(list) if list.elts.len() == 1 => {
                    Some((queue.id.as_str(), &list.elts[0]))
                }
                _ => None,
            }
        }
        Stmt::Assign(assign) => {
            let [Expr::Name(queue)] = &assign.targets[..] else {
                return None;
            };
            let Expr::BinOp(sum) = &*assign.value else {
                return None;
            };
            match (&*sum.left, sum.op, &*sum.right) {
                (Expr::Name(name), ast::Operator::Add, Expr::List(list))
                    if name.id == queue.id && list.elts.len() == 1 =>
                {
                    Some((queue.id.as_str(), &list.elts[0]))
                }
                _ => None,
            }
        }
        Stmt::Expr(expression) => {
            let Expr::Call(call) = &*expression.value else {
                return None;
            };
            let attribute = attribute(call)?;
            let Expr::Name(queue) = &*attribute.value else {
                return None;
            };
            match &call.arguments.args[..] {
                [element] if attribute.attr.as_str() == "append" => {
                    Some((queue.id.as_str(), element))
                }
                _ => None,
            }
        }
        _ => None,
    }
}
