import { buildPage } from "./build-page.mjs";
import { Missing } from "./setup.mjs";

try {
  if (await buildPage()) console.log("\nThe page is in dist/: any static host can serve it, from any path.");
  else process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
