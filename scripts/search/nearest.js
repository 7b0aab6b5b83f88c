// A query without hits → the parts of it that have some.
// @ts-check

import { match } from "./match.js";
import { termsOf } from "./text.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./query.js").Clause} Clause */

const MOST = 5;

/** What people write between the words that they mean. */
const FILLING = /怎[么麼](?:样|樣|办|辦)?|怎样|怎樣|如何|什[么麼]|[为為]什[么麼]|哪[些里裡裏个個]|多少|[的了吗嗎呢和与與及或]/gu;

/**
 * @param {Index} index
 * @param {Clause[]} clauses
 * @returns {Promise<{ text: string, count: number }[]>} other words to look for, those that say most first
 */
export async function nearest(index, clauses) {
  const said = clauses.flatMap((each) => (each.kind === "text" && !each.without ? each.text.replace(FILLING, " ").split(/\s+/u) : []));
  const words = (await Promise.all(said.filter(Boolean).map((word) => partsOf(index, word)))).flat();
  const single = await Promise.all([...new Set(words)].map(async (text) => ({ text, count: await count(index, [text]) })));
  const all = { text: words.join(" "), count: words.length > 1 ? await count(index, words) : 0 };
  return [all, ...single.sort((a, b) => a.count - b.count)].filter((each) => each.count > 0).slice(0, MOST);
}

/**
 * A word that stands somewhere, or those of its pairs that do.
 * @param {Index} index
 * @param {string} word
 */
async function partsOf(index, word) {
  if (await count(index, [word])) return [word];
  const pairs = termsOf(word, true);
  const counts = await Promise.all(pairs.map((pair) => count(index, [pair])));
  /** @type {string[]} */
  const parts = [];
  for (let at = 0; at < pairs.length; at += 1) {
    if (!counts[at]) continue;
    parts.push(pairs[at]);
    if (pairs[at].length > 1) at += 1;
  }
  return parts;
}

/**
 * @param {Index} index
 * @param {string[]} texts
 */
async function count(index, texts) {
  const clauses = texts.map((text) => /** @type {Clause} */ ({ kind: "text", text, without: false }));
  const found = await Promise.all(index.segments.map((segment) => match(segment, clauses, true)));
  return found.reduce((sum, { numbers }) => sum + numbers.length, 0);
}
