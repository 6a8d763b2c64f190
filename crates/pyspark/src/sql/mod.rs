//! `pyspark.sql`: sessions and rows, and what names of DataFrames say until they are here.

use brooklet_python::ModuleEntry;

/// The modules of `pyspark.sql`.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::python("findspark", || include_str!("findspark.py")),
    ModuleEntry::python("pyspark._absent", || include_str!("../absent.py")),
    ModuleEntry::python("pyspark.shell", || include_str!("shell.py")),
    ModuleEntry::python("pyspark.sql", || include_str!("sql.py")),
    ModuleEntry::python("pyspark.sql.conf", || include_str!("conf.py")),
    ModuleEntry::python("pyspark.sql.context", || include_str!("context.py")),
    ModuleEntry::python("pyspark.sql.functions", || include_str!("functions.py")),
    ModuleEntry::python("pyspark.sql.session", || include_str!("session.py")),
    ModuleEntry::python("pyspark.sql.types", || include_str!("types.py")),
    ModuleEntry::python("pyspark.sql.utils", || UTILS),
    ModuleEntry::python(
        "pyspark.sql.dataframe",
        || "from pyspark.sql import DataFrame\n",
    ),
    ModuleEntry::python("pyspark.sql.column", || "from pyspark.sql import Column\n"),
    ModuleEntry::python(
        "pyspark.sql.window",
        || "from pyspark.sql import Window, WindowSpec\n",
    ),
    ModuleEntry::python(
        "pyspark.sql.readwriter",
        || "from pyspark.sql import DataFrameReader, DataFrameWriter\n",
    ),
];

const UTILS: &str = "from pyspark.errors.exceptions.captured import *\n";
