//! A drawing as the Python texts hand it over, read into what travels.
//!
//! `_drawing.py` says what its tuples hold.

use brooklet_protocol::{Figure, FigureShape, FigureTable};
use brooklet_python::{Result, Value, Vm};

/// The items of a tuple or list, one after the other.
struct Items<'vm> {
    vm: &'vm mut Vm,
    items: std::vec::IntoIter<Value>,
}

impl<'vm> Items<'vm> {
    fn of(vm: &'vm mut Vm, value: &Value) -> Result<Items<'vm>> {
        let items = vm.collect(value)?.into_iter();
        Ok(Items { vm, items })
    }

    fn next(&mut self) -> Value {
        self.items.next().unwrap_or_default()
    }

    fn text(&mut self) -> Result<String> {
        let value = self.next();
        Ok(self.vm.str(&value)?.to_string())
    }

    fn number(&mut self) -> Result<f64> {
        let value = self.next();
        self.vm.to_f64(&value)
    }

    fn whole(&mut self) -> Result<i64> {
        let value = self.next();
        self.vm.to_i64(&value)
    }

    fn list<T>(&mut self, read: fn(&mut Vm, &Value) -> Result<T>) -> Result<Vec<T>> {
        let value = self.next();
        let items = self.vm.collect(&value)?;
        items.iter().map(|item| read(self.vm, item)).collect()
    }
}

/// Reads a drawing.
///
/// # Errors
/// `TypeError` for what is none.
pub(crate) fn read_figure(vm: &mut Vm, drawn: &Value) -> Result<Figure> {
    let mut items = Items::of(vm, drawn)?;
    let serial = items.whole()? as u32;
    let label = items.text()?;
    let size = items.next();
    let clips = items.list(read_clip)?;
    let shapes = items.list(read_shape)?;
    let tables = items.list(read_table)?;
    let mut size = Items::of(vm, &size)?;
    Ok(Figure {
        serial,
        label,
        width: size.number()?,
        height: size.number()?,
        clips,
        shapes,
        tables,
    })
}

fn read_clip(vm: &mut Vm, clip: &Value) -> Result<[f64; 4]> {
    let mut items = Items::of(vm, clip)?;
    Ok([
        items.number()?,
        items.number()?,
        items.number()?,
        items.number()?,
    ])
}

fn read_shape(vm: &mut Vm, shape: &Value) -> Result<FigureShape> {
    let mut items = Items::of(vm, shape)?;
    if items.text()? == "path" {
        return Ok(FigureShape::Path {
            way: items.text()?,
            fill: items.text()?,
            fill_opacity: items.number()?,
            stroke: items.text()?,
            stroke_opacity: items.number()?,
            width: items.number()?,
            dashes: items.text()?,
            clip: u32::try_from(items.whole()?).ok(),
        });
    }
    Ok(FigureShape::Text {
        x: items.number()?,
        y: items.number()?,
        text: items.text()?,
        size: items.number()?,
        fill: items.text()?,
        opacity: items.number()?,
        anchor: items.text()?,
        angle: items.number()?,
        weight: items.text()?,
        style: items.text()?,
    })
}

fn read_table(vm: &mut Vm, table: &Value) -> Result<FigureTable> {
    let mut items = Items::of(vm, table)?;
    Ok(FigureTable {
        caption: items.text()?,
        columns: items.list(read_text)?,
        rows: items.list(read_row)?,
        total: items.whole()? as u64,
    })
}

fn read_row(vm: &mut Vm, row: &Value) -> Result<Vec<String>> {
    let cells = vm.collect(row)?;
    cells.iter().map(|cell| read_text(vm, cell)).collect()
}

fn read_text(vm: &mut Vm, value: &Value) -> Result<String> {
    Ok(vm.str(value)?.to_string())
}
