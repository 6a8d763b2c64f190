//! Batch times in printed text.

/// The text with the date and time of each `Time:` line replaced by the number of the batch that
/// it means: batch 1 ends one interval after `zero_ms`.
///
/// ```text
/// Time: 2024-01-01 00:00:03   ->   Time: <batch 3>
/// ```
pub(crate) fn with_batch_numbers(text: &str, zero_ms: i64, interval_ms: i64) -> String {
    let mut numbered = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (content, end) = match line.strip_suffix('\n') {
            Some(content) => (content, "\n"),
            None => (line, ""),
        };
        match content.strip_prefix("Time: ").and_then(parse_time) {
            Some(ms) => {
                let batch = (ms - zero_ms) as f64 / interval_ms as f64;
                let batch = batch.round_ties_even() as i64;
                numbered.push_str(&format!("Time: <batch {batch}>"));
            }
            None => numbered.push_str(content),
        }
        numbered.push_str(end);
    }
    numbered
}

/// The moment of `YYYY-MM-DD HH:MM:SS[.ffffff]` in milliseconds since 1970.
fn parse_time(text: &str) -> Option<i64> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        10 => byte == b' ',
        13 | 16 => byte == b':',
        _ => byte.is_ascii_digit(),
    };
    if whole.len() != 19 || !whole.bytes().enumerate().all(shape) {
        return None;
    }
    let number = |from: usize, to: usize| whole[from..to].parse::<i64>().ok();
    let days = days_since_1970(number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let seconds = (days * 24 + number(11, 13)?) * 3600 + number(14, 16)? * 60 + number(17, 19)?;
    let millis = match fraction {
        Some(digits) if (1..=6).contains(&digits.len()) => {
            let padded: i64 = format!("{digits:0<6}").parse().ok()?;
            padded / 1000
        }
        Some(_) => return None,
        None => 0,
    };
    Some(seconds * 1000 + millis)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `YYYY-MM-DD HH:MM:SS`, with microseconds if there is a part of a second: what `str` gives for
/// the `datetime` of a moment in UTC.
pub(crate) fn date_time(ms: i64) -> String {
    let (days, of_day) = (ms.div_euclid(86_400_000), ms.rem_euclid(86_400_000));
    let (year, month, day) = civil(days);
    let (seconds, millis) = (of_day / 1000, of_day % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
    if millis != 0 {
        text.push_str(&format!(".{millis:03}000"));
    }
    text
}

/// The date of a day counted from 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZERO: i64 = 1_704_067_200_000;

    #[test]
    fn numbers_batches() {
        let text = "---\nTime: 2024-01-01 00:00:01.500000\n---\nTime: soon\n";
        let expected = "---\nTime: <batch 3>\n---\nTime: soon\n";
        assert_eq!(with_batch_numbers(text, ZERO, 500), expected);
        assert_eq!(
            with_batch_numbers("Time: 2024-01-01 00:01:00", ZERO, 10_000),
            "Time: <batch 6>"
        );
    }

    #[test]
    fn shows_moments_as_python_does() {
        assert_eq!(date_time(ZERO), "2024-01-01 00:00:00");
        assert_eq!(date_time(ZERO + 1500), "2024-01-01 00:00:01.500000");
        assert_eq!(date_time(951_782_400_000), "2000-02-29 00:00:00");
        assert_eq!(date_time(-1000), "1969-12-31 23:59:59");
    }

    #[test]
    fn reading_undoes_showing() {
        for day in -1000..40_000_i64 {
            let ms = day * 86_400_000 + day * 1000;
            assert_eq!(parse_time(&date_time(ms)), Some(ms));
        }
    }
}
