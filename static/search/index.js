// The files of the index → segments, postings, cards, facets and suggestions, each fetched when it is first needed.
// @ts-check

import { Shard, shardOf } from "./shard.js";
import { leveller } from "./text.js";

/** @typedef {import("./shard.js").Postings} Postings */
/** @typedef {import("./text.js").Level} Level */
/** @typedef {{ title: string, path: string, date: string, place: string }} Card */
/** @typedef {[key: string, ...names: string[]]} Field */

export class Segment {
  /**
   * @param {Level} level
   * @param {any} entry
   */
  constructor(level, entry) {
    this.level = level;
    this.first = Number(entry.first);
    this.count = Number(entry.count);
  }
  /**
   * @param {string} term
   * @returns {Promise<Postings>}
   */
  async postings(term) { return new Shard(new ArrayBuffer(0), shardOf(term, 1)).postings(term, 0); }
  /**
   * @param {string} field
   * @param {string} name
   */
  async field(field, name) { return this.postings(field + name); }
  /**
   * @param {number} from
   * @param {number} to
   * @returns {[number, number]}
   */
  between(from, to) { return [from, to]; }
}
export class Index {
  /** @param {any} entry */
  constructor(entry) {
    this.level = leveller(new Map());
    this.total = 0;
    /** @type {Segment[]} */
    this.segments = [new Segment(this.level, entry)];
    /** @type {Field[]} */
    this.fields = [];
    /** @type {string[]} */
    this.faceted = [];
  }
  /**
   * @param {number[]} numbers
   * @returns {Promise<Card[]>}
   */
  async cards(numbers) { return numbers.map(() => ({ title: "", path: "", date: "", place: "" })); }
  /**
   * @param {string} letters
   * @returns {Promise<string[]>}
   */
  async suggest(letters) { return [letters]; }
  /**
   * @param {string} name
   * @param {number[]} numbers
   * @returns {Promise<[string, string, number][]>}
   */
  async options(name, numbers) { return numbers.map((n) => [name, name, n]); }
  /** @param {string} name */
  nameOf(name) { return name; }
}
/** @param {string} base */
export async function open(base) { return new Index(base); }
