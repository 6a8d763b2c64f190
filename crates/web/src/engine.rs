use std::sync::Arc;

use brooklet_engine::dstream::START_MS;
use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{DataFile, EngineEvent, EngineProgress, ProgramEdit, RecordOrder};
use brooklet_pyspark::{Driver, DriverOptions, Master};
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{json, wall_clock};

/// One engine: at most one program at a time.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    driver: Option<Driver>,
    events: Vec<EngineEvent>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without a program.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Compiles a program in place of the one before; says whether it can run. Its diagnostics are
    /// the next event. `files` is an array of `DataFile`.
    ///
    /// # Errors
    /// When `files` or `master` is not what it should be.
    pub fn load(
        &mut self,
        text: &str,
        file_name: &str,
        files: JsValue,
        master: &str,
        await_limit_ms: Option<f64>,
    ) -> Result<bool, JsError> {
        let files: Vec<DataFile> = serde_wasm_bindgen::from_value(files)?;
        let master: Master = master.parse()?;
        let memory = MemoryFiles::new();
        for file in files {
            memory.put(&file.path, file.bytes, START_MS);
        }
        self.driver = None;
        self.events.clear();
        let options = DriverOptions {
            master,
            files: Arc::new(memory),
            await_limit_ms: await_limit_ms.map(|limit| limit as i64),
            wall_clock_ms: wall_clock::milliseconds,
            ..DriverOptions::default()
        };
        let diagnostics = match Driver::new(text, file_name, options) {
            Ok(driver) => {
                self.driver = Some(driver);
                Vec::new()
            }
            Err(diagnostics) => diagnostics,
        };
        self.events.push(EngineEvent::Diagnostics { diagnostics });
        Ok(self.driver.is_some())
    }

    /// Runs the driver program for at most so many bytecode instructions; returns an
    /// `EngineProgress`.
    ///
    /// # Errors
    /// When no program is loaded.
    pub fn poll(&mut self, instructions: u32) -> Result<JsValue, JsError> {
        let progress = self.driver()?.poll(u64::from(instructions));
        to_object(&progress)
    }

    /// Moves the virtual clock to the next moment something is due: runs that batch, or wakes the
    /// program.
    ///
    /// # Errors
    /// When no program is loaded.
    pub fn tick(&mut self) -> Result<(), JsError> {
        self.driver()?.tick();
        Ok(())
    }

    /// The virtual clock, in milliseconds since 1970; 0 without a program.
    #[wasm_bindgen(js_name = clockMs, getter)]
    pub fn clock_ms(&self) -> f64 {
        self.driver
            .as_ref()
            .map_or(0.0, |driver| driver.clock_ms() as f64)
    }

    /// Asks for records of an output at a batch, ordered by `column` where there is one; the answer
    /// is the next event.
    ///
    /// # Errors
    /// When no program is loaded.
    pub fn inspect(
        &mut self,
        output: u32,
        batch_time_ms: f64,
        offset: f64,
        limit: f64,
        column: Option<u32>,
        descending: bool,
    ) -> Result<(), JsError> {
        let order = column.map(|column| RecordOrder { column, descending });
        let (time, offset, limit) = (batch_time_ms as i64, offset as u64, limit as u64);
        let records = self.driver()?.inspect(output, time, offset, limit, order);
        self.events.push(records);
        Ok(())
    }

    /// What a program's text defines: the bytes of an `outlined` event. It needs no loaded program
    /// and touches none.
    ///
    /// # Errors
    /// When the event has no JSON form.
    pub fn outline(&self, question: u32, program: &str) -> Result<Uint8Array, JsError> {
        let outline = brooklet_compose::outline(program);
        to_bytes(&EngineEvent::Outlined { question, outline })
    }

    /// The changes of a program's text that a `ProgramEdit` stands for: the bytes of an `edited`
    /// event. It needs no loaded program and touches none.
    ///
    /// # Errors
    /// When `edit` is no `ProgramEdit`, or the event has no JSON form.
    pub fn edit(&self, question: u32, program: &str, edit: JsValue) -> Result<Uint8Array, JsError> {
        let edit: ProgramEdit = serde_wasm_bindgen::from_value(edit)?;
        let (changes, refusal) = match brooklet_compose::edit(program, &edit) {
            Ok(changes) => (changes, None),
            Err(refusal) => (Vec::new(), Some(refusal.to_string())),
        };
        to_bytes(&EngineEvent::Edited {
            question,
            changes,
            refusal,
        })
    }

    /// What a form can add: the bytes of an `operators` event.
    ///
    /// # Errors
    /// When the event has no JSON form.
    pub fn operators(&self) -> Result<Uint8Array, JsError> {
        let operators = brooklet_compose::operators();
        to_bytes(&EngineEvent::Operators { operators })
    }

    /// Asks what a stream held at a batch; the answer is the next event.
    ///
    /// # Errors
    /// When no program is loaded.
    pub fn look(&mut self, stream: u32, batch_time_ms: f64, limit: f64) -> Result<(), JsError> {
        let looked = self
            .driver()?
            .look(stream, batch_time_ms as i64, limit as u64);
        self.events.push(looked);
        Ok(())
    }

    /// What happened since the last call: one `EngineEvent` as JSON bytes each, in order.
    ///
    /// # Errors
    /// When an event has no JSON form.
    #[wasm_bindgen(js_name = takeEvents)]
    pub fn take_events(&mut self) -> Result<Vec<Uint8Array>, JsError> {
        if let Some(driver) = &mut self.driver {
            self.events.append(&mut driver.take_events());
        }
        self.events
            .drain(..)
            .map(|event| to_bytes(&event))
            .collect()
    }
}

impl Engine {
    fn driver(&mut self) -> Result<&mut Driver, JsError> {
        self.driver
            .as_mut()
            .ok_or_else(|| JsError::new("no program is loaded"))
    }
}

fn to_bytes(event: &EngineEvent) -> Result<Uint8Array, JsError> {
    Ok(Uint8Array::from(json::bytes(event)?.as_slice()))
}

fn to_object(progress: &EngineProgress) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(progress.serialize(&serializer)?)
}
