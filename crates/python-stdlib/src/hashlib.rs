//! `hashlib`: MD5, SHA-1 and the SHA-2 family.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use brooklet_python::native_class::{NativeClass, object, pickle_state, receiver, state_items};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, Module, NativeData, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

type Digester = fn(&[u8]) -> Vec<u8>;

const ALGORITHMS: [(&str, usize, Digester); 6] = [
    ("md5", 64, |data| Md5::digest(data).to_vec()),
    ("sha1", 64, |data| Sha1::digest(data).to_vec()),
    ("sha224", 64, |data| Sha224::digest(data).to_vec()),
    ("sha256", 64, |data| Sha256::digest(data).to_vec()),
    ("sha384", 128, |data| Sha384::digest(data).to_vec()),
    ("sha512", 128, |data| Sha512::digest(data).to_vec()),
];

/// A hash in the making: what it was given so far.
struct Hash {
    algorithm: usize,
    data: RefCell<Vec<u8>>,
}

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("md5", |vm, args| start(vm, args, 0)),
            ("sha1", |vm, args| start(vm, args, 1)),
            ("sha224", |vm, args| start(vm, args, 2)),
            ("sha256", |vm, args| start(vm, args, 3)),
            ("sha384", |vm, args| start(vm, args, 4)),
            ("sha512", |vm, args| start(vm, args, 5)),
            ("new", |vm, mut args| {
                let name = args.take_first();
                let wanted = name
                    .as_str()
                    .unwrap_or_default()
                    .to_ascii_lowercase()
                    .replace('-', "");
                match ALGORITHMS.iter().position(|(known, ..)| *known == wanted) {
                    Some(algorithm) => start(vm, args, algorithm),
                    None => Err(vm.value_error(format!(
                        "unsupported hash type {}",
                        name.as_str().unwrap_or_default()
                    ))),
                }
            }),
        ],
    );
    Ok(())
}

fn bytes(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    match value {
        Value::Str(_) => Err(vm.type_error("Strings must be encoded before hashing")),
        _ => match vm.bytes_like(value) {
            Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
                Err(vm.type_error("object supporting the buffer API required"))
            }
            other => other,
        },
    }
}

fn start(vm: &mut Vm, mut args: Args, algorithm: usize) -> Result<Value> {
    args.take_keyword("usedforsecurity");
    let [data] = args.bind(vm, "hash", 0, ["string"], 0)?;
    let data = match data {
        Some(data) => bytes(vm, &data)?,
        None => Vec::new(),
    };
    Ok(object(
        vm,
        Hash {
            algorithm,
            data: RefCell::new(data),
        },
    ))
}

impl Hash {
    fn digest(&self) -> Vec<u8> {
        ALGORITHMS[self.algorithm].2(&self.data.borrow())
    }
}

impl NativeData for Hash {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::tuple(vec![
            Value::from(self.algorithm),
            Value::bytes(self.data.borrow().clone()),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [algorithm, data] = state_items(state);
            let algorithm = vm.to_i64(&algorithm)? as usize;
            let data = RefCell::new(bytes(vm, &data)?);
            Ok(object(vm, Hash { algorithm, data }))
        })
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Hash>> {
    receiver::<Hash>(vm, args, "digest")
}

impl NativeClass for Hash {
    const MODULE: &'static str = "_hashlib";
    const NAME: &'static str = "HASH";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[
                ("update", |vm, args| {
                    let this = this(vm, &args)?;
                    let more = args.exactly_one(vm, "update", 1)?;
                    let more = bytes(vm, &more)?;
                    this.data.borrow_mut().extend(more);
                    Ok(Value::None)
                }),
                ("digest", |vm, args| {
                    Ok(Value::bytes(this(vm, &args)?.digest()))
                }),
                ("hexdigest", |vm, args| {
                    let digest = this(vm, &args)?.digest();
                    Ok(Value::from(
                        digest
                            .iter()
                            .map(|byte| format!("{byte:02x}"))
                            .collect::<String>(),
                    ))
                }),
                ("copy", |vm, args| {
                    let this = this(vm, &args)?;
                    let data = RefCell::new(this.data.borrow().clone());
                    Ok(object(
                        vm,
                        Hash {
                            algorithm: this.algorithm,
                            data,
                        },
                    ))
                }),
            ])
            .properties(&[
                ("name", |vm, args| {
                    Ok(Value::str(ALGORITHMS[this(vm, &args)?.algorithm].0))
                }),
                ("digest_size", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.digest().len()))
                }),
                ("block_size", |vm, args| {
                    Ok(Value::from(ALGORITHMS[this(vm, &args)?.algorithm].1))
                }),
            ])
    }
}
