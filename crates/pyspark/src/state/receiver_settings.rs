//! The settings of Spark that receivers follow.

use brooklet_engine::dstream::{PidSettings, ReceiverSettings};

use super::Session;
use crate::bridge::setting;

/// How the receivers of a context are set up. A setting that Spark could not read is the default.
pub(crate) fn receiver_settings(session: &Session) -> ReceiverSettings {
    let value = |key: &str| setting(&session.spark, key);
    let time =
        |key: &str, default: i64| value(key).and_then(|text| millis(&text)).unwrap_or(default);
    let rate = |key: &str| {
        let rate: Option<f64> = value(key).and_then(|text| text.trim().parse().ok());
        rate.filter(|rate| *rate > 0.0)
    };
    let most = rate("spark.streaming.receiver.maxRate");
    let initial = rate("spark.streaming.backpressure.initialRate");
    ReceiverSettings {
        block_ms: time("spark.streaming.blockInterval", 200),
        restart_ms: time("spark.streaming.receiverRestartDelay", 2000),
        initial_rate: match (initial, most) {
            (Some(initial), Some(most)) => Some(initial.min(most)),
            (initial, most) => initial.or(most),
        },
        most,
        pressure: pressure(session),
    }
}

/// How inputs learn what they may read; `None` where back-pressure is off.
pub(crate) fn pressure(session: &Session) -> Option<PidSettings> {
    let is_on = setting(&session.spark, "spark.streaming.backpressure.enabled");
    if is_on.as_deref() != Some("true") {
        return None;
    }
    let number = |key: &str, default: f64| {
        let key = format!("spark.streaming.backpressure.pid.{key}");
        let text = setting(&session.spark, &key);
        text.and_then(|text| text.trim().parse().ok())
            .unwrap_or(default)
    };
    Some(PidSettings {
        proportional: number("proportional", 1.0),
        integral: number("integral", 0.2),
        derivative: number("derived", 0.0),
        min_rate: number("minRate", 100.0),
    })
}

/// A time as Spark's settings have it, in milliseconds: `200`, `200ms`, `1s`, `2min`.
///
/// Source: `JavaUtils.timeStringAs`.
fn millis(text: &str) -> Option<i64> {
    let text = text.trim().to_ascii_lowercase();
    let end = text.find(|letter: char| letter.is_ascii_alphabetic());
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let number: i64 = number.trim().parse().ok()?;
    let factor = match unit {
        "us" => return Some(number / 1000),
        "" | "ms" => 1,
        "s" => 1000,
        "m" | "min" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return None,
    };
    number.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::millis;

    #[test]
    fn times_have_units() {
        for (text, expected) in [
            ("200", Some(200)),
            ("1s", Some(1000)),
            ("50 ms", Some(50)),
            ("2min", Some(120_000)),
            ("5000us", Some(5)),
            ("1h", Some(3_600_000)),
            ("soon", None),
            ("1 week", None),
        ] {
            assert_eq!(millis(text), expected, "{text}");
        }
    }
}
