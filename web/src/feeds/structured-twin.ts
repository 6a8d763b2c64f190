/** The program of Structured Streaming that reads the same topics at the same pace, as a current Spark runs it. */
export function structuredTwin(topics: readonly string[], batchMs: number): string {
  const trigger = batchMs % 1000 === 0 ? `${batchMs / 1000} seconds` : `${batchMs} milliseconds`;
  return `from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()

records = (
    spark.readStream.format("kafka")
    .option("kafka.bootstrap.servers", "localhost:9092")
    .option("subscribe", ${JSON.stringify(topics.join(","))})
    .load()
    .selectExpr("CAST(key AS STRING)", "CAST(value AS STRING)", "topic", "partition", "offset", "timestamp")
)

query = records.writeStream.format("console").trigger(processingTime="${trigger}").start()
query.awaitTermination()
`;
}
