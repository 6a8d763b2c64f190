use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::value::Value;
use super::{Binding, Fixed, Home, Reader};

/// How many functions deep calls are followed.
const DEEPEST: usize = 8;

impl<'p> Reader<'p> {
    pub(super) fn block(&mut self, block: &'p [Stmt]) {
        let outside = self.home;
        for (index, statement) in block.iter().enumerate() {
            self.home = Some(Home {
                block,
                index,
                function: self.active.last().copied(),
            });
            self.statement(statement);
        }
        self.home = outside;
    }

    fn statement(&mut self, statement: &'p Stmt) {
        match statement {
            Stmt::Expr(expression) => {
                self.expression(&expression.value);
            }
            Stmt::Assign(assign) => {
                let value = self.expression(&assign.value);
                for target in &assign.targets {
                    self.assign(target, value.clone());
                }
                if let Some(Expr::Name(name)) = assign.targets.first() {
                    self.name_call(name.id.as_str(), &assign.value);
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Some(written) = &assign.value {
                    let value = self.expression(written);
                    self.assign(&assign.target, value);
                    if let Expr::Name(name) = &*assign.target {
                        self.name_call(name.id.as_str(), written);
                    }
                }
            }
            Stmt::AugAssign(assign) => {
                self.expression(&assign.value);
                self.assign(&assign.target, Value::Unknown);
            }
            Stmt::Delete(delete) => {
                for target in &delete.targets {
                    self.assign(target, Value::Unknown);
                }
            }
            Stmt::Return(returned) => {
                if let Some(value) = &returned.value {
                    let value = self.expression(value);
                    self.returned.push(value);
                }
            }
            Stmt::FunctionDef(function) => {
                self.scopes
                    .set(function.name.as_str(), Value::Function(function));
            }
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::If(branches) => self.branches(branches),
            Stmt::For(repeat) => {
                if self.fills_queue(repeat) {
                    return;
                }
                let elements = self.expression(&repeat.iter);
                self.assign(&repeat.target, elements.element());
                self.perhaps(Fixed::Loop, &repeat.body);
                self.perhaps(Fixed::Branch, &repeat.orelse);
            }
            Stmt::While(repeat) => {
                self.expression(&repeat.test);
                self.perhaps(Fixed::Loop, &repeat.body);
                self.perhaps(Fixed::Branch, &repeat.orelse);
            }
            Stmt::With(with) => {
                for item in &with.items {
                    let value = self.expression(&item.context_expr);
                    if let Some(target) = &item.optional_vars {
                        self.assign(target, value);
                    }
                }
                self.block(&with.body);
            }
            Stmt::Try(attempt) => {
                self.block(&attempt.body);
                for handler in &attempt.handlers {
                    let ast::ExceptHandler::ExceptHandler(handler) = handler;
                    self.perhaps(Fixed::Branch, &handler.body);
                }
                self.perhaps(Fixed::Branch, &attempt.orelse);
                self.block(&attempt.finalbody);
            }
            Stmt::Match(choice) => {
                self.expression(&choice.subject);
                for case in &choice.cases {
                    self.perhaps(Fixed::Branch, &case.body);
                }
            }
            Stmt::Assert(assertion) => {
                self.expression(&assertion.test);
            }
            _ => {}
        }
    }

    fn import_from(&mut self, import: &'p ast::StmtImportFrom) {
        for alias in &import.names {
            if alias.name.as_str() == "StreamingContext" {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                self.scopes.set(name.as_str(), Value::ContextClass);
            }
        }
    }

    fn branches(&mut self, branches: &'p ast::StmtIf) {
        self.expression(&branches.test);
        if is_main(&branches.test) {
            self.block(&branches.body);
            return;
        }
        let before = self.scopes.snapshot();
        self.under(Fixed::Branch, |reader| reader.block(&branches.body));
        let mut ends = vec![self.scopes.replace(before.clone())];
        for clause in &branches.elif_else_clauses {
            if let Some(test) = &clause.test {
                self.expression(test);
            }
            self.under(Fixed::Branch, |reader| reader.block(&clause.body));
            ends.push(self.scopes.replace(before.clone()));
        }
        let is_whole = branches
            .elif_else_clauses
            .last()
            .is_some_and(|clause| clause.test.is_none());
        if is_whole && let Some(end) = ends.pop() {
            self.scopes.replace(end);
        }
        for end in ends {
            self.scopes.join(end);
        }
    }

    /// Reads a block that may be left out.
    fn perhaps(&mut self, fixed: Fixed, block: &'p [Stmt]) {
        let before = self.scopes.snapshot();
        self.under(fixed, |reader| reader.block(block));
        self.scopes.join(before);
    }

    /// Reads something whose calls a form cannot edit, for this reason if there was none before.
    pub(super) fn under(&mut self, fixed: Fixed, read: impl FnOnce(&mut Self)) {
        let outside = self.fixed;
        self.fixed = outside.or(Some(fixed));
        read(self);
        self.fixed = outside;
    }

    /// Gives a target a value.
    pub(super) fn assign(&mut self, target: &'p Expr, value: Value<'p>) {
        match target {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.bind(name, &value);
                self.scopes.set(name, value);
            }
            Expr::Tuple(targets) => self.unpack(&targets.elts, &value),
            Expr::List(targets) => self.unpack(&targets.elts, &value),
            Expr::Starred(starred) => self.assign(&starred.value, Value::Unknown),
            // The program changed the list.
            Expr::Subscript(subscript) => {
                self.expression(&subscript.slice);
                self.change(&subscript.value, &value);
            }
            _ => {}
        }
    }

    fn unpack(&mut self, targets: &'p [Expr], value: &Value<'p>) {
        let elements = match value {
            Value::Sequence { elements, .. } if elements.len() == targets.len() => {
                Some(elements.clone())
            }
            _ => None,
        };
        for (index, target) in targets.iter().enumerate() {
            let part = match &elements {
                Some(elements) => elements[index].clone(),
                None => value.element(),
            };
            self.assign(target, part);
        }
    }

    /// Notes the new value of a name. Names of comprehensions are not kept.
    fn bind(&mut self, name: &'p str, value: &Value<'p>) {
        let lasts = self.scopes.depth() == self.active.len();
        let Some(home) = self.home.filter(|_| lasts) else {
            return;
        };
        let stream = match value {
            Value::Streams(streams) if streams.len() == 1 && self.fixed.is_none() => {
                Some(streams[0])
            }
            _ => None,
        };
        self.found.bindings.push(Binding {
            name,
            at: home.statement().start(),
            function: home.function,
            stream,
            is_context: matches!(value, Value::Context) && self.fixed.is_none(),
        });
    }

    /// Notes the name of the call or the list that a statement assigns.
    fn name_call(&mut self, name: &'p str, value: &'p Expr) {
        if let Some(number) = self.numbers.get(&value.range()) {
            self.found.calls[*number].variable = Some(name);
        }
        if value.is_list_expr() {
            self.found.lists.insert(value.start(), name);
        }
    }

    /// Reads the body of a function as a call with these arguments would run it.
    pub(super) fn enter(
        &mut self,
        function: &'p ast::StmtFunctionDef,
        positional: Vec<Value<'p>>,
        keywords: Vec<(&'p str, Value<'p>)>,
    ) -> Value<'p> {
        if self.active.contains(&function.start()) || self.active.len() >= DEEPEST {
            return Value::Unknown;
        }
        self.active.push(function.start());
        self.read.push(function.start());
        self.scopes.enter();
        let mut positional = positional.into_iter();
        for parameter in function.parameters.iter_non_variadic_params() {
            let name = parameter.parameter.name.as_str();
            let keyword = keywords.iter().find(|(keyword, _)| *keyword == name);
            let value = keyword.map(|(_, value)| value.clone());
            let value = value.or_else(|| positional.next()).unwrap_or_default();
            self.scopes.set(name, value);
        }
        if let Some(rest) = &function.parameters.vararg {
            let rest = rest.name.as_str();
            self.scopes.set(rest, Value::sequence(positional.collect()));
        }
        let outside = std::mem::take(&mut self.returned);
        if self.runs_once(function) {
            self.block(&function.body);
        } else {
            self.under(Fixed::Function, |reader| reader.block(&function.body));
        }
        let returned = std::mem::replace(&mut self.returned, outside);
        self.scopes.leave();
        self.active.pop();
        returned.into_iter().reduce(Value::or).unwrap_or_default()
    }

    /// Whether a function is called only here, as a `main()` is: its statements then run once.
    fn runs_once(&self, function: &ast::StmtFunctionDef) -> bool {
        let name = function.name.as_str();
        let tokens = self.program.tokens().iter();
        let named = tokens.filter(|token| self.program.slice(token.range()) == name);
        self.fixed.is_none()
            && !function.is_async
            && function.decorator_list.is_empty()
            && named.count() == 2
    }

    /// Reads the functions that no call of the program was seen to call.
    pub(super) fn functions_left(&mut self, block: &'p [Stmt]) {
        for (index, statement) in block.iter().enumerate() {
            if let Stmt::FunctionDef(function) = statement
                && !self.read.contains(&function.start())
            {
                self.home = Some(Home {
                    block,
                    index,
                    function: None,
                });
                self.under(Fixed::Function, |reader| {
                    reader.enter(function, Vec::new(), Vec::new());
                });
            }
        }
    }
}

/// Whether this is `__name__ == "__main__"`, which holds when the program is run.
fn is_main(test: &Expr) -> bool {
    let Expr::Compare(compare) = test else {
        return false;
    };
    matches!(&*compare.left, Expr::Name(name) if name.id.as_str() == "__name__")
        && matches!(compare.ops[..], [ast::CmpOp::Eq])
        && matches!(&compare.comparators[..], [Expr::StringLiteral(text)]
            if text.value.to_str() == "__main__")
}
