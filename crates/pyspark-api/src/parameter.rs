//! The parameters of a call, read from its text.

/// A parameter of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// The expression that it is when it is not given; a call needs a parameter without one.
    pub default: Option<&'static str>,
    /// Whether it takes any number of arguments.
    pub is_variadic: bool,
}

impl Parameter {
    /// Whether a call must give it.
    pub const fn is_required(&self) -> bool {
        self.default.is_none() && !self.is_variadic
    }
}

/// The parameters that stand in a text `name(parameters)`, one after the other.
#[derive(Debug, Clone)]
pub struct Parameters {
    rest: &'static str,
}

impl Parameters {
    pub(crate) const fn of(call: &'static str) -> Parameters {
        let bytes = call.as_bytes();
        let (mut begin, mut end) = (0, 0);
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'(' if begin == 0 => begin = at + 1,
                b')' => end = at,
                _ => {}
            }
            at += 1;
        }
        Parameters {
            rest: call.split_at(end).0.split_at(begin).1,
        }
    }
}

impl Iterator for Parameters {
    type Item = Parameter;

    fn next(&mut self) -> Option<Parameter> {
        if self.rest.is_empty() {
            return None;
        }
        let (text, rest) = self.rest.split_once(", ").unwrap_or((self.rest, ""));
        self.rest = rest;
        let (text, default) = match text.split_once('=') {
            Some((name, default)) => (name, Some(default)),
            None => (text, None),
        };
        Some(Parameter {
            name: text.trim_start_matches('*'),
            default,
            is_variadic: text.starts_with('*'),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_those_between_the_parentheses() {
        let found: Vec<Parameter> = Parameters::of("f(a, b=None, *rest) -> list").collect();
        assert_eq!(found.len(), 3);
        assert!(found[0].is_required() && !found[2].is_required());
        assert_eq!((found[1].name, found[1].default), ("b", Some("None")));
        assert_eq!((found[2].name, found[2].is_variadic), ("rest", true));
        assert_eq!(Parameters::of("f()").count(), 0);
        assert_eq!(Parameters::of("f").count(), 0);
    }
}
