//! `save` and `load` of models: metadata as Spark writes them, and the numbers beside them.

use brooklet_engine::Error;
use brooklet_engine::files::{location, write_folder};
use brooklet_python::{Args, Result, Value, Vm};

use crate::binding::arguments;
use crate::bridge::engine_context;
use crate::java;

/// A kind of model as its metadata name it.
pub(super) struct Format<'a> {
    /// The Java class with its package.
    pub(super) class: &'a str,
    /// The version of the format.
    pub(super) version: &'a str,
}

/// `_save(model, sc, path, class, version, about, rows)`: what `save` of a model in Python calls.
pub(super) fn save_from_python(vm: &mut Vm, args: Args) -> Result<Value> {
    let texts = [3, 4, 5].map(|at| args[at].as_str().unwrap_or_default().to_string());
    let mut rows = Vec::new();
    for row in vm.collect(&args[6])? {
        let numbers = vm.collect(&row)?;
        let numbers: Result<Vec<f64>> = numbers.iter().map(|number| vm.to_f64(number)).collect();
        rows.push(numbers?);
    }
    let [class, version, about] = &texts;
    let mut own = args.clone();
    own.positional.truncate(3);
    save(vm, own, &Format { class, version }, about, &rows)
}

/// `_load(cls, sc, path, class, version)`: the rows that such a model has saved, as lists.
pub(super) fn load_from_python(vm: &mut Vm, args: Args) -> Result<Value> {
    let [class, version] = [3, 4].map(|at| args[at].as_str().unwrap_or_default().to_string());
    let mut own = args.clone();
    own.positional.truncate(3);
    let format = Format {
        class: &class,
        version: &version,
    };
    let rows = load(vm, own, &format)?;
    let list = |row: Vec<f64>| Value::list(row.into_iter().map(Value::Float).collect());
    Ok(Value::list(rows.into_iter().map(list).collect()))
}

/// `save(sc, path)`: writes `about` (the metadata that follow class and version, as JSON) and rows
/// of numbers.
///
/// # Errors
/// `Py4JJavaError` for a folder that is there already.
pub(super) fn save(
    vm: &mut Vm,
    args: Args,
    format: &Format<'_>,
    about: &str,
    rows: &[Vec<f64>],
) -> Result<Value> {
    let path = model_path(vm, args)?;
    let files = vm.host.files();
    let folder = format!("{path}/metadata");
    if files.status(&folder).is_ok() {
        let failure = Error::Java {
            class: "org.apache.spark.sql.AnalysisException",
            message: format!(
                "[PATH_ALREADY_EXISTS] Path {} already exists. Set mode as \"overwrite\" to \
                 overwrite the existing path. SQLSTATE: 42K04",
                location(&*files, &folder)
            ),
        };
        return Err(java::raise(vm, failure, "o30.save"));
    }
    let Format { class, version } = format;
    let metadata = format!("{{\"class\":\"{class}\",\"version\":\"{version}\",{about}}}\n");
    let line = |row: &Vec<f64>| {
        let numbers: Vec<String> = row.iter().map(f64::to_string).collect();
        numbers.join(" ") + "\n"
    };
    let data: String = rows.iter().map(line).collect();
    for (name, content) in [("metadata", metadata), ("data", data)] {
        let written = write_folder(vm, &format!("{path}/{name}"), &[content.into_bytes()]);
        written.map_err(|error| java::raise(vm, error, "o30.save"))?;
    }
    Ok(Value::None)
}

/// `load(sc, path)`: the rows of numbers that a model of this kind has saved.
///
/// # Errors
/// `Py4JJavaError` where there is no model, or one of another kind.
pub(super) fn load(vm: &mut Vm, args: Args, format: &Format<'_>) -> Result<Vec<Vec<f64>>> {
    let path = model_path(vm, args)?;
    read(vm, &path, format).map_err(|failure| {
        let called = format!("z:{}.load", format.class);
        java::raise(vm, failure, &called)
    })
}

fn read(vm: &Vm, path: &str, format: &Format<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let files = vm.host.files();
    let text = |name: &str| {
        let content = files.read(&format!("{path}/{name}/part-00000")).ok()?;
        String::from_utf8(content).ok()
    };
    let (Some(metadata), Some(data)) = (text("metadata"), text("data")) else {
        let missing = location(&*files, &format!("{path}/metadata"));
        return Err(Error::Java {
            class: "org.apache.hadoop.mapred.InvalidInputException",
            message: format!("Input path does not exist: {missing}"),
        });
    };
    let (class, version) = (entry(&metadata, "class"), entry(&metadata, "version"));
    if (class, version) != (format.class, format.version) {
        let name = format.class.rsplit('.').next().unwrap_or_default();
        return Err(Error::Java {
            class: "java.lang.Exception",
            message: format!(
                "{name}.load did not recognize model with (className, format version):\
                 ({class}, {version}).  Supported:\n  ({}, {})",
                format.class, format.version
            ),
        });
    }
    let row = |line: &str| line.split(' ').flat_map(str::parse).collect();
    Ok(data.lines().map(row).collect())
}

/// The text of an entry in metadata.
fn entry<'a>(metadata: &'a str, key: &str) -> &'a str {
    let start = format!("\"{key}\":\"");
    let rest = metadata.split(&start).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default()
}

/// `path`, the second argument; the first has to be a `SparkContext`.
fn model_path(vm: &mut Vm, args: Args) -> Result<String> {
    let [context, path] = arguments(args);
    if engine_context(&context).is_none() {
        let class = vm.type_name(&context);
        return Err(vm.attribute_error(format!("'{class}' object has no attribute '_jvm'")));
    }
    let path = vm.str(&path)?;
    Ok(path.trim_end_matches('/').to_owned())
}
