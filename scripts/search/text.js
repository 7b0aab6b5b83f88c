// Text → text as the index knows it, and the terms by which it is looked up. It is cut as sitegen/search/terms.py cuts it.
// @ts-check

/** @typedef {(text: string) => string} Level */

const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const LETTER = `(?:(?![${HAN}])[\\p{L}\\p{N}])`;
const RUNS = new RegExp(`([${HAN}]+)|${LETTER}+(?:[-.,/+%]${LETTER}+)*`, "gu");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");
const LONGEST = 40;

/**
 * What makes text level: full-width as half-width, capitals as small letters, each character as the one that stands for its variants.
 * @param {Map<string, string>} variants
 * @returns {Level}
 */
export function leveller(variants) {
  return (text) => Array.from(text.normalize("NFKC").toLowerCase(), (each) => variants.get(each) ?? each).join("");
}

/**
 * The terms that every text has in which this one stands; with `all` of them fewer other texts have them.
 * @param {string} text
 * @param {boolean} [all]
 * @returns {string[]}
 */
export function termsOf(text, all = false) {
  return [...text.matchAll(RUNS)].flatMap(([run, han]) => (han ? pairs([...han], all) : [[...run].slice(0, LONGEST).join("")]));
}

/**
 * @param {string[]} run
 * @param {boolean} all
 */
function pairs(run, all) {
  if (run.length < 2) return run;
  const last = run.length - 2;
  const starts = [...run.keys()].filter((at) => at <= last && (all || at % 2 === 0 || at === last));
  return starts.map((at) => run[at] + run[at + 1]);
}

/** @param {string} term */
export const isHan = (term) => IS_HAN.test(term);
