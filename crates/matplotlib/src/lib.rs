//! `matplotlib`: figures, drawn as shapes with a table twin; and what of `IPython` shows them.
//!
//! It is written in Python, in files beside this one: a figure is drawn a few times a batch at most,
//! and so it costs a program that draws nothing no byte of the engine. A drawing leaves as a
//! [`Figure`](brooklet_protocol::Figure) to whoever installed a [`Screen`]; `savefig` writes the same
//! shapes as SVG. `MODULES` lists the modules.
//!
//! This crate knows nothing of Spark, of batches or of the page.

mod figure;
mod screen;

use brooklet_python::ModuleEntry;

pub use self::screen::{Screen, draw_changed, install};

/// A module by its name, with the file of its text.
macro_rules! figures {
    ($module:literal, $file:literal) => {
        ModuleEntry::python($module, || include_str!(concat!($file, ".py")))
    };
}

/// The modules, in the order of their names.
pub const MODULES: &[ModuleEntry] = &[
    figures!("IPython", "ipython"),
    figures!("IPython.core", "ipython_core"),
    figures!("IPython.core.display", "ipython_objects"),
    figures!("IPython.display", "ipython_display"),
    ModuleEntry::rust("_figures", screen::define),
    figures!("cycler", "cycler"),
    figures!("matplotlib", "matplotlib"),
    figures!("matplotlib._absent", "_absent"),
    figures!("matplotlib._bars", "_bars"),
    figures!("matplotlib._boxes", "_boxes"),
    figures!("matplotlib._draw_artists", "_draw_artists"),
    figures!("matplotlib._draw_axes", "_draw_axes"),
    figures!("matplotlib._drawing", "_drawing"),
    figures!("matplotlib._limits", "_limits"),
    figures!("matplotlib._plots", "_plots"),
    figures!("matplotlib._svg", "_svg"),
    figures!("matplotlib._tables", "_tables"),
    figures!("matplotlib.animation", "animation"),
    figures!("matplotlib.artist", "artist"),
    figures!("matplotlib.axes", "axes"),
    figures!("matplotlib.axis", "axis"),
    figures!("matplotlib.cm", "cm"),
    figures!("matplotlib.collections", "collections"),
    figures!("matplotlib.colorbar", "colorbar"),
    figures!("matplotlib.colors", "colors"),
    figures!("matplotlib.container", "container"),
    figures!("matplotlib.dates", "dates"),
    figures!("matplotlib.figure", "figure"),
    figures!("matplotlib.gridspec", "gridspec"),
    figures!("matplotlib.image", "image"),
    figures!("matplotlib.legend", "legend"),
    figures!("matplotlib.lines", "lines"),
    figures!("matplotlib.patches", "patches"),
    figures!("matplotlib.pyplot", "pyplot"),
    figures!("matplotlib.style", "style"),
    figures!("matplotlib.text", "text"),
    figures!("matplotlib.ticker", "ticker"),
    figures!("pylab", "pylab"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_compiles() {
        for entry in MODULES {
            entry.code();
        }
    }

    #[test]
    fn a_module_is_entered_once_in_the_order_of_names() {
        let names: Vec<&str> = MODULES.iter().map(ModuleEntry::name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}
