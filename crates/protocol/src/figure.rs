use serde::Serialize;

/// A figure of a program as vector graphics. Lengths are points, from the upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Which figure of the program it is: one that is drawn again has the same number.
    pub serial: u32,
    /// What it shows, in a few words.
    pub label: String,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// Boxes (left, top, width, height) outside of which shapes do not show.
    pub clips: Vec<[f64; 4]>,
    /// What it is made of; what comes later lies above.
    pub shapes: Vec<FigureShape>,
    /// Its data.
    pub tables: Vec<FigureTable>,
}

/// A part of a figure. A colour is `#` and six digits, `none`, or the `ink` and the `paper` of the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum FigureShape {
    /// Lines, filled or not.
    Path {
        /// Its way, as SVG's `d`.
        way: String,
        /// The colour that it is filled with.
        fill: String,
        /// From 0 to 1.
        fill_opacity: f64,
        /// The colour of its line.
        stroke: String,
        /// From 0 to 1.
        stroke_opacity: f64,
        /// How wide its line is.
        width: f64,
        /// The lengths of dashes and gaps, with blanks between; empty for a whole line.
        dashes: String,
        /// Which of the figure's clips holds for it.
        clip: Option<u32>,
    },
    /// A line of text.
    Text {
        /// Where its anchor is.
        x: f64,
        /// Where its baseline is.
        y: f64,
        /// The text.
        text: String,
        /// The size of its letters.
        size: f64,
        /// Its colour.
        fill: String,
        /// From 0 to 1.
        opacity: f64,
        /// `start`, `middle` or `end`.
        anchor: String,
        /// By how many degrees it is turned to the left, around its anchor.
        angle: f64,
        /// `normal` or `bold`.
        weight: String,
        /// `normal` or `italic`.
        style: String,
    },
}

/// Data of a figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FigureTable {
    /// What it is about.
    pub caption: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are.
    pub total: u64,
}
