import { startEngineEarly } from "./engine/start-worker.js";

startEngineEarly();
void import("./page.js");
