import { html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { browserStorage } from "../../document/draft-store.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { chooseTheme, currentTheme } from "../../styles/theme.js";
import { darkIcon, lightIcon } from "../icons.js";

/** Switches between light and dark. */
@customElement("brooklet-theme-switch")
export class ThemeSwitch extends LitElement {
  static override styles = [base, controls];

  override render() {
    const other = currentTheme() === "dark" ? "light" : "dark";
    const label = other === "dark" ? "Dark colours" : "Light colours";
    return html`<button class="icon-only" aria-label=${label} title=${label} @click=${() => this.choose(other)}>
      ${other === "dark" ? darkIcon : lightIcon}
    </button>`;
  }

  private choose(theme: "light" | "dark"): void {
    chooseTheme(theme, browserStorage());
    // Charts draw on a canvas with colours that they read once: they read them again.
    window.dispatchEvent(new Event("theme-change"));
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-theme-switch": ThemeSwitch;
  }
}
