// The files of the index → segments, postings, cards, filters and suggestions, each fetched when it is first needed.
// @ts-check

import { Shard, shardOf, variantsIn } from "./shard.js";
import { isSpelledBy } from "./pinyin.js";
import { isHan, leveller } from "./text.js";

/** @typedef {import("./shard.js").Postings} Postings */
/** @typedef {import("./text.js").Level} Level */
/** @typedef {{ title: string, path: string, date: string, place: string }} Card */

/** A way to sort articles: its key, and what readers may call it. */
/** @typedef {[key: string, ...names: string[]]} Field */

/** @typedef {[route: string, date: string, titles: string[], places: string[]]} CardRow */
/** @typedef {Record<string, [key: string, names: string[], places: number[]][]>} Facets */
/** @typedef {[spelling: string, taxonomy: string, names: string[]]} Spelled */
/** @typedef {{ first: number, count: number, shards: string, cards: string, facets: string, suggestions: Record<string, string> }} Part */
/** @typedef {{ version: number, characters: string, years: [year: string, first: number][], segments: Part[] }} Entry */

/** The form of the index that is understood here; a page that stayed open while its site was brought up to date finds another. */
const VERSION = 2;

const NAME = 8;
const CARDS = 64;
const SUGGESTED = 8;

/** Fetches each file once; one that did not come is asked for again. */
class Files {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /**
   * @template T
   * @param {string} name
   * @param {(answer: Response) => Promise<T>} read
   * @param {RequestInit} [how]
   * @returns {Promise<T>}
   */
  get(name, read, how) {
    const known = this.known.get(name);
    if (known) return known;
    const coming = fetch(this.base + name, how).then((answer) => {
      if (!answer.ok) throw new Error(name);
      return read(answer);
    });
    this.known.set(name, coming);
    coming.catch(() => this.known.delete(name));
    return coming;
  }

  /**
   * @template T
   * @param {string} name
   * @param {(bytes: Uint8Array) => T} read
   */
  bytes(name, read) {
    return this.get(name, async (answer) => read(new Uint8Array(await answer.arrayBuffer())));
  }

  /**
   * @param {string} name
   * @returns {Promise<any>}
   */
  json(name) {
    return this.get(name, (answer) => answer.json());
  }
}

export class Segment {
  /**
   * @param {Files} files
   * @param {Level} level
   * @param {Part} part
   * @param {[year: string, first: number][]} years
   */
  constructor(files, level, part, years) {
    this.files = files;
    this.level = level;
    this.part = part;
    this.years = years;
    this.first = part.first;
    this.count = part.count;
  }

  /** @param {string} term */
  #shard(term) {
    const name = nameIn(this.part.shards, shardOf(term, this.part.shards.length / NAME));
    return this.files.bytes(`shard-${name}.bin`, (bytes) => new Shard(bytes, this.count));
  }

  /**
   * The articles in which a term stands; of a word, those with words that begin so.
   * @param {string} term
   * @returns {Promise<Postings>}
   */
  async postings(term) {
    const shard = await this.#shard(term);
    return isHan(term) || term.length < 2 ? shard.postings(term, this.first) : shard.beginning(term, this.first);
  }

  /**
   * The articles with a term in a field, or where none has it, with terms that begin so.
   * @param {string} field
   * @param {string} text
   */
  async field(field, text) {
    const term = `${field}:${this.level(text)}`;
    const shard = await this.#shard(term);
    return shard.starts.has(term) ? shard.postings(term, this.first) : shard.beginning(term, this.first);
  }

  /**
   * The places in this segment of the articles of some years: from, and up to.
   * @param {number} from
   * @param {number} to
   * @returns {[number, number]}
   */
  between(from, to) {
    const start = (/** @type {number} */ year) => {
      const first = this.years.find(([each]) => each && Number(each) >= year)?.[1] ?? Infinity;
      return Math.min(Math.max(first - this.first, 0), this.count);
    };
    return [start(from), start(to + 1)];
  }

  /** @param {number[]} places of this segment */
  cards(places) {
    return Promise.all(
      places.map(async (place) => {
        const name = nameIn(this.part.cards, Math.floor(place / CARDS));
        return /** @type {CardRow[]} */ (await this.files.json(`cards-${name}.json`))[place % CARDS];
      }),
    );
  }

  /** @returns {Promise<Facets>} */
  facets() {
    return this.files.json(`facets-${this.part.facets}.json`);
  }

  /**
   * @param {string} letter
   * @returns {Promise<Spelled[]>}
   */
  async spelled(letter) {
    const { suggestions } = this.part;
    const name = suggestions["*"] ?? suggestions[letter];
    return name ? this.files.json(`suggestions-${name}.json`) : [];
  }
}

/**
 * @param {string} names
 * @param {number} at
 */
const nameIn = (names, at) => names.slice(at * NAME, (at + 1) * NAME);

export class Index {
  /**
   * @param {Files} files
   * @param {Entry} entry
   * @param {Level} level
   * @param {number} script which of the site's scripts the page is in
   */
  constructor(files, entry, level, script) {
    this.level = level;
    this.script = script;
    this.years = entry.years;
    this.segments = entry.segments.map((part) => new Segment(files, level, part, entry.years));
    this.total = this.segments.reduce((sum, { count }) => sum + count, 0);
  }

  /** @param {number} number */
  #segmentOf(number) {
    return /** @type {Segment} */ (this.segments.find(({ first, count }) => first <= number && number < first + count));
  }

  /** @param {string[]} texts by script; only one where all are alike */
  inScript(texts) {
    return texts[this.script] ?? texts[0] ?? "";
  }

  /**
   * @param {number[]} numbers
   * @returns {Promise<Card[]>}
   */
  cards(numbers) {
    return Promise.all(
      numbers.map(async (number) => {
        const segment = this.#segmentOf(number);
        const [[path, date, titles, places]] = await segment.cards([number - segment.first]);
        return { path: path.slice(1), date, title: this.inScript(titles), place: this.inScript(places) };
      }),
    );
  }

  /**
   * Names of terms and titles whose pinyin, or its first letters, is what was typed; the shortest first.
   * @param {string} letters
   * @returns {Promise<string[]>}
   */
  async suggest(letters) {
    const plain = letters.replace(/'/gu, "");
    if (!plain) return [];
    const found = (await Promise.all(this.segments.map((segment) => segment.spelled(plain[0])))).flat();
    const fitting = found.filter(([spelling]) => isSpelledBy(spelling.split(" "), plain));
    fitting.sort((a, b) => Number(!a[1]) - Number(!b[1]) || a[0].length - b[0].length);
    return [...new Set(fitting.map(([, , names]) => this.inScript(names)))].slice(0, SUGGESTED);
  }

  /**
   * What some articles may be narrowed to by one filter, with counts.
   * @param {string} filter "year", or the key of a taxonomy
   * @param {number[]} numbers
   * @returns {Promise<[value: string, text: string, count: number][]>}
   */
  async options(filter, numbers) {
    return filter === "year" ? this.#byYear(numbers) : this.#byTerm(filter, new Set(numbers));
  }

  /**
   * @param {number[]} numbers
   * @returns {[string, string, number][]}
   */
  #byYear(numbers) {
    const counts = this.years.map(([year, first], at) => {
      const next = this.years[at + 1]?.[1] ?? this.total;
      return /** @type {[string, string, number]} */ ([year, year, numbers.filter((each) => first <= each && each < next).length]);
    });
    return counts.filter(([year, , count]) => year && count).reverse();
  }

  /**
   * @param {string} taxonomy
   * @param {Set<number>} numbers
   * @returns {Promise<[string, string, number][]>}
   */
  async #byTerm(taxonomy, numbers) {
    /** @type {Map<string, [string, string, number]>} */
    const counts = new Map();
    const all = await Promise.all(this.segments.map((segment) => segment.facets()));
    for (const [at, facets] of all.entries()) {
      for (const [key, names, places] of facets[taxonomy] ?? []) {
        let place = this.segments[at].first;
        const count = places.filter((gap) => numbers.has((place += gap))).length;
        const name = this.inScript(names);
        counts.set(key, [name, name, (counts.get(key)?.[2] ?? 0) + count]);
      }
    }
    const keys = [...counts.keys()].filter((key) => counts.get(key)?.[2]);
    const isTree = keys.some((key) => counts.has(key.replace(/\/[^/]*$/u, "")) && key.includes("/"));
    if (isTree) keys.sort();
    else keys.sort((a, b) => (counts.get(b)?.[2] ?? 0) - (counts.get(a)?.[2] ?? 0));
    return keys.map((key) => {
      const [value, text, count] = counts.get(key) ?? ["", "", 0];
      return [value, "　".repeat(isTree ? key.split("/").length - 1 : 0) + text, count];
    });
  }
}

/**
 * @param {string} base the address of the index, with a slash at its end
 * @param {number} script
 */
export async function open(base, script) {
  const files = new Files(base);
  /** @type {Entry} */
  const entry = await files.get("index.json", (answer) => answer.json(), { cache: "no-cache" });
  if (entry.version !== VERSION) throw new Error("version");
  const variants = await files.bytes(`characters-${entry.characters}.bin`, variantsIn);
  return new Index(files, entry, leveller(variants), script);
}
