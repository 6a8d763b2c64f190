import { statSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { outputOf, root, runCommand } from "./run-command.mjs";

/** Something a person has to install first. */
export class Missing extends Error {}

/** Installs the npm packages when they are missing or older than the lock file. */
export async function installPackages() {
  const installed = changedAt(join(root, "node_modules", ".package-lock.json"));
  if (installed >= changedAt(join(root, "package-lock.json"))) return;
  announce("Installing npm packages");
  const npm = process.env.npm_execpath;
  const failure = npm ? await runCommand(process.execPath, [npm, "ci"]) : await runCommand("npm", ["ci"]);
  if (failure !== null) throw new Missing(`The npm packages could not be installed: npm ci ${failure}.`);
}

/** Installs the parts of the pinned Rust toolchain that are missing. */
export async function installRust() {
  if ((await outputOf("rustup", ["--version"])) === null) {
    throw new Missing("rustup is missing: install Rust from https://rustup.rs, then try again.");
  }
  // Any command of the pinned toolchain makes rustup install it.
  if ((await outputOf("rustc", ["--version"])) === null) {
    announce("Installing the Rust toolchain");
    const failure = await runCommand("rustup", ["toolchain", "install"], { minutes: 20 });
    if (failure !== null) throw new Missing(`The Rust toolchain could not be installed: rustup ${failure}.`);
  }
  const targets = (await outputOf("rustup", ["target", "list", "--installed"])) ?? "";
  if (!targets.includes("wasm32-unknown-unknown")) {
    announce("Installing Rust's WebAssembly target");
    const failure = await runCommand("rustup", ["target", "add", "wasm32-unknown-unknown"]);
    if (failure !== null) throw new Missing(`Rust's WebAssembly target could not be installed: rustup ${failure}.`);
  }
  const components = (await outputOf("rustup", ["component", "list", "--installed"])) ?? "";
  const missing = ["rust-src", "rustfmt", "clippy"].filter((name) => !components.includes(name));
  if (missing.length > 0) {
    announce(`Installing Rust's ${missing.join(", ")}`);
    // Without rust-src there is no threaded engine, and its build says so.
    await runCommand("rustup", ["component", "add", ...missing]);
  }
}

/** Installs Chromium from the system's packages when there is none. */
export async function installChromium() {
  if (findChromium() !== null) return;
  const root = process.getuid?.() === 0;
  if (root && (await outputOf("apt-get", ["--version"])) !== null) {
    announce("Installing Chromium");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update"], { env });
    await runCommand("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env });
  }
  if (findChromium() === null) {
    throw new Missing("Chromium is missing: install it, or name its program in the variable CHROMIUM.");
  }
}

/**
 * Says what is being done.
 *
 * @param {string} what
 */
export function announce(what) {
  console.log(`\n▸ ${what}`);
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
