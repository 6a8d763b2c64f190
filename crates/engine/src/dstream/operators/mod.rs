//! The operators of DStreams, one a file: what PySpark's Python layer builds from `transform`.

mod cogroup;
mod combine_by_key;
mod count;
mod count_by_value;
mod count_by_value_and_window;
mod filter;
mod flat_map;
mod flat_map_values;
mod glom;
mod group_by_key;
mod group_by_key_and_window;
mod join;
mod map;
mod map_partitions;
mod map_values;
mod partition_by;
mod reduce;
mod reduce_by_key;
mod reduce_by_key_and_window;
mod reduce_by_window;
mod repartition;
mod union;
mod update_state_by_key;
mod window;

pub use reduce_by_key_and_window::KeyedWindow;
