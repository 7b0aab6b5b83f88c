// The bytes of a shard → its terms, and in which articles they stand. The form is told in docs/search.md.
// @ts-check

/** Of the weight of a term in an article: how often it stands there, whether in the title, whether in the name of a term or person. */
export const IMPACT = 3;
export const TITLED = 4;
export const NAMED = 8;

/** Terms of one or two characters are written as numbers, counted from the character before the first of Han. */
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
    for (let weight = 0; weight < 3; weight += 1) if (!this.bit()) return weight;
    return this.number(4);
  }
}

/** @param {number} mean */
const lowDigits = (mean) => (mean ? 31 - Math.clz32(mean) : 0);

/**
 * The terms that a shard begins with, and the bits that follow.
 * @param {Uint8Array} data
 */
export function termsIn(data) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = data[at];
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const pairs = number();
  const size = number();
  const text = new TextDecoder().decode(data.subarray(at, at + size));
  const low = data[at + size];
  const bits = new Bits(data, (at + size + 1) * 8);
  const terms = [];
  for (let left = pairs, key = -1; left; left -= 1) {
    key += 1 + bits.rice(low);
    const characters = key < HAN ? [key] : [Math.floor(key / HAN), key % HAN];
    terms.push(String.fromCharCode(...characters.map((each) => each + BEFORE_HAN)));
  }
  return { terms: text ? [...terms, ...text.split("\n")] : terms, bits };
}

export class Shard {
  /**
   * @param {Uint8Array} data
   * @param {number} count the articles of the segment
   */
  constructor(data, count) {
    this.data = data;
    this.count = count;
    /** @type {Map<string, number>} where the postings of a term begin, in bits */
    this.starts = new Map();
    const { terms, bits } = termsIn(this.data);
    for (const term of terms) {
      this.starts.set(term, bits.at);
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
    const start = this.starts.get(term);
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
      if (!term.startsWith(start)) continue;
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
 * The number of the shard of a term, of so many: from its first two characters, of a field's term those behind the colon.
 * @param {string} term
 * @param {number} shards
 */
export function shardOf(term, shards) {
  const [first = 0, second = 0] = Array.from(term.slice(term.indexOf(":") + 1), (each) => each.codePointAt(0) ?? 0);
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 16;
  return (mixed * shards) >>> 16;
}
