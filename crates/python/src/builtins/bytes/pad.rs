//! Making bytes as long as asked for.

use super::Receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("ljust", |vm, args| {
        pad(vm, &args, "ljust", |missing, _| (0, missing))
    }),
    ("rjust", |vm, args| {
        pad(vm, &args, "rjust", |missing, _| (missing, 0))
    }),
    ("center", |vm, args| {
        pad(vm, &args, "center", |missing, width| {
            let left = missing / 2 + (missing & width & 1);
            (left, missing - left)
        })
    }),
    ("zfill", zero_fill),
    ("expandtabs", expand_tabs),
];

fn pad(
    vm: &mut Vm,
    args: &Args,
    method: &str,
    sides: fn(usize, usize) -> (usize, usize),
) -> Result<Value> {
    let own = Receiver::of(vm, args, method)?;
    args.between(vm, method, 1, 1, 2)?;
    let width = vm.to_length(&args[1], 1)?;
    let fill = match args.get(2).map(|fill| vm.unwrap_builtin(fill)) {
        None => b' ',
        Some(Value::Bytes(fill)) if fill.len() == 1 => fill[0],
        Some(Value::ByteArray(fill)) if fill.borrow().len() == 1 => fill.borrow()[0],
        Some(_) => {
            let name = vm.type_name(&args[2]);
            let message =
                format!("{method}() argument 2 must be a byte string of length 1, not {name}");
            return Err(vm.type_error(message));
        }
    };
    let (left, right) = sides(width.saturating_sub(own.data.len()), width);
    let mut out = vec![fill; left];
    out.extend_from_slice(&own.data);
    out.resize(out.len() + right, fill);
    Ok(own.make(out))
}

fn zero_fill(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "zfill")?;
    let width = args.exactly_one(vm, &format!("{}.zfill", own.class_name()), 1)?;
    let width = vm.to_length(&width, 1)?;
    let missing = width.saturating_sub(own.data.len());
    let signs = usize::from(matches!(own.data.first(), Some(b'+' | b'-')));
    let mut out = own.data[..signs].to_vec();
    out.resize(signs + missing, b'0');
    out.extend_from_slice(&own.data[signs..]);
    Ok(own.make(out))
}

fn expand_tabs(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "expandtabs")?;
    let [size] = args.bind(vm, "expandtabs", 1, ["tabsize"], 0)?;
    let size = match size {
        Some(size) => usize::try_from(vm.to_c_int(&size)?).unwrap_or(0),
        None => 8,
    };
    let mut out = Vec::with_capacity(own.data.len());
    let mut column = 0;
    for byte in &own.data {
        match byte {
            b'\t' => {
                let spaces = if size > 0 { size - column % size } else { 0 };
                vm.check_room((out.len() as u64).saturating_add(spaces as u64), 1)?;
                out.resize(out.len() + spaces, b' ');
                column += spaces;
            }
            b'\n' | b'\r' => {
                out.push(*byte);
                column = 0;
            }
            _ => {
                out.push(*byte);
                column += 1;
            }
        }
    }
    Ok(own.make(out))
}
