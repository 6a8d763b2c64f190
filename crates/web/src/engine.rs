use std::sync::Arc;

use brooklet_engine::dstream::START_MS;
use brooklet_engine::feeds::partition_of;
use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{
    DataFile, Diagnostic, EngineAnswer, EngineProgress, EngineRequest, Feed, StreamInspection,
    WorkerMessage,
};
use brooklet_pyspark::{Driver, DriverOptions};
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{json, wall_clock};

/// One engine: at most one program at a time.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    driver: Option<Driver>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without a program.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Does what an `EngineRequest` asks for; gives the JSON bytes of the `WorkerMessage` with the
    /// answer to the request of that `id`.
    ///
    /// # Errors
    /// When the request is none.
    pub fn answer(&mut self, id: u32, request: JsValue) -> Result<Uint8Array, JsError> {
        let answer = match serde_wasm_bindgen::from_value(request)? {
            EngineRequest::Load {
                program,
                file_name,
                files,
                feeds,
                master,
                arguments,
                await_limit_ms,
            } => {
                let options = DriverOptions {
                    master: master.parse()?,
                    files: Arc::new(in_memory(files)),
                    feeds,
                    arguments,
                    await_limit_ms,
                    wall_clock_ms: wall_clock::milliseconds,
                    ..DriverOptions::default()
                };
                let diagnostics = self.load(&program, &file_name, options);
                EngineAnswer::Load { diagnostics }
            }
            EngineRequest::Inspect {
                stream,
                batch_time_ms,
                selection,
            } => EngineAnswer::Inspect {
                inspection: match &mut self.driver {
                    Some(driver) => driver.inspect(stream, batch_time_ms, selection),
                    None => StreamInspection {
                        absence: Some("No program is loaded.".to_owned()),
                        ..StreamInspection::default()
                    },
                },
            },
            EngineRequest::Outline { program } => EngineAnswer::Outline {
                outline: brooklet_compose::outline(&program),
            },
            EngineRequest::Edit { program, edit } => {
                let (changes, refusal) = match brooklet_compose::edit(&program, &edit) {
                    Ok(changes) => (changes, None),
                    Err(refusal) => (Vec::new(), Some(refusal.to_string())),
                };
                EngineAnswer::Edit { changes, refusal }
            }
            EngineRequest::OpenNotebook { notebook } => {
                let (program, passed_over, refusal) =
                    match brooklet_compose::open_notebook(&notebook) {
                        Ok(program) => (Some(program.text), program.passed_over, None),
                        Err(error) => (None, Vec::new(), Some(error.to_string())),
                    };
                EngineAnswer::OpenNotebook {
                    program,
                    passed_over,
                    refusal,
                }
            }
            EngineRequest::Partitions {
                keys,
                partitions,
                produced,
            } => EngineAnswer::Partitions {
                partitions: (produced..)
                    .zip(keys)
                    .map(|(produced, key)| {
                        let key = key.as_ref().map(|key| key.0.as_slice());
                        partition_of(key, partitions.max(1), produced)
                    })
                    .collect(),
            },
            EngineRequest::Operators => EngineAnswer::Operators {
                operators: brooklet_compose::operators(),
            },
        };
        to_bytes(&WorkerMessage::Answer { id, answer })
    }

    /// Whether there is a program that can run: the last one that was loaded has no error.
    #[wasm_bindgen(js_name = isLoaded, getter)]
    pub fn is_loaded(&self) -> bool {
        self.driver.is_some()
    }

    /// Runs the driver program until it waits, or made `fuel` calls and jumps back; returns an
    /// `EngineProgress`.
    ///
    /// # Errors
    /// When no program is loaded.
    pub fn poll(&mut self, fuel: u32) -> Result<JsValue, JsError> {
        let progress = self.driver()?.poll(u64::from(fuel));
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

    /// Adds the arrivals of a `Feed` to the one of its address; those of time `now` arrive at
    /// `clock_ms`, the virtual clock in milliseconds since 1970 as the page shows it.
    ///
    /// # Errors
    /// When no program is loaded, or the feed is none.
    pub fn arrive(&mut self, feed: JsValue, clock_ms: f64) -> Result<(), JsError> {
        let feed: Feed = serde_wasm_bindgen::from_value(feed)?;
        self.driver()?.arrive(feed, clock_ms as i64);
        Ok(())
    }

    /// The virtual clock, in milliseconds since 1970; 0 without a program.
    #[wasm_bindgen(js_name = clockMs, getter)]
    pub fn clock_ms(&self) -> f64 {
        self.driver
            .as_ref()
            .map_or(0.0, |driver| driver.clock_ms() as f64)
    }

    /// What happened in the run since the last call, in order: the JSON bytes of a `WorkerMessage`
    /// each.
    ///
    /// # Errors
    /// When an event has no JSON form.
    #[wasm_bindgen(js_name = takeEvents)]
    pub fn take_events(&mut self) -> Result<Vec<Uint8Array>, JsError> {
        let events = self.driver.as_mut().map(Driver::take_events);
        let events = events.unwrap_or_default().into_iter();
        events
            .map(|event| to_bytes(&WorkerMessage::Event { event }))
            .collect()
    }
}

impl Engine {
    /// Compiles a program in place of the one before; says what is wrong with it.
    fn load(&mut self, text: &str, file_name: &str, options: DriverOptions) -> Vec<Diagnostic> {
        self.driver = None;
        match Driver::new(text, file_name, options) {
            Ok(driver) => {
                self.driver = Some(driver);
                brooklet_compose::python2_hints(text)
            }
            Err(diagnostics) => brooklet_compose::explain_errors(text, diagnostics),
        }
    }

    fn driver(&mut self) -> Result<&mut Driver, JsError> {
        self.driver
            .as_mut()
            .ok_or_else(|| JsError::new("no program is loaded"))
    }
}

fn in_memory(files: Vec<DataFile>) -> MemoryFiles {
    let memory = MemoryFiles::new();
    for file in files {
        memory.put(&file.path, file.bytes, START_MS);
    }
    memory
}

fn to_bytes(message: &WorkerMessage) -> Result<Uint8Array, JsError> {
    Ok(Uint8Array::from(json::bytes(message)?.as_slice()))
}

fn to_object(progress: &EngineProgress) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(progress.serialize(&serializer)?)
}
