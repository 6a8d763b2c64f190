import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const brooklet = fileURLToPath(
  new URL(`../../target/release/brooklet${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);
const mockBroker = fileURLToPath(new URL("../kafka/mock_broker.py", import.meta.url));

/** A process that is asked and answers by lines. */
class Lines {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(command: string, args: readonly string[]) {
    this.#process = spawn(command, args, { stdio: "pipe" });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.#process.spawnfile} has ended`);
    return value;
  }

  write(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  end(): void {
    this.#process.kill();
  }
}

/** A Kafka broker that is not ours: librdkafka's mock cluster. */
export class MockBroker {
  readonly #process: Lines;

  private constructor(
    process: Lines,
    readonly address: string,
  ) {
    this.#process = process;
  }

  static async start(): Promise<MockBroker> {
    const process = new Lines("python3", [mockBroker]);
    return new MockBroker(process, await process.next());
  }

  /** Gives it a command of `tests/kafka/mock_broker.py`, and waits until that is done. */
  async tell(command: string): Promise<void> {
    this.#process.write(command);
    const answer = await this.#process.next();
    if (answer !== "ok") throw new Error(`${command}: ${answer}`);
  }

  end(): void {
    this.#process.end();
  }
}

/** `brooklet bridge`. */
export class Bridge {
  readonly #process: Lines;

  private constructor(
    process: Lines,
    /** `ws://127.0.0.1:8765/?token=…` */
    readonly address: string,
  ) {
    this.#process = process;
  }

  static async start(origin: string, ...args: string[]): Promise<Bridge> {
    const listen = ["bridge", "--listen", "127.0.0.1:0", "--allow-origin", origin];
    const process = new Lines(brooklet, [...listen, ...args]);
    await process.next();
    return new Bridge(process, await process.next());
  }

  /** The address of something that it gives. */
  at(path: string, parameters = ""): string {
    return this.address.replace("/?", `${path}?${parameters}`);
  }

  end(): void {
    this.#process.end();
  }
}

/** A TCP server that sends what it is told to, as `nc -lk` does. */
export class LineServer {
  readonly #clients = new Set<Socket>();
  readonly #server = createServer((client) => {
    this.#clients.add(client);
    client.on("close", () => this.#clients.delete(client)).on("error", () => client.destroy());
  });

  /** Begins to listen; its `host:port`. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    return `localhost:${typeof address === "object" ? address?.port : address}`;
  }

  get connections(): number {
    return this.#clients.size;
  }

  send(text: string): void {
    for (const client of this.#clients) client.write(text);
  }

  /** Closes the connections; it goes on listening. */
  hangUp(): void {
    for (const client of this.#clients) client.end();
  }

  end(): void {
    for (const client of this.#clients) client.destroy();
    this.#server.close();
  }
}
