//! The proleptic Gregorian calendar, and texts of moments (`strftime`, `strptime`) in the C locale.

use brooklet_unicode::case::upper;

/// English names, as the C locale has them.
pub(crate) const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// English names, as the C locale has them.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment by its calendar and clock fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    pub(crate) microsecond: i64,
    /// Seconds east of UTC, where known.
    pub(crate) offset: Option<i64>,
    /// The zone's name, where known.
    pub(crate) zone: Option<String>,
}

/// Whether a year has 366 days.
pub(crate) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month (from 1) has.
pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01.
pub(crate) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years that start in March, so that the leap day is the last one.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
pub(crate) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

impl Moment {
    /// The moment of a number of seconds since 1970, UTC.
    pub(crate) fn from_seconds(seconds: i64) -> Moment {
        let (year, month, day) = civil_from_days(seconds.div_euclid(86_400));
        let rest = seconds.rem_euclid(86_400);
        Moment {
            year,
            month,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            ..Moment::default()
        }
    }

    /// Seconds since 1970 of these fields read as UTC.
    pub(crate) fn seconds(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day) * 86_400
            + self.hour * 3600
            + self.minute * 60
            + self.second
    }

    /// The day of the week, Monday is 0.
    pub(crate) fn weekday(&self) -> i64 {
        (days_from_civil(self.year, self.month, self.day) + 3).rem_euclid(7)
    }

    /// The day of the year, from 1.
    pub(crate) fn day_of_year(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day) - days_from_civil(self.year, 1, 1) + 1
    }

    /// ISO 8601 year, week and day of the week from 1.
    pub(crate) fn iso_calendar(&self) -> (i64, i64, i64) {
        let days = days_from_civil(self.year, self.month, self.day);
        let weekday = self.weekday();
        let (year, ..) = civil_from_days(days - weekday + 3);
        let week = (days - weekday + 3 - days_from_civil(year, 1, 1)) / 7 + 1;
        (year, week, weekday + 1)
    }

    /// The text that a `strftime` format gives; directives that are unknown stay as they are.
    pub(crate) fn format(&self, format: &str) -> String {
        let mut out = String::with_capacity(format.len() * 2);
        let mut chars = format.chars().peekable();
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            let padding = chars.next_if(|c| matches!(c, '-' | '_' | '0' | '^' | '#'));
            let Some(directive) = chars.next() else {
                out.push('%');
                out.extend(padding);
                break;
            };
            self.directive(&mut out, padding, directive);
        }
        out
    }

    fn directive(&self, out: &mut String, padding: Option<char>, directive: char) {
        let number = |value: i64, width: usize, default: char| match padding {
            Some('-') => value.to_string(),
            Some('_') => format!("{value:>width$}"),
            Some('0') => format!("{value:0width$}"),
            _ if default == ' ' => format!("{value:>width$}"),
            _ => format!("{value:0width$}"),
        };
        let twelve = (self.hour + 11) % 12 + 1;
        let day = DAYS[self.weekday() as usize];
        let month = MONTHS[(self.month - 1).clamp(0, 11) as usize];
        let text = match directive {
            'Y' => number(self.year, 1, '0'),
            'm' => number(self.month, 2, '0'),
            'd' => number(self.day, 2, '0'),
            'e' => number(self.day, 2, ' '),
            'H' => number(self.hour, 2, '0'),
            'k' => number(self.hour, 2, ' '),
            'I' => number(twelve, 2, '0'),
            'l' => number(twelve, 2, ' '),
            'M' => number(self.minute, 2, '0'),
            'S' => number(self.second, 2, '0'),
            'f' => format!("{:06}", self.microsecond),
            'j' => number(self.day_of_year(), 3, '0'),
            'y' => number(self.year.rem_euclid(100), 2, '0'),
            'C' => number(self.year.div_euclid(100), 2, '0'),
            'a' => day[..3].to_string(),
            'A' => day.to_string(),
            'b' | 'h' => month[..3].to_string(),
            'B' => month.to_string(),
            'p' if padding == Some('#') => if self.hour < 12 { "am" } else { "pm" }.to_string(),
            'p' => if self.hour < 12 { "AM" } else { "PM" }.to_string(),
            'P' => if self.hour < 12 { "am" } else { "pm" }.to_string(),
            'w' => ((self.weekday() + 1) % 7).to_string(),
            'u' => (self.weekday() + 1).to_string(),
            'U' => number(
                (self.day_of_year() + 6 - (self.weekday() + 1) % 7) / 7,
                2,
                '0',
            ),
            'W' => number((self.day_of_year() + 6 - self.weekday()) / 7, 2, '0'),
            'G' => self.iso_calendar().0.to_string(),
            'g' => number(self.iso_calendar().0.rem_euclid(100), 2, '0'),
            'V' => number(self.iso_calendar().1, 2, '0'),
            's' => (self.seconds() - self.offset.unwrap_or(0)).to_string(),
            'z' => self.offset.map_or_else(String::new, |offset| {
                offset_text(i128::from(offset) * 1_000_000, "")
            }),
            'Z' => self.zone.clone().unwrap_or_default(),
            'c' => self.format("%a %b %e %H:%M:%S %Y"),
            'x' | 'D' => self.format("%m/%d/%y"),
            'X' | 'T' => self.format("%H:%M:%S"),
            'R' => self.format("%H:%M"),
            'r' => self.format("%I:%M:%S %p"),
            'F' => self.format("%Y-%m-%d"),
            'n' => "\n".to_string(),
            't' => "\t".to_string(),
            '%' => "%".to_string(),
            other => {
                out.push('%');
                out.extend(padding);
                out.push(other);
                return;
            }
        };
        if padding == Some('^') {
            out.push_str(&upper(&text));
        } else {
            out.push_str(&text);
        }
    }
}

/// `+HH<colon>MM` with seconds where there are any.
pub(crate) fn offset_text(offset: i128, colon: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let (seconds, micros) = (offset.abs() / 1_000_000, offset.abs() % 1_000_000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = format!("{sign}{hours:02}{colon}{minutes:02}");
    if seconds != 0 || micros != 0 {
        text.push_str(&format!("{colon}{seconds:02}"));
    }
    if micros != 0 {
        text.push_str(&format!(".{micros:06}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-800_000..800_000).step_by(17) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
            assert!((1..=days_in_month(year, month)).contains(&day));
        }
    }

    #[test]
    fn formats_as_the_c_locale_does() {
        let moment = Moment {
            microsecond: 42,
            ..Moment::from_seconds(1_704_067_200 + 86_400 * 60 + 3_723)
        };
        assert_eq!(
            moment.format("%Y-%m-%d %H:%M:%S.%f"),
            "2024-03-01 01:02:03.000042"
        );
        assert_eq!(
            moment.format("%c|%x|%X|%j|%U|%W"),
            "Fri Mar  1 01:02:03 2024|03/01/24|01:02:03|061|08|09"
        );
        assert_eq!(moment.format("%-d %e %I %p %q %"), "1  1 01 AM %q %");
        assert_eq!(moment.iso_calendar(), (2024, 9, 5));
    }

    #[test]
    fn offsets_show_seconds_only_where_there_are_any() {
        assert_eq!(offset_text(-19_800_000_000, ":"), "-05:30");
        assert_eq!(offset_text(3_661_000_000, ""), "+010101");
        assert_eq!(offset_text(-86_400, ":"), "-00:00:00.086400");
    }
}
