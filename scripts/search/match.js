// Clauses of a query → the articles of a segment that may answer them, and all of these in the order in which they are shown.
// @ts-check

import { IMPACT, NAMED, TITLED } from "./shard.js";
import { termsOf } from "./text.js";

/** @typedef {import("./shard.js").Postings} Postings */
/** @typedef {import("./index.js").Segment} Segment */
/** @typedef {import("./query.js").Clause} Clause */

/**
 * The articles of a segment that may answer, by number, with the weights of each clause; `known` counts the articles that each clause has by itself.
 * `suspects` are those that have all characters of a phrase which shall not be there: most of them have the phrase too, and only their pages tell.
 * @typedef {{ segment: Segment, numbers: number[], columns: number[][], known: number[], suspects: Set<number> }} Candidates
 */

/**
 * An article that may answer: its number in the order of time, where all clauses stand (2: in the title, 1: in title, terms and people), what they weigh, and whether
 * it may hold what shall not be there.
 * @typedef {{ number: number, tier: number, worth: number, isSuspect: boolean }} Hit
 */

/** So few articles of a segment are sooner looked at than looked for by further pairs of characters. */
const FEW = 3;

/** The weight of what narrows without saying anything about relevance. */
const NEUTRAL = TITLED | NAMED;

/**
 * @param {Segment} segment
 * @param {Clause[]} clauses
 * @param {boolean} [finely] look at every pair of characters, so that fewer answers are wrong and more files are asked for
 * @returns {Promise<Candidates>}
 */
export async function match(segment, clauses, finely = false) {
  const found = await Promise.all(clauses.map((clause) => postingsOf(segment, clause, finely)));
  const having = (/** @type {(clause: Clause) => boolean} */ of) => new Set(found.flatMap(({ numbers }, at) => (of(clauses[at]) ? numbers : [])));
  const unwanted = having((each) => each.without && !isPhrase(each, segment.level));
  const wanted = found.filter((_, at) => !clauses[at].without);
  const { numbers, columns } = shared(wanted.length ? wanted : [neutral(segment, 0, segment.count)]);
  const kept = [...numbers.keys()].filter((at) => !unwanted.has(numbers[at]));
  return {
    segment,
    numbers: kept.map((at) => numbers[at]),
    columns: columns.map((column) => kept.map((at) => column[at])),
    known: wanted.map((each) => each.numbers.length),
    suspects: having((each) => each.without && isPhrase(each, segment.level)),
  };
}

/**
 * May an article have all terms of a clause, and not their words?
 * @param {Clause} clause
 * @param {import("./text.js").Level} level
 */
export const isPhrase = (clause, level) => clause.kind === "text" && termsOf(level(clause.text)).length > 1;

/**
 * May articles be found that do not hold what is asked for, so that only their pages tell?
 * @param {Clause[]} clauses
 * @param {import("./text.js").Level} level
 */
export const isDoubtful = (clauses, level) => clauses.some((each) => !each.without && isPhrase(each, level));

/**
 * The articles in which all terms of a clause stand. Of a long one the first and the last are looked up before the others: mostly they leave so few that
 * their pages may tell.
 * @param {Segment} segment
 * @param {Clause} clause
 * @param {boolean} finely
 * @returns {Promise<Postings>}
 */
async function postingsOf(segment, clause, finely) {
  if (clause.kind === "years") return neutral(segment, ...segment.between(clause.from, clause.to));
  if (clause.kind === "field") {
    const { numbers } = await segment.field(clause.field, clause.text);
    return { numbers, weights: numbers.map(() => NEUTRAL) };
  }
  const isFine = clause.without || finely;
  const terms = termsOf(segment.level(clause.text), isFine);
  const of = (/** @type {string[]} */ some) => Promise.all(some.map((term) => segment.postings(term)));
  if (isFine || terms.length < 3) return together(await of(terms));
  const ends = await of([terms[0], terms[terms.length - 1]]);
  const both = together(ends);
  return both.numbers.length > FEW ? together([...ends, ...(await of(terms.slice(1, -1)))]) : both;
}

/**
 * @param {Segment} segment
 * @param {number} from
 * @param {number} to
 * @returns {Postings}
 */
function neutral(segment, from, to) {
  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, at) => segment.first + from + at);
  return { numbers, weights: numbers.map(() => NEUTRAL) };
}

/**
 * What stands in all postings, as one: with the least of its weights, and the marks that all of them bear.
 * @param {Postings[]} all
 * @returns {Postings}
 */
export function together(all) {
  const { numbers, columns } = shared(all);
  const weights = numbers.map((_, at) => columns.map((column) => column[at]).reduce(lesser));
  return { numbers, weights };
}

/**
 * @param {number} a
 * @param {number} b
 */
const lesser = (a, b) => Math.min(a & IMPACT, b & IMPACT) | (a & b & ~IMPACT);

/**
 * What stands in all postings, with the weights of each.
 * @param {Postings[]} all
 * @returns {{ numbers: number[], columns: number[][] }}
 */
function shared(all) {
  const places = all.map(() => 0);
  /** @type {number[]} */
  const numbers = [];
  /** @type {number[][]} */
  const columns = all.map(() => []);
  for (const number of all.length ? all.reduce((a, b) => (b.numbers.length < a.numbers.length ? b : a)).numbers : []) {
    const isInAll = all.every((each, at) => {
      while (each.numbers[places[at]] < number) places[at] += 1;
      return each.numbers[places[at]] === number;
    });
    if (!isInAll) continue;
    numbers.push(number);
    for (const [at, column] of columns.entries()) column.push(all[at].weights[places[at]]);
  }
  return { numbers, columns };
}

/**
 * All candidates, the best first, the suspects last: those with everything in the title, then those with everything in title and names, then by weight, where
 * rare words weigh more; of equals the newer.
 * @param {Candidates[]} all
 * @param {number} total how many articles there are
 * @returns {Hit[]}
 */
export function ranked(all, total) {
  const rarity = (all[0]?.known ?? []).map((_, clause) => {
    const known = all.reduce((sum, each) => sum + each.known[clause], 0);
    return Math.log(1 + total / (1 + known));
  });
  const hits = all.flatMap(({ numbers, columns, suspects }) =>
    numbers.map((number, at) => {
      const weights = columns.map((column) => column[at]);
      const every = (/** @type {number} */ marks) => weights.every((each) => each & marks);
      const worth = weights.reduce((sum, each, clause) => sum + worthOf(each) * (rarity[clause] ?? 0), 0);
      return { number, tier: every(TITLED) ? 2 : every(NEUTRAL) ? 1 : 0, worth, isSuspect: suspects.has(number) };
    }),
  );
  return hits.sort((a, b) => last(a, b) || b.tier - a.tier || b.worth - a.worth || b.number - a.number);
}

/**
 * Suspects below all others: hardly any of them is a hit.
 * @param {Hit} a
 * @param {Hit} b
 */
export const last = (a, b) => Number(a.isSuspect) - Number(b.isSuspect);

/** @param {number} weight */
const worthOf = (weight) => (weight & IMPACT) + (weight & TITLED ? 2 : 0) + (weight & NAMED ? 1 : 0);
