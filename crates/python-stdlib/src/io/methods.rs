//! The methods of open files.

use std::rc::Rc;

use super::buffer::{Buffer, Target};
use super::reading;
use super::unsupported;
use crate::optional;
use brooklet_python::native_class::data;
use brooklet_python::value::{Args, NativeFn, PyIterator, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) const FILE_METHODS: &[(&str, NativeFn)] = &[
    ("read", read),
    ("readline", readline),
    ("readlines", readlines),
    ("write", write),
    ("writelines", writelines),
    ("seek", seek),
    ("tell", tell),
    ("truncate", truncate),
    ("flush", flush),
    ("close", close),
    ("readable", |vm, args| {
        Ok(Value::Bool(open(vm, &args)?.mode.read))
    }),
    ("writable", |vm, args| {
        Ok(Value::Bool(open(vm, &args)?.mode.write))
    }),
    ("seekable", |vm, args| {
        open(vm, &args).map(|_| Value::Bool(true))
    }),
    ("isatty", |vm, args| {
        open(vm, &args).map(|_| Value::Bool(false))
    }),
    ("__enter__", |vm, args| {
        open(vm, &args).map(|_| args[0].clone())
    }),
    ("__exit__", |vm, args| close(vm, Args::one(args[0].clone()))),
    ("__iter__", iter),
    ("__next__", next),
    ("__repr__", repr),
];

pub(super) const FILE_PROPERTIES: &[(&str, NativeFn)] = &[
    ("closed", |vm, args| {
        Ok(Value::Bool(any(vm, &args)?.closed.get()))
    }),
    ("name", |vm, args| match &any(vm, &args)?.target {
        Some(target) => Ok(target.name.clone()),
        None => {
            let class = vm.class_of(&args[0]).name.clone();
            Err(vm.attribute_error(format!("'_io.{class}' object has no attribute 'name'")))
        }
    }),
    ("mode", |vm, args| {
        let this = any(vm, &args)?;
        let Some(target) = &this.target else {
            return Err(vm.attribute_error("'_io.StringIO' object has no attribute 'mode'"));
        };
        Ok(Value::from(
            match (this.mode.text, this.mode.read, this.mode.write) {
                (true, ..) => target.mode_text.as_str().to_string(),
                (_, true, true) => "rb+".to_string(),
                _ => target.mode_text.as_str().replace('t', ""),
            },
        ))
    }),
    ("encoding", |vm, args| {
        let this = any(vm, &args)?;
        Ok(this
            .target
            .as_ref()
            .map_or(Value::None, |target| Value::Str(target.encoding.clone())))
    }),
];

fn any(vm: &mut Vm, args: &Args) -> Result<Rc<Buffer>> {
    match args.get(0).and_then(data::<Buffer>) {
        Some(buffer) => Ok(buffer),
        None => Err(vm.type_error("descriptor requires an open file")),
    }
}

/// The receiver, which must not be closed.
fn open(vm: &mut Vm, args: &Args) -> Result<Rc<Buffer>> {
    let this = any(vm, args)?;
    if this.closed.get() {
        let memory_text = this.mode.text && this.target.is_none();
        let dot = if memory_text { "" } else { "." };
        return Err(vm.value_error(format!("I/O operation on closed file{dot}")));
    }
    Ok(this)
}

fn for_reading(vm: &mut Vm, args: &Args) -> Result<Rc<Buffer>> {
    let this = open(vm, args)?;
    if this.mode.read {
        return Ok(this);
    }
    Err(unsupported(
        vm,
        if this.mode.text {
            "not readable"
        } else {
            "read"
        },
    ))
}

fn for_writing(vm: &mut Vm, args: &Args) -> Result<Rc<Buffer>> {
    let this = open(vm, args)?;
    if this.mode.write {
        return Ok(this);
    }
    Err(unsupported(
        vm,
        if this.mode.text {
            "not writable"
        } else {
            "write"
        },
    ))
}

/// The text of a file's bytes, as UTF-8 with translated line ends.
pub(super) fn decoded(vm: &mut Vm, content: Vec<u8>, target: &Target) -> Result<Vec<u8>> {
    let is_utf8 = matches!(
        target.encoding.as_str().to_ascii_lowercase().as_str(),
        "utf-8" | "utf8"
    );
    let text = if is_utf8 && std::str::from_utf8(&content).is_ok() {
        content
    } else {
        let args = Args::two(
            Value::Str(target.encoding.clone()),
            Value::Str(target.errors.clone()),
        );
        match vm.call_method(&Value::bytes(content), "decode", args)? {
            Value::Str(text) => text.as_str().as_bytes().to_vec(),
            _ => Vec::new(),
        }
    };
    if target.newline.is_some() || !text.contains(&b'\r') {
        return Ok(text);
    }
    let mut translated = Vec::with_capacity(text.len());
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'\r' if text.get(at + 1) == Some(&b'\n') => {}
            b'\r' => translated.push(b'\n'),
            other => translated.push(*other),
        }
    }
    Ok(translated)
}

/// The bytes of a file's text.
fn encoded(vm: &mut Vm, content: &[u8], target: &Target) -> Result<Vec<u8>> {
    if matches!(
        target.encoding.as_str().to_ascii_lowercase().as_str(),
        "utf-8" | "utf8"
    ) {
        return Ok(content.to_vec());
    }
    let text = Value::from(String::from_utf8_lossy(content).into_owned());
    let args = Args::two(
        Value::Str(target.encoding.clone()),
        Value::Str(target.errors.clone()),
    );
    let data = vm.call_method(&text, "encode", args)?;
    vm.bytes_like(&data)
}

fn value_of(this: &Buffer, data: Vec<u8>) -> Value {
    if this.mode.text {
        Value::from(String::from_utf8_lossy(&data).into_owned())
    } else {
        Value::bytes(data)
    }
}

fn limit(vm: &mut Vm, args: &Args, name: &str) -> Result<Option<usize>> {
    args.between(vm, name, 1, 0, 1)?;
    match optional(args.get(1)) {
        None => Ok(None),
        Some(most) => Ok(usize::try_from(vm.to_i64(&most)?).ok()),
    }
}

fn read(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_reading(vm, &args)?;
    let most = limit(vm, &args, "read")?;
    Ok(value_of(&this, this.take(most)))
}

fn readline(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_reading(vm, &args)?;
    let most = limit(vm, &args, "readline")?;
    Ok(value_of(&this, this.take_line(most)))
}

fn readlines(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_reading(vm, &args)?;
    let hint = limit(vm, &args, "readlines")?.filter(|hint| *hint > 0);
    let (mut lines, mut total) = (Vec::new(), 0);
    loop {
        let line = this.take_line(None);
        if line.is_empty() {
            return Ok(Value::list(lines));
        }
        total += line.len();
        lines.push(value_of(&this, line));
        if hint.is_some_and(|hint| total >= hint) {
            return Ok(Value::list(lines));
        }
    }
}

fn write(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_writing(vm, &args)?;
    let what = args.exactly_one(vm, "write", 1)?;
    if !this.mode.text {
        let data = vm.bytes_like(&what)?;
        this.put(&data);
        return Ok(Value::from(data.len()));
    }
    let Value::Str(text) = vm.unwrap_builtin(&what) else {
        let name = vm.type_name(&what);
        let message = if this.target.is_some() {
            "write() argument must be str, not"
        } else {
            "string argument expected, got"
        };
        return Err(vm.type_error(if this.target.is_some() {
            format!("{message} {name}")
        } else {
            format!("{message} '{name}'")
        }));
    };
    let newline = this
        .target
        .as_ref()
        .and_then(|target| target.newline.as_ref());
    match newline {
        Some(newline) if newline.as_str().starts_with('\r') => {
            this.put(text.as_str().replace('\n', newline.as_str()).as_bytes());
        }
        _ => this.put(text.as_str().as_bytes()),
    }
    Ok(Value::from(text.len()))
}

fn writelines(vm: &mut Vm, args: Args) -> Result<Value> {
    let lines = args.exactly_one(vm, "writelines", 1)?;
    let iterator = vm.iter(&lines)?;
    while let Some(line) = vm.next(&iterator)? {
        write(vm, Args::two(args[0].clone(), line))?;
    }
    Ok(Value::None)
}

/// Code points of text before a byte, or bytes.
fn position(this: &Buffer) -> usize {
    let at = this.at.get();
    if this.mode.text && this.target.is_none() {
        let content = this.content.borrow();
        return content[..at.min(content.len())]
            .iter()
            .filter(|byte| **byte & 0xc0 != 0x80)
            .count();
    }
    at
}

fn seek(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = open(vm, &args)?;
    args.between(vm, "seek", 1, 1, 2)?;
    let offset = vm.to_i64(&args[1])?;
    let whence = args.get(2).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    if this.mode.text && whence != 0 && offset != 0 {
        let base = if whence == 1 { "cur" } else { "end" };
        return Err(unsupported(
            vm,
            &format!("can't do nonzero {base}-relative seeks"),
        ));
    }
    let length = this.content.borrow().len() as i64;
    let place = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek position {offset}"))),
        0 => offset,
        1 => this.at.get() as i64 + offset,
        2 => length + offset,
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    this.at.set(place.max(0) as usize);
    if this.mode.text && this.target.is_none() && whence == 0 {
        // A position in a StringIO counts code points.
        this.at.set(0);
        this.take(Some(place as usize));
    }
    Ok(Value::from(position(&this)))
}

fn tell(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = open(vm, &args)?;
    Ok(Value::from(position(&this)))
}

fn truncate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_writing(vm, &args)?;
    let length = limit(vm, &args, "truncate")?.unwrap_or_else(|| this.at.get());
    if this.target.is_some() {
        vm.check_room(length as u64, 1)?;
    }
    this.truncate(length);
    Ok(Value::from(length))
}

fn write_out(vm: &mut Vm, this: &Buffer) -> Result<()> {
    let Some(target) = &this.target else {
        return Ok(());
    };
    if !this.take_dirty() {
        return Ok(());
    }
    let content = this.content.borrow().clone();
    let content = if this.mode.text {
        encoded(vm, &content, target)?
    } else {
        content
    };
    let now = vm.host.now_ms() as i64;
    vm.host
        .files()
        .write(&target.place, &content, now)
        .map_err(|error| vm.file_error(error, &target.place))
}

fn flush(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = open(vm, &args)?;
    write_out(vm, &this)?;
    Ok(Value::None)
}

fn close(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = any(vm, &args)?;
    if !this.closed.replace(true) {
        write_out(vm, &this)?;
    }
    Ok(Value::None)
}

struct Lines(Rc<Buffer>);

impl PyIterator for Lines {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.0.closed.get() {
            return Err(vm.value_error("I/O operation on closed file."));
        }
        let line = self.0.take_line(None);
        if line.is_empty() {
            reading::end(vm);
        }
        Ok((!line.is_empty()).then(|| value_of(&self.0, line)))
    }
}

fn iter(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_reading(vm, &args)?;
    reading::begin(vm, &this);
    Ok(Value::iterator("_io.TextIOWrapper", Lines(this)))
}

fn next(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = for_reading(vm, &args)?;
    let line = this.take_line(None);
    if line.is_empty() {
        Err(vm.stop_iteration(Value::None))
    } else {
        Ok(value_of(&this, line))
    }
}

pub(super) fn getvalue(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = open(vm, &args)?;
    let content = this.content.borrow().clone();
    Ok(value_of(&this, content))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = any(vm, &args)?;
    let class = vm.class_of(&args[0]).name.clone();
    let Some(target) = &this.target else {
        return Ok(Value::from(format!(
            "<_io.{class} object at 0x7f0000000000>"
        )));
    };
    let name = vm.repr(&target.name)?;
    Ok(Value::from(if this.mode.text {
        format!(
            "<_io.{class} name={name} mode='{}' encoding='{}'>",
            target.mode_text,
            encoding_name(target)
        )
    } else {
        format!("<_io.{class} name={name}>")
    }))
}

fn encoding_name(target: &Target) -> String {
    match target.encoding.as_str() {
        "utf-8" => "UTF-8".to_string(),
        other => other.to_string(),
    }
}
