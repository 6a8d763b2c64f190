import { join } from "node:path";
import { root, runCommand } from "./run-command.mjs";
import { announce, installPackages, installRust } from "./setup.mjs";

/**
 * Builds the page into `dist/`, with both engines where this machine can.
 *
 * @returns {Promise<boolean>} whether it is there; what went wrong has been said
 */
export async function buildPage() {
  await installPackages();
  await installRust();
  announce("Writing what the page takes from the engine's types");
  const types = await runCommand("cargo", typesArguments, { minutes: 10 });
  if (types !== null) {
    console.error(`The types could not be written: ${types}.`);
    return false;
  }
  announce("Building the engine without threads");
  const single = await runCommand("cargo", wasmArguments("single"), { minutes: 20 });
  if (single !== null) {
    console.error(`The engine could not be built: ${single}.`);
    return false;
  }
  announce("Building the engine with threads");
  const threads = await runCommand("cargo", wasmArguments("threads"), { minutes: 20 });
  if (threads !== null) console.error(`Going on without the threaded engine: its build failed (${threads}).`);
  announce("Building the page");
  const page = await runCommand(process.execPath, viteArguments);
  if (page !== null) console.error(`The page could not be built: ${page}.`);
  return page === null;
}

/** Writes `web/src/generated`. */
export const typesArguments = ["run", "--quiet", "--bin", "xtask", "--", "types"];

/** @param {"single" | "threads"} body */
export function wasmArguments(body) {
  return ["run", "--quiet", "--bin", "xtask", "--", "wasm", body];
}

export const viteArguments = [join(root, "node_modules", "vite", "bin", "vite.js"), "build"];
