//! Modules of Python that Brooklet does not have, and why.

use brooklet_python::value::Value;
use brooklet_python::vm::{ExceptionKind, Raise, Vm};

/// Names with what they would need; a name stands for its submodules too.
const REASONS: &[(&[&str], &str)] = &[
    (
        &["multiprocessing"],
        "a program here is one process; partitions run in parallel by themselves, and threads change places",
    ),
    (
        &["subprocess", "pty", "fcntl", "ctypes"],
        "there are no other processes here",
    ),
    (
        &[
            "socket",
            "selectors",
            "ssl",
            "select",
            "http",
            "urllib",
            "urllib2",
            "urllib3",
            "requests",
            "httplib2",
            "aiohttp",
            "websocket",
            "websockets",
            "socketserver",
            "SocketServer",
            "ftplib",
            "smtplib",
            "boto",
            "boto3",
            "botocore",
            "paho",
            "pika",
            "zmq",
        ],
        "there is no network here. To get data in, put it into a file of the program, or read lines \
         with ssc.socketTextStream(host, port) and give those lines as its feed; to send results \
         out, print them or use saveAsTextFiles",
    ),
    (
        &["kafka", "confluent_kafka", "pykafka", "aiokafka"],
        "a program here has no client of Kafka. Read a topic with KafkaUtils.createDirectStream of \
         pyspark.streaming.kafka, and give its records as a feed; in place of a producer, print what \
         it would send",
    ),
    (
        &["tweepy", "twitter", "praw", "telegram", "slack"],
        "there is no network here. Read what the service sends with ssc.socketTextStream(host, port), \
         and give recorded messages, one a line, as its feed",
    ),
    (
        &[
            "sqlite3",
            "dbm",
            "shelve",
            "psycopg2",
            "psycopg",
            "mysql",
            "MySQLdb",
            "pymysql",
            "pyodbc",
            "cx_Oracle",
            "sqlalchemy",
            "redis",
            "pymongo",
            "mongoengine",
            "happybase",
            "cassandra",
            "elasticsearch",
            "influxdb",
            "neo4j",
            "peewee",
        ],
        "there is no database here. In place of writing to one, print what would be written, or use \
         saveAsTextFiles; in place of reading, put the rows into a file of the program",
    ),
    (
        &[
            "tkinter",
            "seaborn",
            "plotly",
            "bokeh",
            "altair",
            "mpl_toolkits",
            "turtle",
            "curses",
        ],
        "there is no window here; results show as text, tables, and figures of matplotlib.pyplot",
    ),
    (
        &["marshal", "cloudpickle"],
        "it is not available in Brooklet; records cross threads by themselves",
    ),
    (
        &["pandas", "pyarrow", "polars", "xlrd", "openpyxl"],
        "it is not available in Brooklet. Read tables with the csv module, or with sc.textFile and \
         split; NumPy is here for arithmetic on columns",
    ),
    (
        &["scipy", "sklearn", "statsmodels", "xgboost"],
        "it is not available in Brooklet. pyspark.mllib is here with its streaming regressions and \
         StreamingKMeans, NumPy, and the statistics module",
    ),
    (
        &["tensorflow", "torch", "keras", "transformers"],
        "it is not available in Brooklet. What a model predicts can be put into a file of the \
         program; pyspark.mllib has models that learn from a stream",
    ),
    (
        &["nltk", "textblob", "vaderSentiment", "spacy", "gensim"],
        "it is not available in Brooklet. Put the words and their scores into a file of the program, \
         and look words up in a dict",
    ),
    (
        &[
            "bs4",
            "lxml",
            "yaml",
            "xmltodict",
            "simplejson",
            "ujson",
            "avro",
        ],
        "it is not available in Brooklet. The json, csv, re and html.parser modules are here",
    ),
    (
        &["pytz", "dateutil", "zoneinfo", "arrow", "pendulum"],
        "it is not available in Brooklet. The datetime module is here: \
         timezone(timedelta(hours=1)) makes a fixed zone",
    ),
    (
        // What else CPython's library has, by the names that programs know.
        &[
            "asyncore",
            "bz2",
            "cmd",
            "code",
            "codeop",
            "dis",
            "doctest",
            "email",
            "filecmp",
            "gettext",
            "imaplib",
            "lzma",
            "mimetypes",
            "mmap",
            "pdb",
            "pkgutil",
            "plistlib",
            "profile",
            "resource",
            "runpy",
            "stringprep",
            "symtable",
            "tarfile",
            "telnetlib",
            "token",
            "tokenize",
            "tracemalloc",
            "uu",
            "webbrowser",
            "wsgiref",
            "xml",
            "xmlrpc",
        ],
        "this part of Python's library is not available in Brooklet",
    ),
];

/// What importing a module raises that programs are known to ask for and that is not here.
pub(super) fn error(vm: &mut Vm, name: &str) -> Option<Raise> {
    let message = format!("No module named '{name}': {}", reason(name)?);
    let raise = vm.error(ExceptionKind::ModuleNotFoundError, message);
    if let Some(exception) = raise.exception() {
        exception.attributes().set_str("name", Value::str(name));
    }
    Some(raise)
}

fn reason(name: &str) -> Option<&'static str> {
    let top = name.split('.').next().unwrap_or(name);
    let (_, reason) = REASONS.iter().find(|(names, _)| names.contains(&top))?;
    Some(*reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_modules_by_their_first_name() {
        assert!(
            reason("multiprocessing.pool")
                .unwrap()
                .contains("one process")
        );
        assert!(reason("pandas").is_some());
        assert!(reason("math").is_none());
    }
}
