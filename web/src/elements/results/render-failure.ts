import { html, type TemplateResult } from "lit";
import type { Failure } from "../../generated/index.js";

/** What went wrong; the element that tells it is loaded with the first failure. */
export function renderFailure(subject: string, failure: Failure): TemplateResult {
  void import("./failure-notice.js");
  return html`<brooklet-failure-notice .subject=${subject} .failure=${failure}></brooklet-failure-notice>`;
}
