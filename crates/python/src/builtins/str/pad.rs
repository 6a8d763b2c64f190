//! Making texts as wide as asked for.

use super::receiver;
use crate::value::{Args, NativeFn, Str, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("ljust", |vm, args| {
        pad(vm, args, "ljust", |missing, _| (0, missing))
    }),
    ("rjust", |vm, args| {
        pad(vm, args, "rjust", |missing, _| (missing, 0))
    }),
    // Where the sides differ, the wider one is left for an odd width: what `str.center` does.
    ("center", |vm, args| {
        pad(vm, args, "center", |missing, width| {
            let left = missing / 2 + (missing & width & 1);
            (left, missing - left)
        })
    }),
    ("zfill", zfill),
    ("expandtabs", expandtabs),
];

fn pad(
    vm: &mut Vm,
    args: Args,
    method: &str,
    sides: fn(usize, usize) -> (usize, usize),
) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    args.between(vm, method, 1, 1, 2)?;
    let width = vm.to_length(&args[1], 1)?;
    let fill = match args.get(2) {
        Some(fill) => fill_character(vm, fill)?,
        None => ' ',
    };
    if width <= text.len() {
        return Ok(Value::Str(text));
    }
    let (left, right) = sides(width - text.len(), width);
    let repeat = |count: usize| std::iter::repeat_n(fill, count);
    Ok(Value::from(
        repeat(left)
            .chain(text.as_str().chars())
            .chain(repeat(right))
            .collect::<String>(),
    ))
}

fn fill_character(vm: &mut Vm, fill: &Value) -> Result<char> {
    let fill = match vm.unwrap_builtin(fill) {
        Value::Str(fill) => fill,
        _ => {
            let name = vm.type_name(fill);
            let message = format!("The fill character must be a unicode character, not {name}");
            return Err(vm.type_error(message));
        }
    };
    let mut characters = fill.as_str().chars();
    match (characters.next(), characters.next()) {
        (Some(fill), None) => Ok(fill),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

fn zfill(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "zfill")?;
    let width = args.exactly_one(vm, "str.zfill", 1)?;
    let width = vm.to_length(&width, 1)?;
    if width <= text.len() {
        return Ok(Value::Str(text));
    }
    let zeros = "0".repeat(width - text.len());
    let whole = text.as_str();
    let sign = if whole.starts_with(['+', '-']) { 1 } else { 0 };
    Ok(Value::from(format!(
        "{}{zeros}{}",
        &whole[..sign],
        &whole[sign..]
    )))
}

fn expandtabs(vm: &mut Vm, args: Args) -> Result<Value> {
    let text: Str = receiver(vm, &args, "expandtabs")?;
    let [size] = args.bind(vm, "expandtabs", 1, ["tabsize"], 0)?;
    let size = match size {
        Some(size) => usize::try_from(vm.to_c_int(&size)?).unwrap_or(0),
        None => 8,
    };
    let mut expanded = String::new();
    let mut column = 0;
    for char in text.as_str().chars() {
        match char {
            '\t' if size > 0 => {
                let spaces = size - column % size;
                vm.check_room((expanded.len() as u64).saturating_add(spaces as u64), 1)?;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\t' => {}
            '\n' | '\r' => {
                expanded.push(char);
                column = 0;
            }
            char => {
                expanded.push(char);
                column += 1;
            }
        }
    }
    Ok(Value::from(expanded))
}
