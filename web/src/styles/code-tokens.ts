import { css } from "lit";

/** The colours of Python outside the editor. */
export const codeTokens = css`
  .keyword {
    color: var(--code-keyword);
  }
  .string {
    color: var(--code-string);
  }
  .number {
    color: var(--code-number);
  }
  .comment {
    color: var(--code-comment);
    font-style: italic;
  }
  .definition {
    color: var(--code-definition);
  }
`;
