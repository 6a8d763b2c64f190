//! Reading ISO 8601 texts: `fromisoformat`.

use super::date::check_date;
use super::stamp::Stamp;
use super::time_of_day::{TimeOfDay, check_time};
use super::timezone;
use crate::civil::{civil_from_days, days_from_civil};
use brooklet_python::value::Value;
use brooklet_python::vm::{Raise, Result, Vm};

fn invalid(vm: &mut Vm, whole: &str) -> Raise {
    match vm.repr(&Value::str(whole)) {
        Ok(text) => vm.value_error(format!("Invalid isoformat string: {text}")),
        Err(raise) => raise,
    }
}

/// The number of so many digits at a place.
fn number(text: &[u8], at: usize, count: usize) -> Option<i64> {
    let digits = text.get(at..at + count)?;
    digits.iter().try_fold(0, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + i64::from(byte - b'0'))
    })
}

/// Days since 1970-01-01 of a day of an ISO week.
pub(super) fn days_of_week(vm: &mut Vm, year: i64, week: i64, day: i64) -> Result<i64> {
    let first = days_from_civil(year, 1, 1);
    let weekday = (first + 3).rem_euclid(7);
    // The week with the year's first Thursday is week 1.
    let monday = first - weekday + if weekday > 3 { 7 } else { 0 };
    let next_first = days_from_civil(year + 1, 1, 1);
    let next_weekday = (next_first + 3).rem_euclid(7);
    let next_monday = next_first - next_weekday + if next_weekday > 3 { 7 } else { 0 };
    if week < 1 || monday + (week - 1) * 7 >= next_monday {
        return Err(vm.value_error(format!("Invalid week: {week}")));
    }
    if !(1..=7).contains(&day) {
        return Err(vm.value_error(format!("Invalid day: {day} (range is [1, 7])")));
    }
    Ok(monday + (week - 1) * 7 + day - 1)
}

/// A date: `2024-01-05`, `20240105`, `2024-W01-5`, `2024W015`.
pub(super) fn date(vm: &mut Vm, text: &str, whole: &str) -> Result<Stamp> {
    let bytes = text.as_bytes();
    let Some(year) = number(bytes, 0, 4) else {
        return Err(invalid(vm, whole));
    };
    let dash = usize::from(bytes.get(4) == Some(&b'-'));
    if bytes.get(4 + dash) == Some(&b'W') {
        let week = number(bytes, 5 + dash, 2);
        let rest = &bytes[(7 + dash).min(bytes.len())..];
        let day = match (rest, dash) {
            ([], _) => Some(1),
            ([b'-', day], 1) | ([day], 0) if day.is_ascii_digit() => Some(i64::from(day - b'0')),
            _ => None,
        };
        let (Some(week), Some(day)) = (week, day) else {
            return Err(invalid(vm, whole));
        };
        let (year, month, day) = civil_from_days(days_of_week(vm, year, week, day)?);
        return Ok(Stamp::of_date(year, month, day));
    }
    let month = number(bytes, 4 + dash, 2);
    let same_dash = dash == 0 || bytes.get(7) == Some(&b'-');
    let day = number(bytes, 6 + 2 * dash, 2);
    match (month, day) {
        (Some(month), Some(day)) if same_dash && bytes.len() == 8 + 2 * dash => {
            check_date(vm, year, month, day)?;
            Ok(Stamp::of_date(year, month, day))
        }
        _ => Err(invalid(vm, whole)),
    }
}

/// Hours, minutes, seconds and microseconds of a clock's text; the parts that are there.
fn clock(text: &str) -> Option<[i64; 4]> {
    let bytes = text.as_bytes();
    let mut parts = [0; 4];
    parts[0] = number(bytes, 0, 2)?;
    let mut at = 2;
    let colon = bytes.get(2) == Some(&b':');
    for part in &mut parts[1..3] {
        if at == bytes.len() || bytes[at] == b'.' || bytes[at] == b',' {
            break;
        }
        if colon {
            if bytes[at] != b':' {
                return None;
            }
            at += 1;
        }
        *part = number(bytes, at, 2)?;
        at += 2;
    }
    if at < bytes.len() {
        let full = at == if colon { 8 } else { 6 };
        let digits = &text[at + 1..];
        if !full
            || !matches!(bytes[at], b'.' | b',')
            || digits.is_empty()
            || !digits.bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        // Digits after the sixth are dropped.
        let mut micros = digits.to_string();
        micros.truncate(6);
        parts[3] = micros.parse::<i64>().ok()? * 10_i64.pow(6 - micros.len() as u32);
    }
    Some(parts)
}

/// A time, with or without an offset.
pub(super) fn time(vm: &mut Vm, text: &str, whole: &str) -> Result<TimeOfDay> {
    let split = text.find(['+', '-', 'Z']).unwrap_or(text.len());
    let (clock_part, zone_part) = text.split_at(split);
    let Some([hour, minute, second, microsecond]) = clock(clock_part) else {
        return Err(invalid(vm, whole));
    };
    let zone = match zone_part {
        "" => Value::None,
        "Z" => timezone::utc(vm),
        offset => {
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            let Some([hours, minutes, seconds, micros]) =
                clock(&offset[1..]).filter(|_| !offset.starts_with('Z'))
            else {
                return Err(invalid(vm, whole));
            };
            let size = (hours * 3600 + minutes * 60 + seconds) * 1_000_000 + micros;
            timezone::of_offset(vm, i128::from(sign * size))
        }
    };
    let time = TimeOfDay {
        hour,
        minute,
        second,
        microsecond,
        zone,
    };
    check_time(vm, &time)?;
    Ok(time)
}

/// A date with or without a time, parted by any one character.
pub(super) fn datetime(vm: &mut Vm, text: &str) -> Result<Stamp> {
    let bytes = text.as_bytes();
    if bytes.len() < 7 || !text.is_char_boundary(7.min(text.len())) {
        return Err(invalid(vm, text));
    }
    let dash = bytes[4] == b'-';
    let week = bytes.get(4 + usize::from(dash)) == Some(&b'W');
    let length = match (week, dash) {
        (false, true) => 10,
        (false, false) => 8,
        (true, true) if bytes.get(8) == Some(&b'-') && bytes.len() > 9 => 10,
        (true, true) => 8,
        // A digit that is the day, unless it begins the time.
        (true, false) if bytes.get(7).is_some_and(u8::is_ascii_digit) => 8,
        (true, false) => 7,
    };
    if !text.is_char_boundary(length.min(text.len())) {
        return Err(invalid(vm, text));
    }
    let (date_part, rest) = text.split_at(length.min(text.len()));
    let day = date(vm, date_part, text)?;
    let mut characters = rest.chars();
    if characters.next().is_none() {
        return Ok(day.at(&TimeOfDay::default()));
    }
    let clock = characters.as_str();
    if clock.is_empty() {
        return Err(invalid(vm, text));
    }
    let clock = time(vm, clock, text)?;
    Ok(day.at(&clock))
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn clocks_come_in_two_forms() {
        assert_eq!(clock("10:20:30.5"), Some([10, 20, 30, 500_000]));
        assert_eq!(clock("102030"), Some([10, 20, 30, 0]));
        assert_eq!(clock("10"), Some([10, 0, 0, 0]));
        assert_eq!(clock("10:2030"), None);
        assert_eq!(clock("10:20.5"), None);
    }
}
