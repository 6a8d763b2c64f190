import type { ApiClass, ApiEntry } from "../generated/pyspark-api.js";

/** A value of a class of pyspark, or the class itself. */
export interface ApiType {
  name: string;
  isClass: boolean;
}

/** An entry of the API that was found in a text, and its owner. */
export interface FoundEntry {
  owner: string;
  entry: ApiEntry;
}

/** The API of pyspark, looked up by name. */
export class ApiIndex {
  private readonly classes = new Map<string, ApiClass>();

  constructor(classes: readonly ApiClass[]) {
    for (const one of classes) this.classes.set(one.name, one);
  }

  class(name: string): ApiClass | undefined {
    return this.classes.get(name);
  }

  /** The members of a value or of a class: its own first, then its base's. */
  members({ name, isClass }: ApiType): ApiEntry[] {
    const found = new Map<string, ApiEntry>();
    for (let one = this.classes.get(name); one; one = one.base ? this.classes.get(one.base) : undefined) {
      for (const entry of one.entries) {
        const fits = isClass ? entry[0] !== "method" : true;
        if (entry[0] !== "constructor" && fits && !found.has(nameOf(entry))) found.set(nameOf(entry), entry);
      }
    }
    return [...found.values()];
  }

  /** The member of that name of a value or a class. */
  member(type: ApiType, name: string): ApiEntry | undefined {
    return this.members(type).find((entry) => nameOf(entry) === name);
  }

  /** What a call of a class does; a class that is not constructed has only its sentence. */
  constructorOf(name: string): ApiEntry | undefined {
    const one = this.classes.get(name);
    return one?.entries.find(([kind]) => kind === "constructor") ?? (one && ["constructor", name, one.sentence]);
  }
}

/** The name of an entry. */
export function nameOf([, text]: ApiEntry): string {
  return /^\w+/.exec(text)?.[0] ?? "";
}

/** The class that an entry returns; null for one that is not of pyspark. */
export function resultOf([, text]: ApiEntry): string | null {
  return text.split(" -> ")[1] ?? null;
}

/** An entry's parameters in parentheses, as a call has them; none for what is not called. */
export function parametersOf([, text]: ApiEntry): string {
  return /\(.*\)/.exec(text)?.[0] ?? "";
}

/** An entry as a program writes it, with the class that it belongs to. */
export function signatureOf({ owner, entry }: FoundEntry): string {
  const [kind, text] = entry;
  return kind === "constructor" ? text.replace("__init__", owner) : `${owner}.${text}`;
}

let loading: Promise<ApiIndex> | undefined;

/** The API of pyspark. It is fetched once, when it is first needed. */
export function loadApi(): Promise<ApiIndex> {
  loading ??= import("../generated/pyspark-api.js").then(({ CLASSES }) => new ApiIndex(CLASSES));
  return loading;
}
