/** Takes a stream of server-sent events apart, piece by piece as it comes; gives the data of each event. */
export class EventStreamReader {
  private rest = "";
  private data: string[] = [];

  /** The data of the events that are complete with this piece. */
  take(piece: string): string[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    const events: string[] = [];
    for (const line of lines) {
      if (line === "") {
        if (this.data.length > 0) events.push(this.data.join("\n"));
        this.data = [];
      } else if (line.startsWith("data:")) this.data.push(line.slice(line[5] === " " ? 6 : 5));
    }
    return events;
  }
}
