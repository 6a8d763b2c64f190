//! The part of a text or of bytes that `start` and `end` arguments leave.

use std::ops::Range;

use num_traits::{Signed, ToPrimitive};

use crate::value::{Args, Value};
use crate::vm::{Result, Vm};

/// The indices that the arguments after the first one leave of so many; `None` where the part starts
/// behind the end or behind itself.
pub(super) fn window(vm: &mut Vm, args: &Args, length: usize) -> Result<Option<Range<usize>>> {
    let mut bound = |value: Option<&Value>, default: usize| -> Result<usize> {
        let index = match value {
            None | Some(Value::None) => return Ok(default),
            Some(value) => vm.find_index(value)?,
        };
        let Some(index) = index else {
            let message = "slice indices must be integers or None or have an __index__ method";
            return Err(vm.type_error(message));
        };
        let index = if index.is_negative() {
            index + length
        } else {
            index
        };
        Ok(index
            .to_usize()
            .unwrap_or(if index.is_negative() { 0 } else { usize::MAX }))
    };
    let from = bound(args.get(2), 0)?;
    let to = bound(args.get(3), length)?.min(length);
    Ok((from <= to).then_some(from..to))
}

/// The rule "one to three arguments" in the words of the methods that search.
///
/// # Errors
/// `TypeError`: `find() takes at least 1 argument (0 given)`.
pub(super) fn one_to_three(vm: &mut Vm, args: &Args, class: &str, method: &str) -> Result<()> {
    if !args.keywords.is_empty() {
        args.no_keywords(vm, &format!("{class}.{method}"))?;
    }
    let given = args.len().saturating_sub(1);
    let (bound, plural) = match given {
        1..=3 => return Ok(()),
        0 => ("at least 1", ""),
        _ => ("at most 3", "s"),
    };
    Err(vm.type_error(format!(
        "{method}() takes {bound} argument{plural} ({given} given)"
    )))
}
