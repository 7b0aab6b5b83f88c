// Hits, suggestions and filters → elements of the page. What is said stands in the template, in the script of the page.
// @ts-check

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./index.js").Card} Card */

/**
 * An element of the page; the template promises it.
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
export const the = (id) => /** @type {T} */ (document.getElementById(id));

/** @type {Map<string, string>} */
const WORDS = new Map();

/**
 * What the template says in some place, with values for each {} in it.
 * @param {string} name
 * @param {...(string | number)} values
 */
export function words(name, ...values) {
  if (!WORDS.size) {
    const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("words"));
    for (const each of content.querySelectorAll("[data-word]")) WORDS.set(each.getAttribute("data-word") ?? "", each.textContent ?? "");
  }
  return (WORDS.get(name) ?? "").split("{}").reduce((said, rest, at) => said + (values[at - 1] ?? "") + rest);
}

/**
 * The ways in which the articles of the site are sorted, as the template names them.
 * @returns {[key: string, name: string][]}
 */
export function named() {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("words"));
  return [...content.querySelectorAll("[data-field]")].map((each) => [each.getAttribute("data-field") ?? "", each.textContent ?? ""]);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {Piece[]} pieces */
const inline = (pieces) => pieces.map(({ text, isMarked }) => (isMarked ? element("mark", {}, text) : text));

/**
 * @param {Card} card
 * @param {string} address
 * @param {Piece[]} title
 */
export function hit(card, address, title) {
  const facts = element("p", { class: "when" }, day(card.date));
  if (card.place) facts.append(element("span", {}, card.place));
  return element(
    "li",
    {},
    element("h2", {}, element("a", { href: address }, ...inline(title))),
    element("p", { class: "excerpt" }),
    facts,
  );
}

/**
 * @param {HTMLLIElement} item
 * @param {Piece[]} pieces
 */
export function tell(item, pieces) {
  item.querySelector(".excerpt")?.replaceChildren(...inline(pieces));
}

/**
 * A date as people write it: 2024年10月12日, as rough as it is known.
 * @param {string} iso
 */
function day(iso) {
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  if (!year) return element("span", { class: "undated" }, words("undated"));
  return element("time", { datetime: iso }, `${year}年${month ? `${month}月` : ""}${date ? `${date}日` : ""}`);
}

/**
 * @param {{ text: string, address: string }[]} links
 * @returns {HTMLLIElement[]}
 */
export const links = (links) => links.map(({ text, address }) => element("li", {}, element("a", { href: address }, text)));

/**
 * One of several, or all: a list to choose from, with counts.
 * @param {string} name
 * @param {string} label
 * @param {[value: string, text: string, count: number][]} options
 * @param {string} chosen
 */
export function choice(name, label, options, chosen) {
  const select = element("select", { name }, element("option", { value: "" }, words("all")));
  select.append(...options.map(([value, text, count]) => element("option", { value }, words("count", text, count))));
  if (chosen && !options.some(([value]) => value === chosen)) select.append(element("option", { value: chosen }, chosen));
  select.value = chosen;
  return element("label", {}, element("span", {}, label), select);
}
