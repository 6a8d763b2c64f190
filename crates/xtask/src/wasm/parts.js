// The files of the engine after the primary one, by their numbers: the secondary one is 1, the parts follow.
const partAddresses = [
  null,
  // ADDRESSES
];
const partModules = [];
const partInstances = [];

/**
 * Fetches the engine's secondary file before one of its functions is called.
 * @returns {Promise<void>}
 */
export async function fetchSecondary() {
  if (partModules[1]) return;
  const response = await fetch(partAddresses[1]());
  if (response.ok) partModules[1] ??= await WebAssembly.compile(await response.arrayBuffer());
}

// A function of a file is called in the midst of the engine's work, which cannot wait for a promise.
// A part calls functions of the secondary file, so that comes with it.
// biome-ignore lint/correctness/noUnusedVariables: the generated list of imports above names it.
function loadPart(number) {
  if (partInstances[number]) return;
  if (number > 1) loadPart(1);
  partModules[number] ??= new WebAssembly.Module(fetchNow(partAddresses[number]()));
  const imports = { primary: wasm, secondary: partInstances[1]?.exports };
  partInstances[number] = new WebAssembly.Instance(partModules[number], imports);
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
