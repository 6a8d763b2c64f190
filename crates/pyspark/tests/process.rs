//! What a program is started with, and what its process returns.

use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

/// What a program prints, standard error included, and its exit code.
fn run(program: &str, arguments: &[&str]) -> (String, i32) {
    let options = DriverOptions {
        arguments: arguments.iter().map(|text| (*text).to_owned()).collect(),
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(program, "program.py", options).expect("it compiles");
    let exit_code = loop {
        match driver.poll(10_000) {
            EngineProgress::Ended { exit_code } => break exit_code,
            _ => driver.tick(),
        }
    };
    let texts = driver.take_events().into_iter();
    let texts = texts.filter_map(|event| match event {
        RunEvent::Text { text, .. } => Some(text),
        _ => None,
    });
    (texts.collect(), exit_code)
}

#[test]
fn arguments_stand_behind_the_name_of_the_file() {
    let program = "import sys\nprint(sys.argv)\n";
    let (printed, _) = run(program, &["localhost", "9999"]);
    assert_eq!(printed, "['program.py', 'localhost', '9999']\n");
    assert_eq!(run(program, &[]).0, "['program.py']\n");
}

/// What CPython 3.11 returns and prints, as `echo $?` shows it.
#[test]
fn exit_codes_are_those_that_a_shell_shows() {
    for (call, exit_code, printed) in [
        ("exit()", 0, ""),
        ("exit(None)", 0, ""),
        ("exit(3)", 3, ""),
        ("exit(-1)", 255, ""),
        ("quit(256 + 7)", 7, ""),
        ("exit(True)", 1, ""),
        ("exit(2 ** 70)", 255, ""),
        ("exit('no server')", 1, "no server\n"),
        ("exit(1.5)", 1, "1.5\n"),
        ("import sys; sys.exit(-2)", 254, ""),
        ("import sys; sys.exit(('a', 1))", 1, "('a', 1)\n"),
        ("raise SystemExit", 0, ""),
        ("raise SystemExit('a', 1)", 1, "('a', 1)\n"),
        ("import enum; exit(enum.IntEnum('Code', 'A B').B)", 2, ""),
        ("sorted([2, 1], key=lambda x: exit(4))", 4, ""),
        ("[exit(5) for _ in 'a']", 5, ""),
        (
            "print(exit)",
            0,
            "Use exit() or Ctrl-D (i.e. EOF) to exit\n",
        ),
        ("exit(1, 2)", 1, "TypeError: "),
    ] {
        let (text, code) = run(call, &[]);
        assert_eq!(code, exit_code, "{call}");
        match printed.ends_with(' ') {
            true => assert!(text.contains(printed), "{call}: {text}"),
            false => assert_eq!(text, printed, "{call}"),
        }
    }
}

#[test]
fn an_exit_passes_the_handlers_of_errors_and_runs_what_is_finally() {
    let program = "
try:
    try:
        exit(6)
    except Exception:
        print('caught')
    finally:
        print('finally')
except SystemExit as end:
    print('code', end.code)
    raise
";
    assert_eq!(run(program, &[]), ("finally\ncode 6\n".to_owned(), 6));
}

/// What a line says that ends a program, behind a `SparkContext` and a `StreamingContext`.
fn refusal(line: &str) -> String {
    let program = format!(
        "from pyspark import SparkContext\n\
         from pyspark.streaming import StreamingContext\n\
         sc = SparkContext('local[2]', 'here')\n\
         ssc = StreamingContext(sc, 1)\n\
         {line}\n"
    );
    let (text, exit_code) = run(&program, &[]);
    assert_eq!(exit_code, 1, "{line}: {text}");
    text.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn paths_of_a_cluster_say_what_to_write_in_their_place() {
    for (line, instead) in [
        (
            "sc.textFile('hdfs://nn:9000/logs/a.txt')",
            "sc.textFile(\"logs/a.txt\")",
        ),
        (
            "ssc.textFileStream('s3a://bucket/in/')",
            "ssc.textFileStream(\"in\")",
        ),
        (
            "ssc.queueStream([[1]]).saveAsTextFiles('hdfs:///out/counts')",
            "saveAsTextFiles(\"out/counts\")",
        ),
        (
            "sc.parallelize([1]).saveAsTextFile('gs://bucket/out')",
            "saveAsTextFile(\"out\")",
        ),
    ] {
        let message = refusal(line);
        assert!(message.starts_with("NotImplementedError: "), "{message}");
        assert!(message.ends_with(instead), "{message}");
    }
}

#[test]
fn a_master_that_is_a_cluster_says_what_to_write_in_its_place() {
    let message = refusal("sc.stop(); SparkContext('spark://host:7077', 'there')");
    assert!(message.contains("Write local[4] in its place"), "{message}");
}

#[test]
fn what_needs_dataframes_says_so_by_its_name() {
    for (line, name, instead) in [
        (
            "spark.createDataFrame([(1,)])",
            "SparkSession.createDataFrame",
            "sc.parallelize",
        ),
        ("spark.sql('select 1')", "SparkSession.sql", "reduceByKey"),
        (
            "spark.read.csv('a.csv')",
            "SparkSession.read",
            "sc.textFile",
        ),
        (
            "spark.readStream.format('socket')",
            "SparkSession.readStream",
            "ssc.socketTextStream",
        ),
        (
            "from pyspark.sql.functions import col; col('a')",
            "pyspark.sql.functions.col",
            "map",
        ),
        (
            "from pyspark.sql.types import *; StringType()",
            "pyspark.sql.types.StringType",
            "map",
        ),
    ] {
        let program = format!(
            "from pyspark.sql import SparkSession, DataFrame\nspark = SparkSession.builder.getOrCreate()\n{line}\n"
        );
        let (text, exit_code) = run(&program, &[]);
        let message = text.lines().last().unwrap_or_default();
        let beginning = format!("NotImplementedError: {name} is not in Brooklet yet");
        assert!(
            message.starts_with(&beginning) && message.contains(instead),
            "{text}"
        );
        assert_eq!(exit_code, 1);
    }
}

#[test]
fn clients_of_other_services_say_what_to_do_instead() {
    for (module, instead) in [
        ("requests", "ssc.socketTextStream"),
        ("kafka", "KafkaUtils.createDirectStream"),
        ("tweepy", "ssc.socketTextStream"),
        ("psycopg2", "In place of"),
        ("pymysql", "In place of"),
        ("redis", "In place of"),
        ("boto3", "ssc.socketTextStream"),
        ("pandas", "csv"),
        ("sklearn", "pyspark.mllib"),
        ("nltk", "a dict"),
    ] {
        let message = refusal(&format!("import {module}"));
        let beginning = format!("ModuleNotFoundError: No module named '{module}': ");
        assert!(message.starts_with(&beginning), "{message}");
        assert!(message.contains(instead), "{message}");
    }
}

#[test]
fn the_rest_of_the_jvm_says_that_there_is_none() {
    let message = refusal("sc._jvm.org.apache.hadoop.fs.Path('x')");
    assert!(
        message.contains("org.apache.hadoop.fs.Path() is not available")
            && message.contains("no JVM"),
        "{message}"
    );
}

/// As Spark 4.3 prints it, with `PYTHONHASHSEED=0`.
#[test]
fn small_classes_of_pyspark() {
    let program = "
from pyspark.rdd import BoundedFloat
from pyspark.mllib.feature import HashingTF
bound = BoundedFloat(10.0, 0.95, 9.5, 10.5)
print(bound, bound.low, bound.high, bound.confidence)
words = HashingTF(4)
print(words.transform([1, 5, 2]), words.setBinary(True).transform([1, 5, 2]), words.indexOf(7))
";
    assert_eq!(
        run(program, &[]).0,
        "10.0 9.5 10.5 0.95\n(4,[1,2],[2.0,1.0]) (4,[1,2],[1.0,1.0]) 3\n"
    );
}
