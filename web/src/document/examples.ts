import type { Feed } from "../feeds/feed.js";
import { BLANK_PROGRAM, type Program, titleOf } from "./program.js";
import { feedFromJson, type StoredFeed } from "./stored-feed.js";

/** A program that comes with the page. */
export interface Example {
  fileName: string;
  title: string;
  /** What it shows, in one sentence. */
  summary: string;
  /** Fetches its text and the data files that it reads. */
  load(): Promise<Program>;
}

const urls = import.meta.glob<string>("../../../examples/*.py", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

/** The data files of examples: a program reads those whose names its text holds. */
const dataUrls = import.meta.glob<string>("../../../examples/*.{txt,csv}", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

/** What the world sends to examples: `NAME.feeds.json` to `NAME.py`. */
const feedUrls = import.meta.glob<string>("../../../examples/*.feeds.json", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

/** In the order in which a person meets them; an example that is not named here comes after these. */
const summaries: Record<string, string> = {
  "high_scores.py": "Points a player over the last three batches, by a window with an inverse function.",
  "word_count.py": "Words in lines of text: in this batch, and in the last three.",
  "active_users.py": "Who was there during the last five batches: a window reduced to a set.",
  "reduce_lists.py": "The sum of each batch: the shortest program there is.",
  "humidity_regression.py":
    "A linear regression learns from batches of measurements: actual, predicted, error by batch.",
  "temperature_clusters.py": "Streaming k-means follows clusters of measurements that drift from batch to batch.",
  "public_edits.py": "Edits of Wikipedia, recorded or of this very moment: the busiest wikis, people and bots.",
  "word_bars.py": "Bars and a line of each batch, drawn by matplotlib.",
  "introduction.py": "Every record of a queue of batches, then each batch's sum.",
};

/** The examples, by `examples/*.py`; a first visit opens the first one. */
export const examples: readonly Example[] = Object.entries(urls)
  .map(([path, url]) => {
    const fileName = nameOf(path);
    return {
      fileName,
      title: titleOf(fileName),
      summary: summaries[fileName] ?? "",
      load: () => fetchExample(fileName, url),
    };
  })
  .sort((one, other) => rank(one.fileName) - rank(other.fileName) || (one.fileName < other.fileName ? -1 : 1));

function rank(fileName: string): number {
  const index = Object.keys(summaries).indexOf(fileName);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function fetchExample(fileName: string, url: string): Promise<Program> {
  const text = await (await fetchPart(fileName, url)).text();
  const read = Object.entries(dataUrls).filter(([path]) => text.includes(nameOf(path)));
  const files = await Promise.all(
    read.map(async ([path, dataUrl]) => {
      const response = await fetchPart(fileName, dataUrl);
      return { path: nameOf(path), bytes: new Uint8Array(await response.arrayBuffer()) };
    }),
  );
  return { ...BLANK_PROGRAM, fileName, text, files, feeds: await fetchFeeds(fileName) };
}

async function fetchFeeds(fileName: string): Promise<Feed[]> {
  const [, url] =
    Object.entries(feedUrls).find(([path]) => nameOf(path) === fileName.replace(/py$/, "feeds.json")) ?? [];
  if (url === undefined) return [];
  return ((await (await fetchPart(fileName, url)).json()) as StoredFeed[]).map(feedFromJson);
}

async function fetchPart(fileName: string, url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The example ${fileName} could not be loaded (HTTP ${response.status}).`);
  return response;
}
