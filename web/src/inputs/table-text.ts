/** The cells of a table that came as text: rows by lines, cells by a delimiter, quotes as RFC 4180 has them. */
export function parseTable(text: string, delimiter: "," | "\t" | ";"): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else isQuoted = false;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === delimiter) endCell();
    else if (character === "\n") endRow();
    else if (character !== "\r") cell += character;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows.filter((cells) => cells.length > 1 || cells[0] !== "");
}

/** Whether pasted text is a table or several lines, and not a part of one expression. */
export function isTableText(text: string): boolean {
  return text.includes("\t") || text.trimEnd().includes("\n");
}
