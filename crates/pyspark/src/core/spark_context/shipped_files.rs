//! Files that a program sends to all tasks: `addFile`, `addPyFile`. They are copied into a folder
//! that `SparkFiles` knows, so that later changes of a file do not show in its copy.

use brooklet_engine::Error;
use brooklet_engine::files::location;
use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::files::FileError;
use brooklet_python::value::ClassBuilder;
use brooklet_python::{Args, Result, Value, Vm};

use super::{SparkContext, this};
use crate::binding::{arguments, methods};
use crate::core::remote_path::local_path;
use crate::core::unavailable::unavailable;
use crate::java;
use crate::state::DriverState;

/// The folder; `files.py` names it too.
const FOLDER: &str = "/tmp/spark-files";

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.methods(methods![SPARK_CONTEXT;
        "addFile" => add_file,
        "addPyFile" => add_py_file,
    ])
}

fn add_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    context.engine(vm)?;
    let [path, recursive] = arguments(args);
    let path = local_path(vm, "SparkContext.addFile", &path)?;
    let recursive = vm.truth(&recursive)?;
    ship(vm, &path, FOLDER, recursive)?;
    context.note_shipped(vm, &path);
    Ok(Value::None)
}

fn add_py_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    context.engine(vm)?;
    let [path] = arguments(args);
    let path = local_path(vm, "SparkContext.addPyFile", &path)?;
    if [".zip", ".egg", ".whl", ".jar"]
        .iter()
        .any(|end| path.ends_with(end))
    {
        let method = format!("SparkContext.addPyFile of '{path}'");
        let instead = "unpack the archive, and add what is in it to the files of the program";
        return Err(unavailable(vm, &method, instead));
    }
    ship(vm, &path, FOLDER, false)?;
    context.note_shipped(vm, &path);
    if let Some(state) = DriverState::of(vm) {
        state.worker_side.add_module_folder(FOLDER);
    }
    Ok(Value::None)
}

impl SparkContext {
    fn note_shipped(&self, vm: &Vm, path: &str) {
        let place = location(&*vm.host.files(), path);
        self.shipped.borrow_mut().push(place);
    }
}

/// Copies a file, or a folder with all in it, into a folder.
fn ship(vm: &mut Vm, path: &str, into: &str, recursive: bool) -> Result<()> {
    let files = vm.host.files();
    let now_ms = vm.host.now_ms() as i64;
    let name = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path);
    let copy = format!("{into}/{name}");
    match files.status(path) {
        Ok(status) if !status.is_directory => {
            for folder in ["/tmp", FOLDER, into] {
                // It may be there already.
                let _ = files.make_directory(folder, now_ms);
            }
            let written = files
                .read(path)
                .and_then(|content| files.write(&copy, &content, now_ms));
            written.map_err(|error| refused(vm, "java.io.IOException", format!("{path}: {error}")))
        }
        Ok(_) if recursive => {
            for inside in files.list(path).unwrap_or_default() {
                ship(vm, &format!("{path}/{inside}"), &copy, true)?;
            }
            Ok(())
        }
        Ok(_) => {
            let place = location(&*files, path);
            let message =
                format!("Added file {place} is a directory and recursive is not turned on.");
            Err(refused(vm, "org.apache.spark.SparkException", message))
        }
        Err(FileError::NotFound) => {
            let message = format!("File {} does not exist", location(&*files, path));
            Err(refused(vm, "java.io.FileNotFoundException", message))
        }
        Err(error) => Err(refused(
            vm,
            "java.io.IOException",
            format!("{path}: {error}"),
        )),
    }
}

fn refused(vm: &mut Vm, class: &'static str, message: String) -> brooklet_python::Raise {
    java::raise(vm, Error::Java { class, message }, "o0.addFile")
}
