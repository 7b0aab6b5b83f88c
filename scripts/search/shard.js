// The bytes of a shard → its terms, and in which articles they stand. The form is told in docs/search.md.
// @ts-check

/** Of the weight of a term in an article: how often it stands there, whether in the title, whether in the name of a term or person. */
export const IMPACT = 3;
export const TITLED = 4;
export const NAMED = 8;

/** The Han characters of GB 2312: those that terms are mostly made of, each with a number from 1. */
const CELLS = Uint8Array.from({ length: 72 * 94 * 2 }, (_, at) => (at % 2 ? 0xa1 + ((at >> 1) % 94) : 0xb0 + Math.floor(at / 188)));
const ALPHABET = new Map(Array.from(new TextDecoder("gb2312").decode(CELLS), (each, at) => [each, at + 1]));
const BASE = 6769;
const MASK = 0x3ffffff;

/** Characters are written as numbers, counted from the one before the first of Han. */
const BEFORE_HAN = 0x33ff;
const HAN = 27649;

/** @typedef {{ numbers: number[], weights: number[] }} Postings */

/** Reads bits, the highest of a byte first. */
class Bits {
  /**
   * @param {Uint8Array} data
   * @param {number} at
   */
  constructor(data, at) {
    this.data = data;
    this.at = at;
  }

  bit() {
    const bit = (this.data[this.at >> 3] >> (7 - (this.at & 7))) & 1;
    this.at += 1;
    return bit;
  }

  /** @param {number} size */
  number(size) {
    let number = 0;
    for (let left = size; left; left -= 1) number = number * 2 + this.bit();
    return number;
  }

  varint() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.number(8);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  words() {
    const [size, at] = [this.varint(), this.at / 8];
    this.at += size * 8;
    return new TextDecoder().decode(this.data.subarray(at, at + size)).split("\n").filter(Boolean);
  }

  /** @param {0 | 1} bit */
  run(bit) {
    let length = 0;
    while (this.bit() === bit) length += 1;
    return length;
  }

  gamma() {
    const zeros = this.run(0);
    return 2 ** zeros + this.number(zeros);
  }

  /** @param {number} low */
  rice(low) {
    return this.run(1) * 2 ** low + this.number(low);
  }

  weight() {
    for (let weight = 0; weight < 4; weight += 1) if (!this.bit()) return weight;
    return this.number(4);
  }
}

/** @param {number} mean */
const lowDigits = (mean) => (mean ? 31 - Math.clz32(mean) : 0);

/**
 * Each character that another one stands for, and that one.
 * @param {Uint8Array} data
 */
export function variantsIn(data) {
  const bits = new Bits(data, 0);
  const count = bits.varint();
  const variants = bits.words();
  const low = bits.number(8);
  for (let left = count, number = -1; left; left -= 1) {
    number += 1 + bits.rice(low);
    variants.push(String.fromCharCode(Math.floor(number / HAN) + BEFORE_HAN, (number % HAN) + BEFORE_HAN));
  }
  return new Map(variants.map((each) => /** @type {[string, string]} */ ([...each])));
}

export class Shard {
  /**
   * @param {Uint8Array} data
   * @param {number} count the articles of the segment
   */
  constructor(data, count) {
    this.data = data;
    this.count = count;
    const bits = new Bits(data, 0);
    const numbers = bits.varint();
    let number = bits.varint();
    const words = bits.words();
    const low = bits.number(8);
    /** @type {Map<number | string, number>} where the postings of a term begin, in bits, by its key */
    this.starts = new Map();
    for (let at = 0; at < numbers; at += 1) {
      if (at) number += 1 + bits.rice(low);
      this.starts.set(number, 0);
    }
    for (const word of words) this.starts.set(word, 0);
    for (const key of this.starts.keys()) {
      this.starts.set(key, bits.at);
      this.#skip(bits);
    }
  }

  /** @param {Bits} bits */
  #skip(bits) {
    const number = bits.gamma();
    const low = this.#low(number);
    for (let left = number; left; left -= 1) {
      bits.run(1);
      bits.at += low;
      bits.weight();
    }
  }

  /** @param {number} number */
  #low(number) {
    return lowDigits(Math.floor(Math.floor((this.count * 11) / 16) / number));
  }

  /**
   * @param {string} term
   * @param {number} first the number of the first article of the segment
   * @returns {Postings}
   */
  postings(term, first) {
    const start = this.starts.get(keyOf(term));
    if (start === undefined) return { numbers: [], weights: [] };
    const bits = new Bits(this.data, start);
    const number = bits.gamma();
    const low = this.#low(number);
    /** @type {Postings} */
    const postings = { numbers: [], weights: [] };
    for (let left = number, place = first - 1; left; left -= 1) {
      place += 1 + bits.rice(low);
      postings.numbers.push(place);
      postings.weights.push(bits.weight());
    }
    return postings;
  }

  /**
   * The articles of all terms that begin so, the best weight of each.
   * @param {string} start
   * @param {number} first
   * @returns {Postings}
   */
  beginning(start, first) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const term of this.starts.keys()) {
      if (typeof term === "number" || !term.startsWith(start)) continue;
      const { numbers, weights } = this.postings(term, first);
      for (const [at, number] of numbers.entries()) best.set(number, better(weights[at], best.get(number) ?? 0));
    }
    const numbers = [...best.keys()].sort((a, b) => a - b);
    return { numbers, weights: numbers.map((number) => best.get(number) ?? 0) };
  }
}

/**
 * @param {number} a
 * @param {number} b
 */
const better = (a, b) => Math.max(a & IMPACT, b & IMPACT) | ((a | b) & ~IMPACT);

/**
 * A number from the first two characters of a term, of a field's term those behind the colon; each pair of the alphabet has its own.
 * @param {string} term
 */
function numberOf(term) {
  let mixed = 0;
  for (const each of [...term.slice(term.indexOf(":") + 1)].slice(0, 2)) {
    mixed = Math.imul(mixed, BASE) + (ALPHABET.get(each) ?? each.codePointAt(0) ?? 0);
  }
  mixed = Math.imul(mixed, 0x2c1b3c5) & MASK;
  mixed = Math.imul(mixed ^ (mixed >> 13), 0x35a7b2d) & MASK;
  return mixed ^ (mixed >> 13);
}

/**
 * What a shard knows a term by.
 * @param {string} term
 */
const keyOf = (term) => (term.length < 3 && [...term].every((each) => ALPHABET.has(each)) ? numberOf(term) : term);

/**
 * The number of the shard of a term, of so many.
 * @param {string} term
 * @param {number} shards
 */
export const shardOf = (term, shards) => ((numberOf(term) >> 10) * shards) >>> 16;
