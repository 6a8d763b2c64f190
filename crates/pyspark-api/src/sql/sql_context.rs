//! `SQLContext`.

use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// Where programs before Spark 2 began with queries.
pub const SQL_CONTEXT: Class = Class {
    name: "SQLContext",
    module: "pyspark.sql",
    base: None,
    sentence: "Where programs before Spark 2 began with queries; it has a SparkSession.",
    groups: &[
        Group {
            title: "The context",
            rule: "org.apache.spark.sql.SQLContext",
            methods: &[
                constructor("__init__(sparkContext, sparkSession=None, jsqlContext=None)")
                    .says("Makes one of a SparkContext."),
                class_method("getOrCreate(sc=None) -> SQLContext")
                    .says("Gives the one that there is, else makes one."),
                method("newSession() -> SQLContext")
                    .says("Gives another one, with settings of its own."),
                method("setConf(key, value)").says("Sets a setting of the session."),
                method("getConf(key, defaultValue=<no value>) -> str")
                    .says("Gives a setting of the session."),
            ],
        },
        Group {
            title: "Only with DataFrames",
            rule: "org.apache.spark.sql.SQLContext",
            methods: &[
                method("createDataFrame(data, schema=None, samplingRatio=None, verifySchema=True)")
                    .says("Would make a DataFrame, which Brooklet does not have yet."),
                method("sql(sqlQuery)").says("Would run a query, which needs DataFrames."),
                method("range(start, end=None, step=1, numPartitions=None)")
                    .says("Would make a DataFrame of numbers."),
                method("registerFunction(name, f, returnType=None)")
                    .says("Would name a function for queries."),
                method("registerJavaFunction(name, javaClassName, returnType=None)")
                    .says("Would name a function of Java for queries."),
                method("registerDataFrameAsTable(df, tableName)").says("Would name a DataFrame."),
                method("dropTempTable(tableName)").says("Would take a table's name away."),
                method("createExternalTable(tableName, path=None, source=None, schema=None, **options)")
                    .says("Would make a table of files."),
                method("table(tableName)").says("Would give a table."),
                method("tables(dbName=None)").says("Would list tables."),
                method("tableNames(dbName=None) -> list").says("Would list the names of tables."),
                method("cacheTable(tableName)").says("Would keep a table in memory."),
                method("uncacheTable(tableName)").says("Would let a table go."),
                method("clearCache()").says("Would let all tables go."),
                property("read").says("Would read files as DataFrames."),
                property("readStream").says("Would read files as streams of DataFrames."),
                property("streams").says("Would manage streams of DataFrames."),
                property("udf").says("Would name functions for queries."),
                property("udtf").says("Would name table functions for queries."),
            ],
        },
    ],
};
