//! Functions of elements: arithmetic, comparisons, and those of `math`.

mod apply;
mod object;
mod operand;
mod operators;
mod reduce;
mod table;

pub(crate) use self::apply::{apply, places};
pub(crate) use self::object::{UfuncObject, put, reduced, result_value};
pub(crate) use self::operand::{Operand, common};
pub(crate) use self::operators::{ARITHMETIC, COMPARISON, IN_PLACE};
pub(crate) use self::reduce::{Lanes, accumulate, axes_argument, pairwise, reduce};
pub(crate) use self::table::{UFUNCS, Ufunc, named};
