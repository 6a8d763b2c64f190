//! The `pyspark` module as a program sees it, and the driver with its virtual clock.

mod signature;
