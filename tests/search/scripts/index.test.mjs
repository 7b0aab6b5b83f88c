// An index that Python wrote, in the folder INDEX, as the scripts read it; wanted.json says what should come out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { open } from "../../../scripts/search/index.js";
import { match, ranked } from "../../../scripts/search/match.js";
import { nearest } from "../../../scripts/search/nearest.js";
import { isSpelledBy } from "../../../scripts/search/pinyin.js";
import { parse } from "../../../scripts/search/query.js";
import { shardOf } from "../../../scripts/search/shard.js";

const folder = process.env.INDEX;
const wanted = JSON.parse(await readFile(`${folder}/wanted.json`, "utf8"));
let failing = "";
/** @type {string[]} */
let asked = [];

globalThis.fetch = async (address) => {
  if (failing && String(address).includes(failing)) throw new Error("no line");
  asked.push(String(address));
  const bytes = await readFile(`${folder}${address}`);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return { ok: true, json: async () => JSON.parse(bytes.toString()), arrayBuffer: async () => buffer };
};

const index = await open("/search/", 1);

/** @param {string} typed */
async function find(typed) {
  const clauses = parse(typed, [], index.level);
  const found = await Promise.all(index.segments.map((segment) => match(segment, clauses)));
  return ranked(found, index.total).map(({ number }) => number);
}

test("every term of every segment is read as Python reads it", async () => {
  assert.equal(index.segments.length, 2);
  for (const [at, terms] of wanted.postings.entries()) {
    for (const [term, postings] of Object.entries(terms)) {
      const { numbers, weights } = await index.segments[at].postings(term);
      assert.deepEqual(numbers.map((number, each) => [number - index.segments[at].first, weights[each]]), postings, term);
    }
  }
  for (const [term, shard] of Object.entries(wanted.shards)) assert.equal(shardOf(term, 97), shard, term);
});

for (const [typed, numbers] of Object.entries(wanted.found)) {
  test(`${typed} finds what it should, the best first`, async () => assert.deepEqual(await find(typed), numbers));
}

test("cards are in the script of the page, and years are counted", async () => {
  const [card] = await index.cards([599]);
  assert.deepEqual(card, { path: "articles/599/", date: "2026-01-05", title: "蘋果第599號", place: "靜寧縣" });
  assert.deepEqual(await index.options("year", [0, 1, 599]), [["2026", "2026", 1], ["2024", "2024", 2]]);
  assert.deepEqual(await index.options("places", [0, 598, 599]), [["靜寧縣", "靜寧縣", 1]]);
});

test("letters bring names whose pinyin they are", async () => {
  assert.equal((await index.suggest("jnx"))[0], "靜寧縣");
  for (const letters of ["hgq", "hongguqu", "hongg", "hguq", "h"]) assert.ok(isSpelledBy(["hong", "gu", "qu"], letters), letters);
  for (const letters of ["gq", "hgqx", "hongx"]) assert.ok(!isSpelledBy(["hong", "gu", "qu"], letters), letters);
});

test("what finds nothing leads to its parts", async () => {
  const near = await nearest(index, parse("苹果怎么预冷", [], index.level));
  assert.deepEqual(near.map(({ text }) => text), ["苹果 预冷", "预冷", "苹果"]);
});

test("of a long query the first and last characters are looked up, and others where these leave many articles", async () => {
  const shardsFor = async (/** @type {string} */ typed) => {
    const fresh = await open("/search/", 0);
    asked = [];
    await match(fresh.segments[1], parse(typed, [], fresh.level));
    return asked.length;
  };
  assert.equal(await shardsFor("合作社年终分红方案"), 2);
  assert.equal(await shardsFor("平常的话"), 2);
  assert.ok((await shardsFor("平常常的话")) > 2);
});

test("a file that did not come is asked for again", async () => {
  const fresh = await open("/search/", 0);
  failing = "shard-";
  await assert.rejects(fresh.segments[0].postings("苹果"));
  failing = "";
  assert.ok((await fresh.segments[0].postings("苹果")).numbers.length);
});
