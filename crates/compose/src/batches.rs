use ruff_python_ast::{Expr, ExprList};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::analysis::{Analysis, Feed, Fixed, parallelized};
use crate::program::Program;
use crate::sequence::Sequence;

/// The batches of an input as they stand in the text.
#[derive(Debug)]
pub(crate) struct Batches {
    /// The list, brackets included; the argument when there is no list.
    pub(crate) range: TextRange,
    pub(crate) batches: Vec<Batch>,
    pub(crate) fixed: Option<Fixed>,
}

/// One batch.
#[derive(Debug)]
pub(crate) struct Batch {
    /// The whole expression: a list, or a call of `parallelize` with one.
    pub(crate) whole: TextRange,
    /// The list, brackets included; empty when there is none.
    pub(crate) list: TextRange,
    pub(crate) records: Vec<TextRange>,
    pub(crate) fixed: Option<Fixed>,
}

impl Batches {
    pub(crate) fn of(program: &Program, analysis: &Analysis, feed: &Feed) -> Batches {
        let fixed = analysis.calls[feed.call].fixed;
        let Some(list) = feed.literal else {
            return Batches {
                range: feed.argument,
                batches: Vec::new(),
                fixed: fixed.or(Some(Fixed::Computed)),
            };
        };
        let starred = list.elts.iter().any(Expr::is_starred_expr);
        Batches {
            range: list.range(),
            batches: list
                .elts
                .iter()
                .map(|element| batch(program, list, element))
                .collect(),
            fixed: fixed.or(starred.then_some(Fixed::Starred)),
        }
    }

    /// The batches as items of their list.
    pub(crate) fn sequence<'p>(&self, program: &'p Program) -> Sequence<'p> {
        let items = self.batches.iter().map(|batch| batch.whole).collect();
        Sequence::new(program, inside(self.range), items)
    }
}

impl Batch {
    /// The records as items of their list.
    pub(crate) fn sequence<'p>(&self, program: &'p Program) -> Sequence<'p> {
        Sequence::new(program, inside(self.list), self.records.clone())
    }
}

fn batch(program: &Program, list: &ExprList, element: &Expr) -> Batch {
    let whole = program.with_parentheses(element.range(), inside(list.range()));
    let held = parallelized(element).unwrap_or(element);
    let Expr::List(records) = held else {
        return Batch {
            whole,
            list: TextRange::empty(whole.start()),
            records: Vec::new(),
            fixed: Some(Fixed::NoList),
        };
    };
    let starred = records.elts.iter().any(Expr::is_starred_expr);
    let within = inside(records.range());
    Batch {
        whole,
        list: records.range(),
        records: records
            .elts
            .iter()
            .map(|record| program.with_parentheses(record.range(), within))
            .collect(),
        fixed: starred.then_some(Fixed::Starred),
    }
}

/// Between the brackets of a list.
fn inside(list: TextRange) -> TextRange {
    let one = TextSize::new(1);
    TextRange::new(list.start() + one, list.end() - one)
}
