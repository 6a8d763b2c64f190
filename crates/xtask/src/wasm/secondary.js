let secondaryModule;

/**
 * Fetches the engine's secondary file before one of its functions is called.
 * @returns {Promise<void>}
 */
export async function fetchSecondary() {
  if (secondaryModule) return;
  const response = await fetch(new URL("brooklet_secondary.wasm", import.meta.url));
  if (response.ok) secondaryModule ??= await WebAssembly.compile(await response.arrayBuffer());
}

// A function of that file is called in the midst of the engine's work, which cannot wait for a promise.
// biome-ignore lint/correctness/noUnusedVariables: the generated list of imports above names it.
function loadSecondary() {
  secondaryModule ??= new WebAssembly.Module(fetchNow(new URL("brooklet_secondary.wasm", import.meta.url)));
  new WebAssembly.Instance(secondaryModule, { primary: wasm, data: { load: loadData } });
}

// What few programs use: Python modules, and what Unicode says of characters.
const dataFiles = [
  () => new URL("brooklet_modules.bin", import.meta.url),
  () => new URL("brooklet_names.bin", import.meta.url),
  () => new URL("brooklet_properties.bin", import.meta.url),
];
const loadedData = new Set();

/**
 * Puts the pieces of a data file where they belong in memory, the first time it is asked for.
 * @param {number} number
 */
function loadData(number) {
  if (loadedData.has(number)) return;
  const file = fetchNow(dataFiles[number]());
  const view = new DataView(file);
  const memory = new Uint8Array(wasm.memory.buffer);
  for (let at = 0; at < file.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    memory.set(new Uint8Array(file, at + 8, size), view.getUint32(at, true));
    at += 8 + size;
  }
  loadedData.add(number);
}

/**
 * @param {URL} address
 * @returns {ArrayBuffer}
 */
function fetchNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    // Its status says enough.
  }
  if (request.status !== 200) {
    const status = request.status ? `HTTP status ${request.status}` : "is the page offline?";
    throw new Error(`A part of the engine that this program needs could not be fetched (${status}).`);
  }
  return request.response;
}
