//! Modules that are files of the program's own: `import helper`, packages, relative imports.
//!
//! They are looked for in the folders of `sys.path`, then in those that the host names; a name is a
//! file `name.py`, or a folder `name` with a file `__init__.py` or without.

use std::rc::Rc;

use brooklet_python_compiler::compiler::compile;

use super::{ExceptionKind, Result, Step, Vm};
use crate::files::FileSystem;
use crate::value::{Module, Value};

/// Where a module is.
struct Found {
    /// Its text; a folder without `__init__.py` has none.
    file: Option<String>,
    /// The folder whose modules are inside it, for a package.
    package: Option<String>,
}

impl Vm {
    /// A name that begins with dots as the whole name that it stands for: `..shared` in the module
    /// `shop.web.page` is `shop.shared`.
    ///
    /// # Errors
    /// `ImportError` outside of packages.
    pub(super) fn absolute_name(&mut self, name: &str) -> Result<String> {
        let inside = name.trim_start_matches('.');
        let level = name.len() - inside.len();
        if level == 0 {
            return Ok(name.to_owned());
        }
        let package = self.running_globals().get_str("__package__");
        let mut package = match package.as_ref().and_then(Value::as_str) {
            Some(package) if !package.is_empty() => package,
            _ => {
                let message = "attempted relative import with no known parent package";
                return Err(self.error(ExceptionKind::ImportError, message));
            }
        };
        for _ in 1..level {
            package = match package.rsplit_once('.') {
                Some((outer, _)) => outer,
                None => {
                    let message = "attempted relative import beyond top-level package";
                    return Err(self.error(ExceptionKind::ImportError, message));
                }
            };
        }
        Ok(match inside {
            "" => package.to_owned(),
            inside => format!("{package}.{inside}"),
        })
    }

    /// Begins to make a module from a file of the program; `None` if there is no such file. Only what is a
    /// folder without `__init__.py` is left for `with_folders`.
    pub(super) fn begin_program_module(
        &mut self,
        name: &str,
        with_folders: bool,
    ) -> Option<Result<Step>> {
        if let Some((package, _)) = name.rsplit_once('.')
            && !self.modules.contains_key(package)
        {
            // A package runs before what is inside it.
            let base = self.frames.len();
            let begun = self.begin_program_module(package, with_folders)?;
            let (name, package) = (name.to_owned(), package.to_owned());
            return Some(self.after_begun(base, begun, move |vm, made| {
                if let Value::Module(module) = made? {
                    vm.keep_module(&package, &module)?;
                }
                vm.begin_new_module(&name)
            }));
        }
        let folders = self.folders_of(name);
        let leaf = name.rsplit('.').next().unwrap_or(name);
        let files = self.host.files();
        let found = folders
            .iter()
            .find_map(|folder| find(&*files, folder, leaf, with_folders))?;
        Some(self.begin_file(name, &found))
    }

    /// Whether a module has modules inside it.
    pub(super) fn is_package(&self, name: &str) -> bool {
        let known = self.modules.get(name);
        known.is_some_and(|known| known.globals.get_str("__path__").is_some())
    }

    /// The folders in which a module is looked for.
    fn folders_of(&self, name: &str) -> Vec<String> {
        let texts = |listed: Option<Value>| match listed {
            Some(Value::List(items)) => items
                .to_vec()
                .iter()
                .filter_map(|item| item.as_str().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        };
        let global = |module: &str, name| {
            let module = self.modules.get(module)?;
            module.globals.get_str(name)
        };
        match name.rsplit_once('.') {
            Some((parent, _)) => texts(global(parent, "__path__")),
            None => {
                let mut folders: Vec<String> = texts(global("sys", "path"));
                folders.extend(self.host.module_folders());
                folders
            }
        }
    }

    fn begin_file(&mut self, name: &str, found: &Found) -> Result<Step> {
        let module = Rc::new(Module::new(name));
        let package = match &found.package {
            Some(folder) => {
                module.set("__path__", Value::list(vec![Value::str(folder)]));
                name
            }
            None => name.rsplit_once('.').map_or("", |(package, _)| package),
        };
        module.set("__package__", Value::str(package));
        let Some(file) = &found.file else {
            return Ok(Step::Done(Value::Module(module)));
        };
        module.set("__file__", Value::str(file));
        let bytes = self.host.files().read(file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let code = match compile(&text, file) {
            Ok(code) => code,
            Err(faults) => return Err(self.compile_error(file, &text, &faults)),
        };
        module.set("__doc__", code.doc.as_ref().map_or(Value::None, Value::str));
        // It can be imported while it runs: modules may need each other.
        self.modules.insert(name.to_owned(), module.clone());
        let (name, globals) = (name.to_owned(), module.globals.clone());
        self.after(
            |vm| vm.begin_module(&code, &globals),
            move |vm, ended| match ended {
                Ok(_) => Ok(Step::Done(Value::Module(module))),
                Err(raise) => {
                    vm.modules.remove(&name);
                    Err(raise)
                }
            },
        )
    }

    /// Whether a module is a file that a task can import as well: then what it defines crosses by
    /// its name.
    pub(crate) fn is_program_module(&self, module: &str) -> bool {
        let known = self.modules.get(module).filter(|_| module != "__main__");
        known.is_some_and(|known| known.globals.get_str("__package__").is_some())
    }
}

fn find(files: &dyn FileSystem, folder: &str, leaf: &str, with_folders: bool) -> Option<Found> {
    let is_folder = |path: &str| files.status(path).map(|status| status.is_directory).ok();
    let path = match folder {
        "" | "." => leaf.to_owned(),
        folder => format!("{}/{leaf}", folder.trim_end_matches('/')),
    };
    let init = format!("{path}/__init__.py");
    let plain = format!("{path}.py");
    if is_folder(&init) == Some(false) {
        let (file, package) = (Some(init), Some(path));
        Some(Found { file, package })
    } else if is_folder(&plain) == Some(false) {
        let (file, package) = (Some(plain), None);
        Some(Found { file, package })
    } else if with_folders && is_folder(&path) == Some(true) {
        let (file, package) = (None, Some(path));
        Some(Found { file, package })
    } else {
        None
    }
}
