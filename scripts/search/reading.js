// A hit → its own page, read once: do the words really stand there, and where best?
// @ts-check

import { blocksOf, excerpt, holds, marked } from "./excerpt.js";

/** @typedef {import("./excerpt.js").Block} Block */
/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./text.js").Level} Level */

const KEPT = 60;

/** @type {Map<string, Promise<Block[]>>} */
const pages = new Map();

/**
 * @param {string} address
 * @returns {Promise<Block[]>}
 */
function blocksAt(address) {
  const known = pages.get(address);
  if (known) return known;
  const coming = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(address);
    return blocksOf(new DOMParser().parseFromString(await answer.text(), "text/html"));
  });
  pages.set(address, coming);
  coming.catch(() => pages.delete(address));
  if (pages.size > KEPT) pages.delete(/** @type {string} */ (pages.keys().next().value));
  return coming;
}

/**
 * The best place of an article, marked; nothing where the words do not stand there, or unwanted ones do. They may stand in another script only, where an author
 * wrote other words for it: the page itself then begins where it begins.
 * @param {string} path
 * @param {string[]} homes where the scripts of the site begin, that of this page first
 * @param {string[]} needles
 * @param {string[]} unwanted
 * @param {Level} level
 * @returns {Promise<Piece[] | undefined>}
 */
export async function read(path, homes, needles, unwanted, level) {
  for (const needle of unwanted) {
    for (const home of homes) if (holds(await blocksAt(home + path), [needle], level)) return undefined;
  }
  const blocks = await blocksAt(homes[0] + path);
  for (const home of homes) {
    if (!holds(await blocksAt(home + path), needles, level)) continue;
    return marked(excerpt(blocks, needles, level), needles, level);
  }
  return undefined;
}
