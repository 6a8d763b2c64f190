//! The real world: the system's clock, and connections of its own.

use std::rc::Rc;

use brooklet_engine::feeds::{Broker, Network};

/// The real world, for a program that runs in it. Such a run cannot be repeated.
#[derive(Clone)]
pub struct LiveWorld {
    /// The system's clock, in milliseconds since 1970.
    pub clock_ms: fn() -> i64,
    /// Opens connections to addresses that no feed has.
    pub network: Rc<dyn Network>,
    /// The broker at some addresses, for topics that no feed has; without an address, the one that
    /// programs mean that name none.
    pub broker: Rc<dyn Fn(&[String]) -> Option<Rc<dyn Broker>>>,
    /// Waits until the clock shows a moment.
    pub sleep_until: fn(i64),
}
