//! `Did you mean: 'x'?`, as CPython's tracebacks suggest it.

use std::rc::Rc;

use super::{ExceptionKind, Vm};
use crate::value::{Instance, Value};

/// What an edit costs; changing only the case of a letter costs half.
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
/// Longer names are not compared.
const LONGEST: usize = 40;
/// Where there are more candidates than this, none is suggested.
const MOST_CANDIDATES: usize = 750;

impl Vm {
    /// The name that was probably meant, where an exception is about a name that is not there.
    pub(super) fn suggestion(&mut self, exception: &Rc<Instance>) -> Option<String> {
        let attribute = self.types.exception(ExceptionKind::AttributeError).clone();
        let name_error = self.types.exception(ExceptionKind::NameError).clone();
        let attributes = exception.attributes_if_any()?.clone();
        if exception.class.is_subclass(&name_error) {
            return attributes
                .get_str("__suggestion__")
                .and_then(|name| Some(name.as_str()?.to_string()));
        }
        if !exception.class.is_subclass(&attribute) {
            return None;
        }
        let name = attributes.get_str("name")?;
        let object = attributes.get_str("obj")?;
        let directory = self.builtins.get_str("dir")?;
        let names = self.call_one(&directory, object).ok()?;
        let names = self.collect(&names).ok()?;
        nearest(name.as_str()?, names.iter().filter_map(Value::as_str))
    }

    /// The known name that is nearest to one that was not found by the running code.
    pub(super) fn nearest_name(&mut self, name: &str) -> Option<String> {
        let locals = self.running_locals().keys();
        let globals = self.running_globals().keys();
        let builtins = self.builtins.keys();
        let names = locals.iter().chain(&globals).chain(&builtins);
        nearest(name, names.filter_map(Value::as_str))
    }
}

fn nearest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.collect();
    if candidates.len() > MOST_CANDIDATES || wrong.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == wrong || candidate.len() > LONGEST {
            continue;
        }
        let most = (wrong.len() + candidate.len() + 3) * MOVE_COST / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance.saturating_sub(1)));
        let distance = distance(wrong.as_bytes(), candidate.as_bytes());
        if distance <= most {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_string())
}

fn substitution(a: u8, b: u8) -> usize {
    match () {
        () if a == b => 0,
        () if a.eq_ignore_ascii_case(&b) => CASE_COST,
        () => MOVE_COST,
    }
}

/// The edit distance of two names.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|at| at * MOVE_COST).collect();
    for (line, left) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (line + 1) * MOVE_COST;
        for (column, right) in b.iter().enumerate() {
            let replaced = diagonal + substitution(*left, *right);
            diagonal = row[column + 1];
            row[column + 1] = replaced
                .min(row[column] + MOVE_COST)
                .min(diagonal + MOVE_COST);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested() {
        let names = ["upper", "lower", "title"];
        assert_eq!(nearest("uper", names.into_iter()).as_deref(), Some("upper"));
        assert_eq!(
            nearest("Lower", names.into_iter()).as_deref(),
            Some("lower")
        );
        assert_eq!(nearest("zzz", names.into_iter()), None);
    }
}
