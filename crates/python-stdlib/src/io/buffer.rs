//! What an open file holds: its whole content, and where in it one is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::mode::Mode;
use brooklet_python::value::{NativeData, Str, Value};
use brooklet_python::vm::Host;

/// The file that a buffer belongs to.
pub(super) struct Target {
    pub(super) host: Rc<dyn Host>,
    pub(super) place: String,
    /// As the program gave it.
    pub(super) name: Value,
    pub(super) mode_text: Str,
    pub(super) encoding: Str,
    pub(super) errors: Str,
    pub(super) newline: Option<Str>,
}

/// An open file, or `StringIO` and `BytesIO`. Text is held as UTF-8.
pub(super) struct Buffer {
    pub(super) content: RefCell<Vec<u8>>,
    pub(super) at: Cell<usize>,
    pub(super) mode: Mode,
    pub(super) closed: Cell<bool>,
    /// What was written since the file system last got the content.
    dirty: Cell<bool>,
    pub(super) target: Option<Target>,
}

impl Buffer {
    pub(super) fn new(content: Vec<u8>, mode: Mode, target: Option<Target>) -> Buffer {
        let at = if mode.append { content.len() } else { 0 };
        Buffer {
            content: RefCell::new(content),
            at: Cell::new(at),
            mode,
            closed: Cell::new(false),
            dirty: Cell::new(false),
            target,
        }
    }

    /// The bytes from here on, at most so many (code points, for text).
    pub(super) fn take(&self, most: Option<usize>) -> Vec<u8> {
        let content = self.content.borrow();
        let rest = content.get(self.at.get()..).unwrap_or_default();
        let length = match most {
            None => rest.len(),
            Some(most) if self.mode.text => code_points(rest, most),
            Some(most) => most.min(rest.len()),
        };
        self.at.set(self.at.get() + length);
        rest[..length].to_vec()
    }

    /// The bytes up to and with the next line end, at most so many.
    pub(super) fn take_line(&self, most: Option<usize>) -> Vec<u8> {
        let content = self.content.borrow();
        let rest = content.get(self.at.get()..).unwrap_or_default();
        let mut length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(rest.len(), |at| at + 1);
        // With newline='' lines may end in other ways, and keep them.
        let untranslated = self
            .target
            .as_ref()
            .and_then(|target| target.newline.as_ref());
        if untranslated.is_some_and(Str::is_empty)
            && let Some(at) = rest[..length].iter().position(|byte| *byte == b'\r')
        {
            length = if rest.get(at + 1) == Some(&b'\n') {
                at + 2
            } else {
                at + 1
            };
        }
        if let Some(most) = most {
            length = length.min(if self.mode.text {
                code_points(rest, most)
            } else {
                most
            });
        }
        self.at.set(self.at.get() + length);
        rest[..length].to_vec()
    }

    /// Writes over what is here, or at the end.
    pub(super) fn put(&self, data: &[u8]) {
        let mut content = self.content.borrow_mut();
        let at = if self.mode.append {
            content.len()
        } else {
            self.at.get()
        };
        if content.len() < at {
            content.resize(at, 0);
        }
        let end = (at + data.len()).min(content.len());
        content.splice(at..end, data.iter().copied());
        self.at.set(at + data.len());
        self.dirty.set(true);
    }

    /// Cuts the content to a length, or fills a file up to it; what is only in memory does not grow.
    pub(super) fn truncate(&self, length: usize) {
        let mut content = self.content.borrow_mut();
        if length < content.len() || self.target.is_some() {
            content.resize(length, 0);
        }
        self.dirty.set(true);
    }

    /// What the file system has not got yet.
    pub(super) fn take_dirty(&self) -> bool {
        self.dirty.replace(false)
    }
}

/// How many bytes so many code points of UTF-8 take.
fn code_points(text: &[u8], count: usize) -> usize {
    let starts = text
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte & 0xc0 != 0x80);
    starts.map(|(at, _)| at).nth(count).unwrap_or(text.len())
}

impl NativeData for Buffer {
    fn pickle(
        &self,
        vm: &mut crate::Vm,
    ) -> crate::Result<std::sync::Arc<dyn brooklet_python::pickle::PickledNative>> {
        let name = match (&self.target, self.mode.text, self.mode.read) {
            (None, true, _) => "_io.StringIO",
            (None, false, _) => "_io.BytesIO",
            (Some(_), true, _) => "_io.TextIOWrapper",
            (Some(_), false, true) => "_io.BufferedReader",
            (Some(_), false, false) => "_io.BufferedWriter",
        };
        Err(vm.type_error(format!("cannot pickle '{name}' object")))
    }
}

impl Drop for Buffer {
    /// A file that the program forgot to close is written out, as CPython does.
    fn drop(&mut self) {
        if !self.take_dirty() {
            return;
        }
        if let Some(target) = &self.target {
            let now = target.host.now_ms() as i64;
            // There is nobody to tell.
            let _ = target
                .host
                .files()
                .write(&target.place, &self.content.borrow(), now);
        }
    }
}
