//! `pyspark.sql` as far as it is here: sessions and rows.

mod row;
mod session;
mod sql_context;

pub use row::ROW;
pub use session::{RUNTIME_CONFIG, SPARK_SESSION, SPARK_SESSION_BUILDER};
pub use sql_context::SQL_CONTEXT;
