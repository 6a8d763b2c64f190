import { browserStorage } from "./document/draft-store.js";
import { applyKeptTheme } from "./styles/theme.js";
import "./elements/shell/playground.js";

applyKeptTheme(browserStorage());
