//! Finds the streams that a program's text defines, without running it.
//!
//! The statements are followed once, in order, with what is known of each name. A call whose stream
//! depends on how the program runs is found too, and marked as [`Fixed`].

mod argument;
mod call;
mod expression;
mod fixed;
mod queue;
mod reading;
mod scope;
mod statement;
mod value;

use std::collections::HashMap;

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange, TextSize};

pub(crate) use self::argument::{Argument, Written, inside};
pub(crate) use self::call::Call;
pub(crate) use self::fixed::Fixed;
pub(crate) use self::queue::parallelized;
use self::scope::Scopes;
use self::value::Value;
use crate::program::Program;

/// The statement in which something stands, among those of its block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Home<'p> {
    pub(crate) block: &'p [ast::Stmt],
    pub(crate) index: usize,
    /// Where the function that it is in begins, if it is in one.
    pub(crate) function: Option<TextSize>,
}

impl<'p> Home<'p> {
    pub(crate) fn statement(&self) -> &'p ast::Stmt {
        &self.block[self.index]
    }
}

/// A `StreamingContext` that the program makes.
#[derive(Debug, Clone)]
pub(crate) struct Context<'p> {
    pub(crate) home: Home<'p>,
    pub(crate) call: &'p ast::ExprCall,
    pub(crate) fixed: Option<Fixed>,
}

/// A name that was given a value.
#[derive(Debug, Clone)]
pub(crate) struct Binding<'p> {
    pub(crate) name: &'p str,
    /// Where its statement begins.
    pub(crate) at: TextSize,
    /// Where the function begins whose name it is, if it is one's.
    pub(crate) function: Option<TextSize>,
    /// The call whose stream it is; absent for anything else.
    pub(crate) stream: Option<usize>,
    pub(crate) is_context: bool,
}

/// The list that feeds an input.
#[derive(Debug, Clone)]
pub(crate) struct Feed<'p> {
    pub(crate) call: usize,
    /// The literal; absent when the program computes the list.
    pub(crate) literal: Option<&'p ast::ExprList>,
    /// The argument of the call.
    pub(crate) argument: TextRange,
}

/// What a program's text defines.
#[derive(Debug, Default)]
pub(crate) struct Analysis<'p> {
    /// Inputs, operators and outputs, in the order of the text.
    pub(crate) calls: Vec<Call<'p>>,
    pub(crate) contexts: Vec<Context<'p>>,
    pub(crate) feeds: Vec<Feed<'p>>,
    /// In the order of the text.
    pub(crate) bindings: Vec<Binding<'p>>,
    /// The first call of `start()` on a context, if its statement runs once.
    pub(crate) start: Option<Home<'p>>,
    /// Whether a directory for checkpoints is set.
    pub(crate) has_checkpoint_directory: bool,
    /// The names of lists that are literals, by where the literal begins.
    pub(crate) lists: HashMap<TextSize, &'p str>,
}

/// Follows the statements.
struct Reader<'p> {
    program: &'p Program,
    found: Analysis<'p>,
    /// The number of each call of a stream, by its range, in the order in which they were found.
    numbers: HashMap<TextRange, usize>,
    scopes: Scopes<'p>,
    /// Why a form cannot edit what is read now.
    fixed: Option<Fixed>,
    home: Option<Home<'p>>,
    /// What the functions that are being read return.
    returned: Vec<Value<'p>>,
    /// The functions that are being read, by where they begin.
    active: Vec<TextSize>,
    /// Functions of the program that were read, by where they begin.
    read: Vec<TextSize>,
}

impl<'p> Analysis<'p> {
    pub(crate) fn of(program: &'p Program) -> Analysis<'p> {
        let mut reader = Reader {
            program,
            found: Analysis::default(),
            numbers: HashMap::new(),
            scopes: Scopes::default(),
            fixed: None,
            home: None,
            returned: Vec::new(),
            active: Vec::new(),
            read: Vec::new(),
        };
        reader.block(program.body());
        reader.functions_left(program.body());
        let mut found = reader.found;
        found.sort();
        found
    }

    /// Numbers the calls in the order of the text, and says which stands behind which in a chain.
    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.calls.len()).collect();
        order.sort_by_key(|number| self.calls[*number].range.start());
        let mut ids = vec![0; order.len()];
        for (id, number) in order.iter().enumerate() {
            ids[*number] = id;
        }
        for call in &mut self.calls {
            for parent in &mut call.parents {
                *parent = ids[*parent];
            }
        }
        for feed in &mut self.feeds {
            feed.call = ids[feed.call];
        }
        for binding in &mut self.bindings {
            if let Some(stream) = &mut binding.stream {
                *stream = ids[*stream];
            }
        }
        self.calls.sort_by_key(|call| call.range.start());
        self.feeds.sort_by_key(|feed| feed.call);
        let by_range: HashMap<TextRange, usize> = self
            .calls
            .iter()
            .enumerate()
            .map(|(id, call)| (call.expression.range(), id))
            .collect();
        for id in 0..self.calls.len() {
            let receiver = self.calls[id].receiver();
            if let Some(before) = receiver.and_then(|receiver| by_range.get(&receiver.range())) {
                self.calls[id].before = Some(*before);
                self.calls[*before].behind = Some(id);
            }
        }
    }
}
