//! The parts of an engine: what few programs need travels only when one does. A crate or module that most
//! programs do without is entered here; nothing else says where it travels.

/// Code that travels in a file of its own, with all that only it needs.
pub(super) struct Part {
    /// Its file is `brooklet_NAME.wasm`.
    pub(super) name: &'static str,
    /// What the paths of its functions begin with: a crate, a module or a function.
    pub(super) paths: &'static [&'static str],
}

impl Part {
    /// Whether a function, named by its path, is said to be in the part.
    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|begin| path.starts_with(begin))
    }
}

/// The parts. What the first programs of a visit run is in the primary file all the same, what two parts
/// share in the secondary one.
pub(super) const PARTS: &[Part] = &[
    Part {
        name: "numpy",
        paths: &["brooklet_numpy::"],
    },
    Part {
        name: "learning",
        paths: &["brooklet_mllib::", "brooklet_pyspark::mllib::"],
    },
    Part {
        name: "figures",
        paths: &["brooklet_matplotlib::"],
    },
    Part {
        name: "patterns",
        paths: &["brooklet_python_regex::", "brooklet_python_stdlib::re::"],
    },
    Part {
        name: "python2",
        paths: &["brooklet_python2::", "brooklet_compose::notebook::"],
    },
    Part {
        name: "modules",
        paths: &["brooklet_python_stdlib::MODULES::rare_text"],
    },
    Part {
        name: "decimal",
        paths: &["brooklet_python_stdlib::MODULES::decimal_text"],
    },
    Part {
        name: "names",
        paths: &["brooklet_unicode::names::"],
    },
    Part {
        name: "properties",
        paths: &["brooklet_unicode::properties::"],
    },
];
