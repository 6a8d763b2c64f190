import { html, render, type TemplateResult } from "lit";
import { afterEach } from "vitest";

/** Puts an element into the page and waits until it is drawn; it goes after the test. */
export async function mount(template: TemplateResult): Promise<HTMLElement & { shadowRoot: ShadowRoot }> {
  render(template, document.body);
  const element = document.body.firstElementChild as HTMLElement & {
    shadowRoot: ShadowRoot;
    updateComplete: Promise<unknown>;
  };
  await element.updateComplete;
  await Promise.resolve();
  await element.updateComplete;
  return element;
}

/** The texts of the elements that a selector finds, without the space around them. */
export function texts(root: ShadowRoot, selector: string): (string | undefined)[] {
  return [...root.querySelectorAll(selector)].map((element) => element.textContent?.trim());
}

afterEach(() => render(html``, document.body));
