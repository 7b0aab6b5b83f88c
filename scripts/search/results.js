// The order of the hits → the list on the page, which grows as one reads and never moves what stands there.
// @ts-check

import { marked } from "./excerpt.js";
import { read } from "./reading.js";
import { hit, tell } from "./show.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./index.js").Card} Card */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./match.js").Hit} Hit */

const FIRST = 5;
const MORE = 10;

/** Milliseconds to wait for the pages of hits that may yet fall away. */
const PROOF = 400;

/** How often to look for hits in the place of those that fell away, before one asks for more. */
const ROUNDS = 6;

export class Results {
  /**
   * @param {Index} index
   * @param {HTMLElement} list
   * @param {string[]} homes
   * @param {string[]} needles what the pages must hold, levelled
   * @param {{ unwanted: string[], isDoubtful: boolean, finer: () => Promise<Hit[]>, isMine: () => boolean, changed: () => void }} how
   */
  constructor(index, list, homes, needles, { unwanted, isDoubtful, finer, isMine, changed }) {
    this.index = index;
    this.list = list;
    this.homes = homes;
    this.needles = needles;
    this.unwanted = unwanted;
    this.isDoubtful = isDoubtful;
    /** @type {(() => Promise<Hit[]>) | undefined} what to ask for once where most of the hits are wrong */
    this.finer = isDoubtful ? finer : undefined;
    this.isMine = isMine;
    this.changed = changed;
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {Set<number>} what stands in the list, and what was taken out of it */
    this.listed = new Set();
    /** @type {Set<number>} */
    this.dropped = new Set();
    this.wanted = FIRST;
    this.rounds = ROUNDS;
    this.isFresh = true;
    /** @type {Promise<void>} */
    this.growing = Promise.resolve();
  }

  /** How many hits there are; what is hardly one counts once it is in the list. */
  get count() {
    return this.listed.size - this.dropped.size + this.#rest.filter(({ isSuspect }) => !isSuspect).length;
  }

  /** Are all hits known to be right? */
  get isCertain() {
    return !(this.isDoubtful ? this.rest : this.#rest.some(({ isSuspect }) => isSuspect));
  }

  /** How many hits are not in the list yet. */
  get rest() {
    return this.#rest.length;
  }

  get #rest() {
    return this.hits.filter(({ number }) => !this.listed.has(number));
  }

  /** @param {Hit[]} hits a better order, of more of them */
  offer(hits) {
    this.hits = hits;
    return this.#fill();
  }

  more() {
    this.wanted += MORE;
    this.rounds = ROUNDS;
    return this.#fill();
  }

  #fill() {
    this.growing = this.growing.catch(() => {}).then(() => this.#grow());
    return this.growing;
  }

  async #grow() {
    for (;;) {
      const room = this.rounds > 0 ? this.wanted - this.listed.size + this.dropped.size : 0;
      const next = this.#rest.slice(0, Math.max(0, room));
      const cards = await this.index.cards(next.map(({ number }) => number));
      const proofs = cards.map((card, at) => this.#prove(card, next[at]));
      if (this.isDoubtful || next.some(({ isSuspect }) => isSuspect)) await Promise.race([Promise.all(proofs), new Promise((done) => setTimeout(done, PROOF))]);
      if (!this.isMine()) return;
      if (this.isFresh) this.list.replaceChildren();
      this.isFresh = false;
      for (const [at, card] of cards.entries()) this.#add(next[at].number, card, proofs[at]);
      await Promise.resolve();
      if (this.finer && this.rest > MORE && this.dropped.size * 2 > this.listed.size) await this.#refine(this.finer);
      this.changed();
      if (!next.length) return;
      this.rounds -= 1;
    }
  }

  /** @param {() => Promise<Hit[]>} finer */
  async #refine(finer) {
    this.finer = undefined;
    this.hits = await finer();
  }

  /**
   * @param {Card} card
   * @param {Hit} hit
   * @returns {Promise<Piece[] | undefined>} its best place; nothing where it is no hit; where its page cannot be had, the likelier is believed
   */
  #prove(card, { isSuspect }) {
    const unwanted = isSuspect ? this.unwanted : [];
    return read(card.path, this.homes, this.needles, unwanted, this.index.level).catch(() => (isSuspect ? undefined : []));
  }

  /**
   * @param {number} number
   * @param {Card} card
   * @param {Promise<Piece[] | undefined>} proof
   */
  #add(number, card, proof) {
    this.listed.add(number);
    const item = hit(card, this.homes[0] + card.path, marked(card.title, this.needles, this.index.level));
    this.list.append(item);
    proof.then((pieces) => {
      if (pieces) return tell(item, pieces);
      this.dropped.add(number);
      item.remove();
      if (this.isMine()) void this.#fill().catch(() => {});
    });
  }
}
