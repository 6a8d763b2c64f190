//! Reading moments from texts: `strptime` in the C locale.

use brooklet_unicode::case::upper;
use brooklet_unicode::class::is_space;
use brooklet_unicode::match_key;

use super::civil::{
    DAYS, MONTHS, Moment, civil_from_days, days_from_civil, days_in_month, is_leap,
};

/// What the directives of a format gave.
#[derive(Clone, Default)]
struct Fields {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    twelve: Option<i64>,
    afternoon: Option<bool>,
    minute: i64,
    second: i64,
    microsecond: i64,
    day_of_year: Option<i64>,
    weekday: Option<i64>,
    week_from_sunday: Option<i64>,
    week_from_monday: Option<i64>,
    offset: Option<i64>,
    zone: Option<String>,
}

/// Reads a text by a format; the message of the `ValueError` where it does not fit.
pub(crate) fn parse(
    text: &str,
    text_repr: &str,
    format: &str,
    format_repr: &str,
) -> Result<Moment, String> {
    let format: Vec<char> = format.chars().collect();
    let input: Vec<char> = text.chars().collect();
    check(&format, format_repr)?;
    let (fields, end) = matching(&format, &input, 0, Fields::default())
        .ok_or_else(|| format!("time data {text_repr} does not match format {format_repr}"))?;
    if end < input.len() {
        let rest: String = input[end..].iter().collect();
        return Err(format!("unconverted data remains: {rest}"));
    }
    fields.moment()
}

fn check(format: &[char], format_repr: &str) -> Result<(), String> {
    let mut chars = format.iter();
    while let Some(c) = chars.next() {
        if *c != '%' {
            continue;
        }
        match chars.next() {
            None => return Err(format!("stray % in format {format_repr}")),
            Some(c) if "aAbBcdfHIjmMpSUwWxXyYzZ%".contains(*c) => {}
            Some(c) => return Err(format!("'{c}' is a bad directive in format {format_repr}")),
        }
    }
    Ok(())
}

/// Matches the rest of a format at a place of the input; tries longer numbers first, as the
/// alternatives of a regular expression would.
fn matching(format: &[char], input: &[char], at: usize, fields: Fields) -> Option<(Fields, usize)> {
    let Some(first) = format.first() else {
        return Some((fields, at));
    };
    if is_space(*first) {
        let rest = format
            .iter()
            .position(|c| !is_space(*c))
            .unwrap_or(format.len());
        let spaces = input[at..].iter().take_while(|c| is_space(**c)).count();
        return (1..=spaces)
            .rev()
            .find_map(|n| matching(&format[rest..], input, at + n, fields.clone()));
    }
    if *first != '%' {
        let same = input
            .get(at)
            .is_some_and(|c| match_key(*c) == match_key(*first));
        return same.then(|| matching(&format[1..], input, at + 1, fields))?;
    }
    let directive = *format.get(1)?;
    let rest = &format[2..];
    let whole = match directive {
        'c' => Some("%a %b %d %H:%M:%S %Y"),
        'x' => Some("%m/%d/%y"),
        'X' => Some("%H:%M:%S"),
        _ => None,
    };
    if let Some(whole) = whole {
        let expanded: Vec<char> = whole.chars().chain(rest.iter().copied()).collect();
        return matching(&expanded, input, at, fields);
    }
    for (length, value) in candidates(directive, &input[at..]) {
        let mut next = fields.clone();
        next.put(directive, value, &input[at..at + length]);
        if let Some(found) = matching(rest, input, at + length, next) {
            return Some(found);
        }
    }
    None
}

/// The lengths of input that a directive can take with the values they mean, best first.
fn candidates(directive: char, input: &[char]) -> Vec<(usize, i64)> {
    let numbers = |most: usize, min: i64, max: i64| numbers(input, most, min, max);
    let names = |names: &[&str], cut: Option<usize>| {
        let mut found: Vec<(usize, i64)> = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let name = &name[..cut.unwrap_or(name.len())];
            let head: String = input.iter().take(name.len()).collect();
            if head.eq_ignore_ascii_case(name) {
                found.push((name.len(), index as i64));
            }
        }
        found
    };
    match directive {
        'Y' => numbers(4, 0, 9999)
            .into_iter()
            .filter(|(length, _)| *length == 4)
            .collect(),
        'm' => numbers(2, 1, 12),
        'd' => {
            let mut found = numbers(2, 1, 31);
            if input.first() == Some(&' ') {
                found.extend(
                    self::numbers(&input[1..], 1, 1, 9)
                        .iter()
                        .map(|(n, value)| (n + 1, *value)),
                );
            }
            found
        }
        'H' => numbers(2, 0, 23),
        'I' => numbers(2, 1, 12),
        'M' => numbers(2, 0, 59),
        'S' => numbers(2, 0, 61),
        'j' => numbers(3, 1, 366),
        'y' => numbers(2, 0, 99)
            .into_iter()
            .filter(|(length, _)| *length == 2)
            .collect(),
        'U' | 'W' => numbers(2, 0, 53),
        'w' => numbers(1, 0, 6),
        'f' => numbers(6, 0, 999_999)
            .into_iter()
            .map(|(length, value)| (length, value * 10_i64.pow(6 - length as u32)))
            .collect(),
        'a' => names(&DAYS, Some(3)),
        'A' => names(&DAYS, None),
        'b' => names(&MONTHS, Some(3)),
        'B' => names(&MONTHS, None),
        'p' => names(&["AM", "PM"], None),
        'z' => offsets(input),
        'Z' => names(&["UTC", "GMT"], None),
        '%' if input.first() == Some(&'%') => vec![(1, 0)],
        _ => Vec::new(),
    }
}

fn numbers(input: &[char], most: usize, min: i64, max: i64) -> Vec<(usize, i64)> {
    let digits = input
        .iter()
        .take(most)
        .take_while(|c| c.is_ascii_digit())
        .count();
    (1..=digits)
        .rev()
        .map(|length| {
            let value = input[..length]
                .iter()
                .fold(0, |sum, c| sum * 10 + (*c as i64 - '0' as i64));
            (length, value)
        })
        .filter(|(_, value)| (min..=max).contains(value))
        .collect()
}

fn offsets(input: &[char]) -> Vec<(usize, i64)> {
    if matches!(input.first(), Some('Z' | 'z')) {
        return vec![(1, 0)];
    }
    let sign = match input.first() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return Vec::new(),
    };
    let pair = |at: usize| {
        let digits = input.get(at..at + 2)?;
        let value: String = digits.iter().collect();
        value
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| value.parse::<i64>().ok())?
    };
    let Some(hours) = pair(1) else {
        return Vec::new();
    };
    let colon = usize::from(input.get(3) == Some(&':'));
    let Some(minutes) = pair(3 + colon) else {
        return Vec::new();
    };
    let mut length = 5 + colon;
    let mut offset = hours * 3600 + minutes * 60;
    let separated = colon == 0 || input.get(length) == Some(&':');
    if separated && let Some(seconds) = pair(length + colon) {
        offset += seconds;
        length += colon + 2;
    }
    vec![(length, sign * offset)]
}

impl Fields {
    fn put(&mut self, directive: char, value: i64, taken: &[char]) {
        match directive {
            'Y' => self.year = Some(value),
            'y' => {
                self.year = Some(if value <= 68 {
                    2000 + value
                } else {
                    1900 + value
                })
            }
            'm' => self.month = Some(value),
            'b' | 'B' => self.month = Some(value + 1),
            'd' => self.day = Some(value),
            'H' => self.hour = value,
            'I' => self.twelve = Some(value),
            'p' => self.afternoon = Some(value == 1),
            'M' => self.minute = value,
            'S' => self.second = value,
            'f' => self.microsecond = value,
            'j' => self.day_of_year = Some(value),
            'a' | 'A' => self.weekday = Some(value),
            'w' => self.weekday = Some((value + 6) % 7),
            'U' => self.week_from_sunday = Some(value),
            'W' => self.week_from_monday = Some(value),
            'z' => self.offset = Some(value),
            'Z' => self.zone = Some(upper(&taken.iter().collect::<String>())),
            _ => {}
        }
    }

    fn moment(self) -> Result<Moment, String> {
        let hour = match (self.twelve, self.afternoon) {
            (Some(hour), Some(true)) => hour % 12 + 12,
            (Some(hour), _) => hour % 12,
            (None, _) => self.hour,
        };
        // A leap day without a year is read in a leap year, so that it exists.
        let leap_day = self.month == Some(2) && self.day == Some(29);
        let year = self.year.unwrap_or(if leap_day { 1904 } else { 1900 });
        let (mut month, mut day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        let day_of_year = self.day_of_year.or_else(|| self.by_week(year));
        if let Some(day_of_year) =
            day_of_year.filter(|_| self.month.is_none() && self.day.is_none())
        {
            let days = days_from_civil(year, 1, 1) + day_of_year - 1;
            (_, month, day) = civil_from_days(days);
            if day_of_year > 365 + i64::from(is_leap(year)) {
                return Err("day of year out of range".to_string());
            }
        }
        if day > days_in_month(year, month) {
            return Err("day is out of range for month".to_string());
        }
        Ok(Moment {
            year: self.year.unwrap_or(1900),
            month,
            day,
            hour,
            minute: self.minute,
            second: self.second,
            microsecond: self.microsecond,
            offset: self.offset,
            zone: self.zone,
        })
    }

    /// The day of the year of a week's day.
    fn by_week(&self, year: i64) -> Option<i64> {
        let weekday = self.weekday?;
        let first = (days_from_civil(year, 1, 1) + 3).rem_euclid(7);
        let (week, weekday, first) = match (self.week_from_sunday, self.week_from_monday) {
            (Some(week), _) => (week, (weekday + 1) % 7, (first + 1) % 7),
            (None, Some(week)) => (week, weekday, first),
            (None, None) => return None,
        };
        let before = (7 - first) % 7;
        Some(1 + before + 7 * (week - 1) + weekday)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, format: &str) -> Result<String, String> {
        parse(text, &format!("'{text}'"), format, &format!("'{format}'"))
            .map(|moment| moment.format("%Y-%m-%d %H:%M:%S.%f %z"))
    }

    #[test]
    fn reads_what_strftime_writes() {
        assert_eq!(
            read("2024-03-01 01:02:03.5", "%Y-%m-%d %H:%M:%S.%f").unwrap(),
            "2024-03-01 01:02:03.500000 "
        );
        assert_eq!(
            read("20240301", "%Y%m%d").unwrap(),
            "2024-03-01 00:00:00.000000 "
        );
        assert_eq!(
            read("1 mar 99 11:05 pm", "%d %b %y %I:%M %p").unwrap(),
            "1999-03-01 23:05:00.000000 "
        );
        assert_eq!(
            read("10/Oct/2000:13:55:36 -0700", "%d/%b/%Y:%H:%M:%S %z").unwrap(),
            "2000-10-10 13:55:36.000000 -0700"
        );
        assert_eq!(
            read("2024 60", "%Y %j").unwrap(),
            "2024-02-29 00:00:00.000000 "
        );
    }

    #[test]
    fn says_what_does_not_fit() {
        assert_eq!(
            read("x", "%Y").unwrap_err(),
            "time data 'x' does not match format '%Y'"
        );
        assert_eq!(
            read("2024x", "%Y").unwrap_err(),
            "unconverted data remains: x"
        );
        assert_eq!(
            read("x", "%Q").unwrap_err(),
            "'Q' is a bad directive in format '%Q'"
        );
        assert_eq!(
            read("2023-02-29", "%Y-%m-%d").unwrap_err(),
            "day is out of range for month"
        );
    }
}
