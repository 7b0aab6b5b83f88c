// The search page: what is typed and chosen → the address, the hits, and what is said of them.
// @ts-check

import { open } from "./index.js";
import { parse } from "./query.js";
import { isDoubtful, last, match, ranked } from "./match.js";
import { nearest } from "./nearest.js";
import { Results } from "./results.js";
import { choice, links, named, the, words } from "./show.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./match.js").Candidates} Candidates */
/** @typedef {import("./match.js").Hit} Hit */
/** @typedef {import("./query.js").Clause} Clause */

/** What is asked for: the words typed, the order, and for each filter the term that was chosen. */
/** @typedef {{ typed: string, sort: string, filters: Map<string, string> }} Wish */

/** Milliseconds: until a key is taken as the last one, until waiting is told, until older articles are no longer waited for. */
const PAUSE = 20;
const PATIENCE = 300;
const HURRY = 150;

const finding = the("finding");
const { root = "/", home = "/" } = finding.dataset;

const field = /** @type {HTMLInputElement} */ (the("q"));
const scripts = (finding.dataset.homes ?? "").split(" ").filter(Boolean);
const taxonomies = named();
const names = new Map([["year", words("year")], ...taxonomies]);
const filters = /** @type {HTMLDetailsElement} */ (the("filters"));
const homes = [home, ...scripts.filter((each) => each !== home)];
const hitList = the("hits");

/** @type {Promise<Index> | undefined} */
let opened;
let turn = 0;
let isTyping = false;
/** @type {Results | undefined} */
let results;

/** @returns {Promise<Index>} */
function index() {
  opened ??= open(`${root}search/`, scripts.indexOf(home));
  opened.catch(() => (opened = undefined));
  return opened;
}

/** @returns {Wish} */
function wishOf(address = location.search) {
  const asked = new URLSearchParams(address);
  const [typed, sort] = [asked.get("q") ?? "", asked.get("sort") ?? ""];
  asked.delete("q");
  asked.delete("sort");
  return { typed, sort, filters: new Map([...asked].filter(([name, value]) => value && names.has(name))) };
}

/** @param {Wish} wish */
function addressOf({ typed, sort, filters }) {
  const asked = new URLSearchParams([["q", typed], ...filters, ["sort", sort]].filter(([, value]) => value)).toString();
  return location.pathname + (asked && `?${asked}`);
}

/**
 * Put a wish into the address: what is typed in one go is one step back.
 * @param {Wish} wish
 * @param {{ typing: boolean }} how
 */
function keep(wish, { typing }) {
  const address = addressOf(wish);
  if (address === location.pathname + location.search) return;
  if (typing && isTyping) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  isTyping = typing;
}

/**
 * @param {Wish} wish
 * @param {Index} index
 * @param {string} [but] a filter that is left out
 * @returns {Clause[]}
 */
function clausesOf({ typed, filters }, { level }, but) {
  const chosen = [...filters].filter(([name]) => name !== but);
  return [...parse(typed, taxonomies, level), ...chosen.flatMap(([name, text]) => narrowing(name, text))];
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Clause[]}
 */
function narrowing(name, text) {
  if (name !== "year") return [{ kind: "field", field: name, text, without: false }];
  return [{ kind: "years", from: Number(text) || 0, to: Number(text) || 0, without: false }];
}

/** Answer what the address asks for. */
async function find() {
  const mine = (turn += 1);
  const isMine = () => mine === turn;
  const wish = wishOf();
  results = undefined;
  const waiting = setTimeout(() => isMine() && (!results || results.isFresh) && say(words("looking")), PATIENCE);
  the("failed").hidden = true;
  hitList.setAttribute("aria-busy", "true");
  the("manual").hidden = Boolean(wish.typed.trim() || wish.filters.size);
  try {
    const found = await index();
    if (isMine()) await Promise.all([answer(found, wish, isMine), suggest(found, wish, isMine)]);
  } catch {
    if (isMine()) fail();
  } finally {
    clearTimeout(waiting);
    if (isMine()) hitList.setAttribute("aria-busy", "false");
  }
}

/**
 * @param {Index} index
 * @param {Wish} wish
 * @param {() => boolean} isMine
 */
async function answer(index, wish, isMine) {
  const clauses = clausesOf(wish, index);
  the("narrow").hidden = !clauses.length;
  if (!clauses.length) return clear();
  const texts = (/** @type {boolean} */ without) =>
    clauses.flatMap((each) => (each.kind === "text" && each.without === without ? [index.level(each.text)] : []));
  const mine = new Results(index, hitList, homes, texts(false), {
    unwanted: texts(true),
    isDoubtful: isDoubtful(clauses, index.level),
    finer: async () => ordered(await Promise.all(arrived.map(finely)), index, wish),
    isMine,
    changed: () => {
      report(mine, wish, isPartial());
      if (isDone) help().catch(fail);
    },
  });
  const finely = (/** @type {Candidates} */ each) => (each.numbers.length ? match(each.segment, clauses, true) : each);
  const help = async () => void (isMine() && mine.count === 0 && (await helpOn(index, wish, clauses, isMine)));
  let isDone = false;
  /** @type {Candidates[]} */
  const arrived = [];
  /** @type {unknown[]} */
  const lost = [];
  const isPartial = () => arrived.length + lost.length < index.segments.length;
  const offer = () => mine.offer(ordered(arrived, index, wish));
  results = mine;
  let isLate = false;
  const hasCome = () => isLate && isMine() && arrived.length && isPartial() && void offer().catch(fail);
  const hurry = setTimeout(() => (isLate = true) && hasCome(), HURRY);
  const coming = index.segments.map((segment) =>
    match(segment, clauses).then((found) => arrived.push(found) && hasCome(), (error) => lost.push(error)),
  );
  await Promise.all(coming);
  clearTimeout(hurry);
  if (!isMine()) return;
  await Promise.all([offer(), offerFilters(index, wish, arrived)]);
  if (lost.length) throw lost[0];
  isDone = true;
  await help();
}

/**
 * @param {Candidates[]} arrived
 * @param {Index} index
 * @param {Wish} wish
 * @returns {Hit[]}
 */
function ordered(arrived, index, { sort }) {
  const hits = ranked(arrived, index.total);
  return sort === "date" ? hits.sort((a, b) => last(a, b) || b.number - a.number) : hits;
}

function clear() {
  results = undefined;
  hitList.replaceChildren();
  the("further").hidden = true;
  the("nearest").hidden = true;
  say("");
}

/** @param {string} text */
function say(text) {
  const status = the("status");
  if (status.textContent !== text) status.textContent = text;
}

/**
 * @param {Results} results
 * @param {Wish} wish
 * @param {boolean} isPartial
 */
function report(results, wish, isPartial) {
  const { count, rest, isCertain } = results;
  const further = the("further");
  the("nearest").hidden = true;
  further.hidden = rest <= 0;
  further.textContent = words("further", Math.min(10, rest));
  if (count || rest || isPartial) say(words(isCertain ? "found" : "about", count) + (isPartial ? words("older") : ""));
  else say(words("none", wish.typed.trim()));
  the("narrow").hidden = !count && !wish.filters.size;
}

/**
 * @param {Index} index
 * @param {Wish} wish
 * @param {Clause[]} clauses
 * @param {() => boolean} isMine
 */
async function helpOn(index, wish, clauses, isMine) {
  the("manual").hidden = false;
  const near = await nearest(index, clauses);
  if (!isMine() || !near.length) return;
  offerLinks(the("nearest"), near.map(({ text, count }) => ({ text: words("count", text, count), wish: { ...wish, typed: text, filters: new Map() } })));
}

/**
 * Words whose pinyin is what was typed last.
 * @param {Index} index
 * @param {Wish} wish
 * @param {() => boolean} isMine
 */
async function suggest(index, wish, isMine) {
  const [, before, letters] = /^(.*?)([a-z']*)$/isu.exec(wish.typed) ?? [];
  const found = letters.length > 1 && !/[\p{L}\p{N}]$/u.test(before) ? await index.suggest(letters.toLowerCase()) : [];
  if (!isMine()) return;
  the("suggested").hidden = !found.length;
  offerLinks(the("suggested"), found.map((text) => ({ text, wish: { ...wish, typed: before + text } })));
}

/**
 * @param {HTMLElement} place
 * @param {{ text: string, wish: Wish }[]} all
 */
function offerLinks(place, all) {
  place.hidden = !all.length;
  place.querySelector("ul")?.replaceChildren(...links(all.map(({ text, wish }) => ({ text, address: addressOf(wish) }))));
}

/**
 * Fill the filters with what the hits have, as soon as somebody wants to see them.
 * @param {Index} index
 * @param {Wish} wish
 * @param {Candidates[]} arrived
 */
async function offerFilters(index, wish, arrived) {
  if (!filters.open && !wish.filters.size) return;
  filters.open = true;
  const mine = turn;
  const choices = await Promise.all(
    [...names].map(async ([name, label]) => {
      const hits = wish.filters.has(name) ? await everywhere(index, clausesOf(wish, index, name)) : arrived;
      const options = await index.options(name, hits.flatMap(({ numbers, suspects }) => numbers.filter((each) => !suspects.has(each))));
      return options.length ? [choice(name, label, options, wish.filters.get(name) ?? "")] : [];
    }),
  );
  const place = /** @type {HTMLElement} */ (filters.querySelector(".filters"));
  if (mine === turn && !place.contains(document.activeElement)) place.replaceChildren(...choices.flat());
}

/**
 * @param {Index} index
 * @param {Clause[]} clauses
 */
const everywhere = (index, clauses) => Promise.all(index.segments.map((segment) => match(segment, clauses)));

function fail() {
  opened = undefined; // another entry may name other files
  the("failed").hidden = false;
  if (!results?.count) say("");
}

/** Go to another wish, as one step of the history. */
function go(/** @type {Partial<Wish>} */ change) {
  keep({ ...wishOf(), typed: field.value, ...change }, { typing: false });
  arrive();
}

/** Show what the address says. */
function arrive() {
  const wish = wishOf();
  if (field.value !== wish.typed) field.value = wish.typed;
  for (const each of document.querySelectorAll("[data-sort]")) {
    each.setAttribute("aria-pressed", String(each.getAttribute("data-sort") === wish.sort));
  }
  void find();
}

/** @type {ReturnType<typeof setTimeout>} */
let pause;

function typed() {
  clearTimeout(pause);
  pause = setTimeout(() => {
    keep({ ...wishOf(), typed: field.value }, { typing: true });
    void find();
  }, PAUSE);
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = [field, ...document.querySelectorAll("#suggested a, #nearest a, #hits h2 a")].filter((each) => each.getClientRects().length);
  const at = stops.indexOf(/** @type {Element} */ (document.activeElement));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && at > 0) field.focus();
  else if (step && at >= 0 && stops[at + step]) /** @type {HTMLElement} */ (stops[at + step]).focus();
  else return;
  event.preventDefault();
}

field.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || typed());
field.addEventListener("compositionend", typed);
the("finding").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({});
});
document.addEventListener("keydown", press);
for (const place of [the("suggested"), the("nearest")]) {
  place.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    keep(wishOf(link.search), { typing: false });
    arrive();
    field.focus();
  });
}
the("narrow").addEventListener("click", ({ target }) => {
  const sort = /** @type {Element} */ (target).getAttribute("data-sort");
  if (sort !== null) go({ sort });
});
filters.addEventListener("change", ({ target }) => {
  const { name, value } = /** @type {HTMLSelectElement} */ (target);
  go({ filters: new Map([...wishOf().filters, [name, value]]) });
});
filters.addEventListener("toggle", () => filters.open && !filters.querySelector("select") && void find());
the("further").addEventListener("click", () => void results?.more().catch(fail));
the("again").addEventListener("click", arrive);
addEventListener("popstate", () => {
  isTyping = false;
  arrive();
});
arrive();
