//! From source text to bytecode.
//!
//! Ruff's parser gives the syntax tree; [`scope`] finds where each name lives; the rest walks
//! the tree once and emits instructions.

mod assignment;
mod call;
mod class;
mod comprehension;
mod control;
mod expression;
mod format_string;
mod function;
mod import;
mod pattern;
mod scope;
mod statement;
mod try_statement;
mod unit;
mod unwind;

use std::sync::Arc;

use brooklet_source::{LineIndex, Span, describe, too_deep};
use ruff_python_ast as ast;
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use self::scope::{ScopeKind, Scopes};
use self::unit::Unit;
use crate::bytecode::{Code, CodeFlags, Instruction};
use crate::diagnostic::{Diagnostic, Fault};

/// Compiles a program.
///
/// # Errors
/// Every syntax error that the parser finds, or the first fault that only shows later.
///
/// # Examples
/// ```
/// use brooklet_python_compiler::compiler::compile;
///
/// assert!(compile("x = 1 +", "program.py").is_err());
/// let code = compile("print(6 * 7)", "program.py").unwrap();
/// assert_eq!(&*code.name, "<module>");
/// ```
pub fn compile(text: &str, file: &str) -> Result<Arc<Code>, Vec<Diagnostic>> {
    compile_as(text, file, false)
}

/// Compiles an expression, to code that returns its value.
///
/// # Errors
/// As of [`compile`]; a text that is no expression is a syntax error.
pub fn compile_expression(text: &str, file: &str) -> Result<Arc<Code>, Vec<Diagnostic>> {
    compile_as(text, file, true)
}

fn compile_as(text: &str, file: &str, is_expression: bool) -> Result<Arc<Code>, Vec<Diagnostic>> {
    let source = Arc::new(LineIndex::new(text));
    if let Some(place) = too_deep(text) {
        let span = Span::from(place);
        return Err(vec![Diagnostic {
            fault: Fault::Syntax,
            message: "too many nested parentheses".to_string(),
            span,
            line: source.line(span.start),
            detail: None,
        }]);
    }
    let parsed = parse_module(text).map_err(|error| {
        let (message, range) = describe(text, &source, &error);
        let span = Span::from(range);
        let detail = Some(error.error.to_string()).filter(|detail| !detail.is_empty());
        vec![Diagnostic {
            fault: Fault::Syntax,
            message,
            span,
            line: source.line(span.start),
            detail,
        }]
    })?;
    let module = parsed.into_syntax();
    let mut compiler = Compiler {
        source: source.clone(),
        file: file.into(),
        scopes: Scopes::default(),
        units: Vec::new(),
        postpones_annotations: false,
    };
    let compiled = (|| {
        compiler.scopes = Scopes::of(&module).map_err(|fault| compiler.diagnostic(fault))?;
        if is_expression {
            compiler.lone_expression(&module)
        } else {
            compiler.module(&module)
        }
    })();
    compiled.map_err(|diagnostic| vec![diagnostic])
}

/// A fault of the program that compiling found.
type Compiled<T> = Result<T, Diagnostic>;

struct Compiler<'a> {
    source: Arc<LineIndex>,
    file: Arc<str>,
    scopes: Scopes,
    /// The code being made, the innermost last.
    units: Vec<Unit<'a>>,
    /// Whether annotations are kept as text, not evaluated (PEP 563).
    postpones_annotations: bool,
}

impl<'a> Compiler<'a> {
    fn diagnostic(&self, (fault, message, range): (Fault, String, TextRange)) -> Diagnostic {
        let span = Span::from(range);
        Diagnostic {
            fault,
            message,
            span,
            line: self.source.line(span.start),
            detail: None,
        }
    }

    fn syntax_error<T>(&self, message: impl Into<String>, range: TextRange) -> Compiled<T> {
        Err(self.diagnostic((Fault::Syntax, message.into(), range)))
    }

    fn unsupported<T>(&self, message: impl Into<String>, range: TextRange) -> Compiled<T> {
        Err(self.diagnostic((Fault::Unsupported, message.into(), range)))
    }

    fn unit(&mut self) -> &mut Unit<'a> {
        self.units
            .last_mut()
            .expect("a unit is open while code is emitted")
    }

    /// Emits an instruction that stands for a piece of the text.
    fn emit(&mut self, instruction: Instruction, at: impl Ranged) {
        let span = Span::from(at.range());
        self.unit().emit(instruction, span);
    }

    /// Emits a jump whose target is not known yet.
    fn emit_jump(&mut self, jump: fn(u32) -> Instruction, at: impl Ranged) -> usize {
        let span = Span::from(at.range());
        self.unit().emit_jump(jump, span)
    }

    /// The target of a jump is here.
    fn land(&mut self, jump: usize) {
        self.unit().land(jump);
    }

    fn land_all(&mut self, jumps: Vec<usize>) {
        for jump in jumps {
            self.land(jump);
        }
    }

    fn module(&mut self, module: &'a ast::ModModule) -> Compiled<Arc<Code>> {
        let scope = self.scopes.root();
        let flags = CodeFlags {
            dict_locals: true,
            ..CodeFlags::default()
        };
        self.open(scope, "<module>", flags, module.range);
        self.units[0].doc = docstring(&module.body);
        self.body(&module.body)?;
        self.emit_none(module.range);
        self.emit(Instruction::Return, module.range);
        Ok(self.close())
    }

    fn lone_expression(&mut self, module: &'a ast::ModModule) -> Compiled<Arc<Code>> {
        let [ast::Stmt::Expr(statement)] = &module.body[..] else {
            return self.syntax_error("invalid syntax", module.range);
        };
        let flags = CodeFlags {
            dict_locals: true,
            ..CodeFlags::default()
        };
        self.open(self.scopes.root(), "<module>", flags, module.range);
        self.expression(&statement.value)?;
        self.emit(Instruction::Return, module.range);
        Ok(self.close())
    }

    fn open(&mut self, scope: usize, name: &str, flags: CodeFlags, range: TextRange) {
        let qualname = match self.units.last() {
            Some(outer) if self.scopes.kind(outer.scope) != ScopeKind::Module => {
                let global = self.scopes.is_declared_global(outer.scope, name);
                match self.scopes.kind(outer.scope) {
                    _ if global => name.to_string(),
                    ScopeKind::Function => format!("{}.<locals>.{name}", outer.qualname),
                    _ => format!("{}.{name}", outer.qualname),
                }
            }
            _ => name.to_string(),
        };
        let unit = Unit::new(
            scope,
            name,
            qualname,
            flags,
            Span::from(range),
            &self.scopes,
        );
        self.units.push(unit);
    }

    fn close(&mut self) -> Arc<Code> {
        let unit = self.units.pop().expect("every open has its close");
        let free_sources = match self.units.last() {
            Some(outer) => unit
                .frees
                .iter()
                .map(|name| outer.cell(name).unwrap_or(u32::MAX))
                .collect(),
            None => Vec::new(),
        };
        Arc::new(unit.finish(self.file.clone(), self.source.clone(), free_sources))
    }
}

/// The text of a string that stands first in a body.
fn docstring(body: &[ast::Stmt]) -> Option<Arc<str>> {
    let ast::Stmt::Expr(statement) = body.first()? else {
        return None;
    };
    let ast::Expr::StringLiteral(text) = &*statement.value else {
        return None;
    };
    Some(text.value.to_str().into())
}
