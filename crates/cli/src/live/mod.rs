//! The world as it is: the system's clock, TCP connections, Kafka brokers.

mod broker;
mod tcp;

use std::rc::Rc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use brooklet_engine::feeds::Broker;
use brooklet_pyspark::LiveWorld;

use broker::LiveBroker;
use tcp::Tcp;

/// The world as it is. Programs that name no broker mean this one.
pub(crate) fn world(broker: Option<String>) -> LiveWorld {
    LiveWorld {
        clock_ms,
        network: Rc::new(Tcp),
        broker: Rc::new(move |addresses| {
            let addresses = match addresses {
                [] => broker.iter().cloned().collect(),
                addresses => addresses.to_vec(),
            };
            let is_known = !addresses.is_empty();
            is_known.then(|| Rc::new(LiveBroker::new(&addresses)) as Rc<dyn Broker>)
        }),
        sleep_until,
    }
}

fn clock_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as i64)
}

/// Waits until the system's clock shows a moment.
pub(crate) fn sleep_until(ms: i64) {
    while let Ok(rest @ 1..) = u64::try_from(ms - clock_ms()) {
        thread::sleep(Duration::from_millis(rest));
    }
}
