//! Templates of `sub` and `expand`.

use brooklet_unicode::class::is_identifier;

use crate::parser_error::SyntaxError;
use crate::program::Program;

/// A part of what replaces a match.
pub enum Part {
    /// This text.
    Text(String),
    /// What a group matched.
    Group(usize),
}

/// Why a template cannot be used.
pub enum TemplateError {
    /// It is not well formed.
    Syntax(SyntaxError),
    /// `IndexError` with this message.
    UnknownName(String),
}

/// Reads a template.
///
/// # Errors
/// Where it is not well formed, or names a group that there is not.
pub fn parse_template(template: &str, program: &Program) -> Result<Vec<Part>, TemplateError> {
    let chars: Vec<char> = template.chars().collect();
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        at += 1;
        if chars[start] != '\\' {
            text.push(chars[start]);
            continue;
        }
        let Some(c) = chars.get(at).copied() else {
            return Err(TemplateError::Syntax(SyntaxError::new(
                "bad escape (end of pattern)",
                start,
            )));
        };
        at += 1;
        match c {
            'g' => {
                let group = named(&chars, &mut at, program)?;
                push_group(&mut parts, &mut text, group);
            }
            '0' => {
                let mut code = 0;
                for _ in 0..2 {
                    let Some(digit) = chars.get(at).and_then(|c| c.to_digit(8)) else {
                        break;
                    };
                    code = code * 8 + digit;
                    at += 1;
                }
                text.push(char::from_u32(code).unwrap_or_default());
            }
            '1'..='9' => {
                let mut digits = c.to_string();
                if let Some(second) = chars.get(at).filter(|c| c.is_ascii_digit()) {
                    digits.push(*second);
                    at += 1;
                    let third = chars.get(at).filter(|c| c.is_digit(8));
                    if let Some(third) = third.filter(|_| digits.chars().all(|c| c.is_digit(8))) {
                        digits.push(*third);
                        at += 1;
                        let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
                        if code > 0o377 {
                            let message =
                                format!("octal escape value \\{digits} outside of range 0-0o377");
                            return Err(TemplateError::Syntax(SyntaxError::new(message, start)));
                        }
                        text.push(char::from_u32(code).unwrap_or_default());
                        continue;
                    }
                }
                let group = numbered(&digits, start + 1, program)?;
                push_group(&mut parts, &mut text, group);
            }
            'a' => text.push('\u{7}'),
            'b' => text.push('\u{8}'),
            'f' => text.push('\u{c}'),
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            'v' => text.push('\u{b}'),
            '\\' => text.push('\\'),
            c if c.is_ascii_alphabetic() => {
                return Err(TemplateError::Syntax(SyntaxError::new(
                    format!("bad escape \\{c}"),
                    start,
                )));
            }
            c => text.extend(['\\', c]),
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Ok(parts)
}

fn push_group(parts: &mut Vec<Part>, text: &mut String, group: usize) {
    if !text.is_empty() {
        parts.push(Part::Text(std::mem::take(text)));
    }
    parts.push(Part::Group(group));
}

fn numbered(digits: &str, place: usize, program: &Program) -> Result<usize, TemplateError> {
    match digits.parse::<usize>() {
        Ok(group) if group <= program.groups => Ok(group),
        _ => Err(TemplateError::Syntax(SyntaxError::new(
            format!("invalid group reference {digits}"),
            place,
        ))),
    }
}

fn named(chars: &[char], at: &mut usize, program: &Program) -> Result<usize, TemplateError> {
    let syntax = |message: &str, place| TemplateError::Syntax(SyntaxError::new(message, place));
    if chars.get(*at) != Some(&'<') {
        return Err(syntax("missing <", *at));
    }
    *at += 1;
    let start = *at;
    let Some(length) = chars[start..].iter().position(|c| *c == '>') else {
        let message = if start == chars.len() {
            "missing group name"
        } else {
            "missing >, unterminated name"
        };
        return Err(syntax(message, start));
    };
    let name: String = chars[start..start + length].iter().collect();
    *at = start + length + 1;
    if name.is_empty() {
        return Err(syntax("missing group name", start));
    }
    if name.chars().all(|c| c.is_ascii_digit()) {
        return numbered(&name, start, program);
    }
    if !is_identifier(&name) {
        return Err(syntax(
            &format!("bad character in group name '{name}'"),
            start,
        ));
    }
    match program.names.iter().find(|(known, _)| *known == name) {
        Some((_, group)) => Ok(*group),
        None => Err(TemplateError::UnknownName(format!(
            "unknown group name '{name}'"
        ))),
    }
}
