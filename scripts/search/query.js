// What a reader typed → clauses: words, phrases, fields, and what shall not be there. The language is told in docs/search.md.
// @ts-check

/**
 * One condition. A text must stand on the page as it is; a field must be among its terms; years are from … to.
 * @typedef {{ kind: "text", text: string, without: boolean }} TextClause
 * @typedef {{ kind: "field", field: string, text: string, without: boolean }} FieldClause
 * @typedef {{ kind: "years", from: number, to: number, without: boolean }} YearsClause
 * @typedef {TextClause | FieldClause | YearsClause} Clause
 */

/** The names of fields as readers write them, in either script; the site's own names of its taxonomies stand beside them. */
const FIELDS = [
  ["tags", "标签", "標籤", "tag"],
  ["places", "地区", "地區", "place"],
  ["series", "专题", "專題"],
  ["authors", "作者", "author"],
  ["sources", "来源", "來源", "source"],
  ["year", "年", "年份"],
];

const QUOTED = `"[^"]*"?|“[^”]*”?|「[^」]*」?|『[^』]*』?`;
const CLAUSE = new RegExp(`([-−－]?)(?:([^\\s:："“”「」『』-][^\\s:："“”「」『』]*)[:：][\\s　]*)?(${QUOTED}|[^\\s"“”「」『』]+)`, "gu");

/** Marks between words, with the figure before and behind them. */
const BETWEEN = /([\d０-９])?[、，；。！？,;!?]+(?=([\d０-９])?)/gu;

/**
 * @param {string} typed
 * @param {[string, ...string[]][]} named the taxonomies of the site: key, names
 * @param {(text: string) => string} level what makes the names of either script alike
 * @returns {Clause[]}
 */
export function parse(typed, named, level) {
  const fields = new Map([...FIELDS, ...named].flatMap(([key, ...names]) => [key, ...names].map((name) => [level(name), key])));
  return [...typed.replaceAll("＂", '"').matchAll(CLAUSE)].flatMap(([whole, minus, name, value]) => {
    const without = minus !== "";
    const field = name && fields.get(level(name));
    if (field === "year") return years(bare(value), without);
    if (field) return bare(value) ? [{ kind: "field", field, text: bare(value), without }] : [];
    if (/[:：]$/u.test(value) && fields.has(level(value.slice(0, -1)))) return [];
    if (name) value = whole.slice(minus.length);
    const texts = bare(value) === value ? value.replace(BETWEEN, apart).split(/\s+/u) : [bare(value)];
    return texts.filter(isSaying).map((text) => /** @type {Clause} */ ({ kind: "text", text, without }));
  });
}

/**
 * Marks part words, but not the figures of a number.
 * @param {string} marks
 * @param {string} [before]
 * @param {string} [behind]
 */
const apart = (marks, before = "", behind = "") => (before && behind ? marks : `${before} `);

/** @param {string} text */
const isSaying = (text) => /[\p{L}\p{N}]/u.test(text);

/** @param {string} value */
const bare = (value) => (/^["“「『]/u.test(value) ? value.slice(1).replace(/["”」』]$/u, "") : value).trim();

/**
 * 2024, 2024年, 2023-2025, 2023— (until now).
 * @param {string} value
 * @param {boolean} without
 * @returns {YearsClause[]}
 */
function years(value, without) {
  const found = /^(\d{1,4})年?(?:([-~至到—–]+)(\d{0,4})年?)?$/u.exec(value.normalize("NFKC"));
  if (!found) return [];
  const from = Number(found[1]);
  return [{ kind: "years", from, to: found[3] ? Number(found[3]) : found[2] ? 9999 : from, without }];
}
