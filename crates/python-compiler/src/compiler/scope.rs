//! Where names live: which are local, shared with inner functions, free or global.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::diagnostic::Fault;

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// A local variable.
    Local,
    /// A local variable that inner functions share, or a variable of an enclosing function.
    Cell,
    /// The module's globals, then the built-in names.
    Global,
    /// The dict of a module or class body.
    Dict,
    /// The dict of a class body, then a variable of a function around the class.
    ClassCell,
}

/// A fault found while looking at names.
pub(super) type NameFault = (Fault, String, TextRange);

struct Scope {
    kind: ScopeKind,
    /// The class around it, for names like `__private`.
    class: Option<Arc<str>>,
    parent: Option<usize>,
    comprehension: bool,
    /// In the order of first binding; parameters first.
    bound: Vec<Arc<str>>,
    parameters: HashSet<Arc<str>>,
    used: Vec<Arc<str>>,
    globals: HashSet<Arc<str>>,
    nonlocals: HashMap<Arc<str>, TextRange>,
    cells: Vec<Arc<str>>,
    frees: Vec<Arc<str>>,
    generator: bool,
    asynchronous: bool,
}

/// All scopes of a program.
#[derive(Default)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    by_node: HashMap<(u32, u32, u8), usize>,
}

/// Tells node kinds apart that may have one range.
#[derive(Clone, Copy)]
pub(super) enum Node {
    Function = 1,
    Lambda = 2,
    Class = 3,
    Comprehension = 4,
}

impl Scopes {
    pub(super) fn of(module: &ast::ModModule) -> Result<Scopes, NameFault> {
        let mut finder = Finder {
            scopes: Scopes::default(),
            current: 0,
            fault: None,
        };
        finder
            .scopes
            .scopes
            .push(Scope::new(ScopeKind::Module, None, false));
        for statement in &module.body {
            finder.visit_stmt(statement);
        }
        if let Some(fault) = finder.fault {
            return Err(fault);
        }
        let mut scopes = finder.scopes;
        scopes.resolve()?;
        Ok(scopes)
    }

    pub(super) fn root(&self) -> usize {
        0
    }

    pub(super) fn find(&self, node: Node, range: TextRange) -> usize {
        self.by_node[&(range.start().into(), range.end().into(), node as u8)]
    }

    pub(super) fn kind(&self, scope: usize) -> ScopeKind {
        self.scopes[scope].kind
    }

    pub(super) fn is_generator(&self, scope: usize) -> bool {
        self.scopes[scope].generator
    }

    /// Whether it is of an `async def`, or of a comprehension that waits.
    pub(super) fn is_asynchronous(&self, scope: usize) -> bool {
        self.scopes[scope].asynchronous
    }

    pub(super) fn is_declared_global(&self, scope: usize, name: &str) -> bool {
        self.scopes[scope].globals.contains(name)
    }

    pub(super) fn cells(&self, scope: usize) -> &[Arc<str>] {
        &self.scopes[scope].cells
    }

    pub(super) fn frees(&self, scope: usize) -> &[Arc<str>] {
        &self.scopes[scope].frees
    }

    /// The local variables that are not cells.
    pub(super) fn locals(&self, scope: usize) -> Vec<Arc<str>> {
        let scope = &self.scopes[scope];
        if scope.kind != ScopeKind::Function {
            return Vec::new();
        }
        scope
            .bound
            .iter()
            .filter(|name| !scope.globals.contains(*name) && !scope.nonlocals.contains_key(*name))
            .cloned()
            .collect()
    }

    /// A name as it is kept: inside a class, `__name` belongs to that class.
    pub(super) fn mangle(&self, scope: usize, name: &str) -> Arc<str> {
        let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
        match &self.scopes[scope].class {
            Some(class) if private && class.chars().any(|char| char != '_') => {
                format!("_{}{name}", class.trim_start_matches('_')).into()
            }
            _ => name.into(),
        }
    }

    pub(super) fn place(&self, scope: usize, name: &str) -> Place {
        let found = &self.scopes[scope];
        if found.globals.contains(name) {
            return Place::Global;
        }
        let has = |names: &[Arc<str>]| names.iter().any(|other| &**other == name);
        match found.kind {
            ScopeKind::Module => Place::Dict,
            ScopeKind::Class if found.nonlocals.contains_key(name) => Place::Cell,
            ScopeKind::Class if has(&found.frees) && !has(&found.bound) => Place::ClassCell,
            ScopeKind::Class => Place::Dict,
            ScopeKind::Function if has(&found.cells) || has(&found.frees) => Place::Cell,
            ScopeKind::Function if has(&found.bound) => Place::Local,
            ScopeKind::Function => Place::Global,
        }
    }

    fn resolve(&mut self) -> Result<(), NameFault> {
        for scope in 0..self.scopes.len() {
            let nonlocals: Vec<(Arc<str>, TextRange)> = self.scopes[scope]
                .nonlocals
                .iter()
                .map(|(name, range)| (name.clone(), *range))
                .collect();
            for (name, range) in nonlocals {
                if !self.reach(scope, &name) {
                    return Err((
                        Fault::Syntax,
                        format!("no binding for nonlocal '{name}' found"),
                        range,
                    ));
                }
            }
            let used = self.scopes[scope].used.clone();
            for name in used {
                let here = &self.scopes[scope];
                let own = here.kind == ScopeKind::Function && here.bound.contains(&name);
                if !own && !here.globals.contains(&name) {
                    self.reach(scope, &name);
                }
            }
        }
        Ok(())
    }

    /// Makes a variable of an enclosing function reachable from a scope; whether there is one.
    fn reach(&mut self, scope: usize, name: &Arc<str>) -> bool {
        let mut path = vec![scope];
        let mut at = self.scopes[scope].parent;
        while let Some(outer) = at {
            let here = &self.scopes[outer];
            let class_cell = here.kind == ScopeKind::Class && &**name == "__class__";
            let binds = here.kind == ScopeKind::Function
                && here.bound.contains(name)
                && !here.globals.contains(name)
                && !here.nonlocals.contains_key(name);
            if binds || class_cell {
                push_new(&mut self.scopes[outer].cells, name);
                for inner in path {
                    push_new(&mut self.scopes[inner].frees, name);
                }
                return true;
            }
            if here.kind == ScopeKind::Function && here.globals.contains(name) {
                return false;
            }
            path.push(outer);
            at = here.parent;
        }
        false
    }
}

fn push_new(names: &mut Vec<Arc<str>>, name: &Arc<str>) {
    if !names.contains(name) {
        names.push(name.clone());
    }
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<usize>, comprehension: bool) -> Scope {
        Scope {
            kind,
            class: None,
            parent,
            comprehension,
            bound: Vec::new(),
            parameters: HashSet::new(),
            used: Vec::new(),
            globals: HashSet::new(),
            nonlocals: HashMap::new(),
            cells: Vec::new(),
            frees: Vec::new(),
            generator: false,
            asynchronous: false,
        }
    }
}

struct Finder {
    scopes: Scopes,
    current: usize,
    fault: Option<NameFault>,
}

impl Finder {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.scopes[self.current]
    }

    fn bind(&mut self, name: &str) {
        let name = self.scopes.mangle(self.current, name);
        push_new(&mut self.scope().bound, &name);
    }

    fn use_name(&mut self, name: &str) {
        let name = self.scopes.mangle(self.current, name);
        push_new(&mut self.scope().used, &name);
    }

    fn fail(&mut self, message: String, range: TextRange) {
        if self.fault.is_none() {
            self.fault = Some((Fault::Syntax, message, range));
        }
    }

    fn inside(
        &mut self,
        node: Node,
        range: TextRange,
        kind: ScopeKind,
        walk: impl FnOnce(&mut Finder),
    ) {
        let scope = self.scopes.scopes.len();
        let comprehension = matches!(node, Node::Comprehension);
        let mut inner = Scope::new(kind, Some(self.current), comprehension);
        inner.class = self.scope().class.clone();
        self.scopes.scopes.push(inner);
        self.scopes.by_node.insert(
            (range.start().into(), range.end().into(), node as u8),
            scope,
        );
        let outer = std::mem::replace(&mut self.current, scope);
        walk(self);
        self.current = outer;
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        // The order of `Parameters`: those with `*` come last.
        let named = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .chain(&parameters.kwonlyargs);
        let starred = [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten();
        let names = named
            .map(|parameter| &parameter.parameter.name)
            .chain(starred.map(|rest| &rest.name));
        for name in names {
            if self
                .scope()
                .bound
                .iter()
                .any(|bound| **bound == *name.as_str())
            {
                self.fail(
                    format!("duplicate argument '{name}' in function definition"),
                    name.range(),
                );
            }
            self.bind(name.as_str());
            self.scope().parameters.insert(name.as_str().into());
        }
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
    }

    fn comprehension(
        &mut self,
        range: TextRange,
        generators: &[ast::Comprehension],
        results: &[&Expr],
        lazy: bool,
    ) {
        self.visit_expr(&generators[0].iter);
        let inner = self.scopes.scopes.len();
        self.inside(Node::Comprehension, range, ScopeKind::Function, |finder| {
            finder.scope().generator = lazy;
            if generators.iter().any(|generator| generator.is_async) {
                finder.scope().asynchronous = true;
            }
            finder.bind(".0");
            for (at, generator) in generators.iter().enumerate() {
                if at > 0 {
                    finder.visit_expr(&generator.iter);
                }
                finder.visit_expr(&generator.target);
                for test in &generator.ifs {
                    finder.visit_expr(test);
                }
            }
            for result in results {
                finder.visit_expr(result);
            }
        });
        // All but a generator is waited for where it stands.
        if !lazy && self.scopes.scopes[inner].asynchronous {
            self.waits("asynchronous comprehension", range);
        }
    }

    /// What is only allowed in an `async def`; the comprehensions around it wait too.
    fn waits(&mut self, what: &str, range: TextRange) {
        let mut at = self.current;
        while self.scopes.scopes[at].comprehension {
            self.scopes.scopes[at].asynchronous = true;
            if self.scopes.scopes[at].generator {
                return;
            }
            at = self.scopes.scopes[at].parent.unwrap_or_default();
        }
        let around = &self.scopes.scopes[at];
        if around.asynchronous {
            return;
        }
        let message = match (what, around.kind) {
            ("asynchronous comprehension", _) => {
                format!("{what} outside of an asynchronous function")
            }
            ("'await'", ScopeKind::Module | ScopeKind::Class) => format!("{what} outside function"),
            _ => format!("{what} outside async function"),
        };
        self.fail(message, range);
    }

    /// A name that `:=` binds: in the function around all comprehensions.
    fn bind_named(&mut self, name: &str) {
        let inner = self.current;
        while self.scope().comprehension {
            let name: Arc<str> = name.into();
            push_new(&mut self.scope().used, &name);
            self.current = self
                .scope()
                .parent
                .expect("a comprehension has a scope around it");
        }
        self.bind(name);
        let owner = self.current;
        if self.scopes.scopes[owner].kind == ScopeKind::Module {
            self.current = inner;
            while self.scope().comprehension {
                self.scope().globals.insert(name.into());
                self.current = self
                    .scope()
                    .parent
                    .expect("a comprehension has a scope around it");
            }
        }
        self.current = inner;
    }

    fn declare(&mut self, statement: &str, name: &ast::Identifier) {
        let key: Arc<str> = name.as_str().into();
        if self.scope().parameters.contains(&key) {
            self.fail(
                format!("name '{name}' is parameter and {statement}"),
                name.range(),
            );
        } else if self.scope().bound.contains(&key) {
            self.fail(
                format!("name '{name}' is assigned to before {statement} declaration"),
                name.range(),
            );
        } else if self.scope().used.contains(&key) {
            self.fail(
                format!("name '{name}' is used prior to {statement} declaration"),
                name.range(),
            );
        }
    }
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => {
                for decorator in &function.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                self.defaults(&function.parameters);
                for parameter in function.parameters.iter() {
                    if let Some(annotation) = parameter.annotation() {
                        self.visit_expr(annotation);
                    }
                }
                if let Some(returns) = &function.returns {
                    self.visit_expr(returns);
                }
                self.bind(&function.name);
                self.inside(
                    Node::Function,
                    function.range,
                    ScopeKind::Function,
                    |finder| {
                        finder.scope().asynchronous = function.is_async;
                        finder.parameters(&function.parameters);
                        finder.visit_body(&function.body);
                    },
                );
            }
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(&class.name);
                self.inside(Node::Class, class.range, ScopeKind::Class, |finder| {
                    finder.scope().class = Some(class.name.as_str().into());
                    finder.visit_body(&class.body)
                });
            }
            Stmt::Global(global) => {
                for name in &global.names {
                    self.declare("global", name);
                    self.scope().globals.insert(name.as_str().into());
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    if self.scope().kind == ScopeKind::Module {
                        self.fail(
                            "nonlocal declaration not allowed at module level".into(),
                            nonlocal.range,
                        );
                    }
                    self.declare("nonlocal", name);
                    self.scope()
                        .nonlocals
                        .insert(name.as_str().into(), nonlocal.range);
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.bind(name.split('.').next().unwrap_or(name));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    if name != "*" {
                        self.bind(name);
                    }
                }
            }
            Stmt::For(node) if node.is_async => {
                self.waits("'async for'", node.range);
                visitor::walk_stmt(self, statement);
            }
            Stmt::With(node) if node.is_async => {
                self.waits("'async with'", node.range);
                visitor::walk_stmt(self, statement);
            }
            Stmt::Try(attempt) => {
                visitor::walk_stmt(self, statement);
                for ast::ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                    if let Some(name) = &handler.name {
                        self.bind(name);
                    }
                }
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => {
                    self.use_name(&name.id);
                    if &*name.id == "super" && self.scope().kind == ScopeKind::Function {
                        self.use_name("__class__");
                    }
                }
                ExprContext::Store | ExprContext::Del => self.bind(&name.id),
                ExprContext::Invalid => {}
            },
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                self.inside(Node::Lambda, lambda.range, ScopeKind::Function, |finder| {
                    if let Some(parameters) = &lambda.parameters {
                        finder.parameters(parameters);
                    }
                    finder.visit_expr(&lambda.body);
                });
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.bind_named(&name.id);
                }
            }
            Expr::ListComp(node) => {
                self.comprehension(node.range, &node.generators, &[&node.elt], false)
            }
            Expr::SetComp(node) => {
                self.comprehension(node.range, &node.generators, &[&node.elt], false)
            }
            Expr::DictComp(node) => {
                self.comprehension(
                    node.range,
                    &node.generators,
                    &[&node.key, &node.value],
                    false,
                );
            }
            Expr::Generator(node) => {
                self.comprehension(node.range, &node.generators, &[&node.elt], true)
            }
            Expr::Await(node) => {
                self.waits("'await'", node.range);
                visitor::walk_expr(self, expression);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if self.scope().asynchronous && expression.is_yield_from_expr() {
                    self.fail(
                        "'yield from' inside async function".into(),
                        expression.range(),
                    );
                }
                if self.scope().kind != ScopeKind::Function {
                    self.fail("'yield' outside function".into(), expression.range());
                }
                self.scope().generator = true;
                visitor::walk_expr(self, expression);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(bound) => bound.name.as_ref(),
            Pattern::MatchStar(bound) => bound.name.as_ref(),
            Pattern::MatchMapping(bound) => bound.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }
}
