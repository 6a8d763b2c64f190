//! Functions that stand for those of a later file: they have it loaded, and call on.

use walrus::ir::{CallIndirect, RefIsNull, TableGet, Value};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalId, Module, TableId, ValType};

use super::homes::SECONDARY;

/// The JavaScript function that loads a file, given its number.
pub(super) const LOADER: &str = "__load_part";

/// For each later file the function that has it loaded, unless its table is full already.
pub(super) struct Loading(Vec<FunctionId>);

impl Loading {
    /// In the primary file, which has a table for each file.
    pub(super) fn define(module: &mut Module, tables: &[TableId], glue: &str) -> Loading {
        let ty = module.types.add(&[ValType::I32], &[]);
        let (load, _) = module.add_import_func(glue, LOADER, ty);
        let define = |(number, table): (usize, &TableId)| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder
                .func_body()
                .i32_const(0)
                .instr(TableGet { table: *table })
                .instr(RefIsNull {})
                .if_else(
                    None,
                    |missing| {
                        missing.i32_const(number as i32).call(load);
                    },
                    |_| {},
                );
            let id = builder.finish(vec![], &mut module.funcs);
            module.exports.add(&name(number), id);
            id
        };
        Loading(
            tables
                .iter()
                .enumerate()
                .skip(SECONDARY)
                .map(define)
                .collect(),
        )
    }

    /// In the secondary file; `count` is the number of files.
    pub(super) fn import(module: &mut Module, count: usize, primary: &str) -> Loading {
        let ty = module.types.add(&[], &[]);
        let import = |number| module.add_import_func(primary, &name(number), ty).0;
        Loading((SECONDARY..count).map(import).collect())
    }

    /// That for the file of this number.
    pub(super) fn of(&self, number: usize) -> FunctionId {
        self.0[number - SECONDARY]
    }
}

fn name(number: usize) -> String {
    format!("load{number}")
}

/// Gives a function the body of a stub, which calls on through a slot of a table.
pub(super) fn put(
    module: &mut Module,
    id: FunctionId,
    ensure: FunctionId,
    table: TableId,
    slot: u32,
) {
    let ty = module.funcs.get(id).ty();
    let (params, results) = {
        let ty = module.types.get(ty);
        (ty.params().to_vec(), ty.results().to_vec())
    };
    let locals: Vec<LocalId> = params
        .iter()
        .map(|param| module.locals.add(*param))
        .collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    body.call(ensure);
    for local in &locals {
        body.local_get(*local);
    }
    body.const_(Value::I32(slot as i32))
        .instr(CallIndirect { ty, table });
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
}

/// Takes a function's body away.
pub(super) fn empty(module: &mut Module, id: FunctionId) {
    let ty = module.funcs.get(id).ty();
    let (params, results) = {
        let ty = module.types.get(ty);
        (ty.params().to_vec(), ty.results().to_vec())
    };
    let locals: Vec<LocalId> = params
        .iter()
        .map(|param| module.locals.add(*param))
        .collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
}
