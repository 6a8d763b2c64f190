import { html, type SVGTemplateResult, svg } from "lit";

const icon = (drawing: SVGTemplateResult) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${drawing}</svg>`;

export const playIcon = icon(svg`<path class="solid" d="M4.5 3v10l8.5-5z"/>`);
export const pauseIcon = icon(svg`<path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.5"/>`);
export const stepIcon = icon(
  svg`<path class="solid" d="M3.5 3.5v9l6.5-4.5z"/><path d="M12.5 3.5v9" stroke-width="2"/>`,
);
export const stopIcon = icon(svg`<rect class="solid" x="4" y="4" width="8" height="8" rx="1"/>`);
export const shareIcon = icon(svg`<path d="M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9"/>`);
export const downIcon = icon(svg`<path d="m4 6 4 4 4-4"/>`);
export const upIcon = icon(svg`<path d="m4 10 4-4 4 4"/>`);
export const addIcon = icon(svg`<path d="M8 3.5v9M3.5 8h9"/>`);
export const copyIcon = icon(svg`<rect x="6" y="6" width="7" height="7" rx="1"/><path d="M10 3.5H3.5V10"/>`);
export const undoIcon = icon(svg`<path d="M3 6h6a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3"/>`);
export const redoIcon = icon(svg`<path d="M13 6H7a3.5 3.5 0 0 0 0 7h3M13 6l-3-3M13 6l-3 3"/>`);
export const saveIcon = icon(svg`<path d="M8 2.5V10M5 7.5l3 3 3-3M3 10v3.5h10V10"/>`);
export const closeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`);
export const lightIcon = icon(
  svg`<circle cx="8" cy="8" r="2.75"/><path d="M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"/>`,
);
export const darkIcon = icon(svg`<path d="M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7z"/>`);
export const problemIcon = icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.8v3.8M8 11v.2"/>`);
export const cautionIcon = icon(svg`<path d="M8 2.5 14 13H2z"/><path d="M8 6.8v2.8M8 11.4v.1"/>`);
export const hintIcon = icon(
  svg`<path d="M6 12.5h4M6.5 14.5h3M5 8.5a4 4 0 1 1 6 0c-.7.7-1 1.2-1 2H6c0-.8-.3-1.3-1-2z"/>`,
);
export const latestIcon = icon(svg`<path d="m3.5 4 4 4-4 4M8.5 4l4 4-4 4"/>`);

/** Three currents, the page's mark. */
export const brookMark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
  <g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round">
    <path d="M2 7c3.3-3.5 6.7-3.5 10 0s6.7 3.5 10 0"/>
    <path d="M2 12.5c3.3-3.5 6.7-3.5 10 0s6.7 3.5 10 0" opacity=".65"/>
    <path d="M2 18c3.3-3.5 6.7-3.5 10 0s6.7 3.5 10 0" opacity=".35"/>
  </g>
</svg>`;
