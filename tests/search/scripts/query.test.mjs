// The query language, as docs/search.md tells it to readers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../../scripts/search/query.js";
import { leveller, termsOf } from "../../../scripts/search/text.js";

const level = leveller(new Map([["標", "标"], ["籤", "签"], ["區", "区"], ["專", "专"], ["題", "题"]]));
const text = (text, without = false) => ({ kind: "text", text, without });
const field = (field, text, without = false) => ({ kind: "field", field, text, without });
const years = (from, to, without = false) => ({ kind: "years", from, to, without });
const SAID = [
  ["苹果 修剪", [text("苹果"), text("修剪")]],
  ["苹果　修剪，套袋", [text("苹果"), text("修剪"), text("套袋")]],
  ['"安全间隔期"', [text("安全间隔期")]],
  ["“先小人，后君子”「甲 乙」", [text("先小人，后君子"), text("甲 乙")]],
  ["＂还没写完", [text("还没写完")]],
  ["苹果 -静宁 －修剪", [text("苹果"), text("静宁", true), text("修剪", true)]],
  ['-"甲 乙"', [text("甲 乙", true)]],
  ["标签:苹果", [field("tags", "苹果")]],
  ["標籤：蘋果 地區: 静宁", [field("tags", "蘋果"), field("places", "静宁")]],
  ['专题:"果园 四季" -作者：王某', [field("series", "果园 四季"), field("authors", "王某", true)]],
  ["來源:甘肃日报", [field("sources", "甘肃日报")]],
  ["地名:静宁", [text("地名:静宁")]],
  ["作物：小麦", [field("crops", "小麦")]],
  ["年:2025 年：2023-2024年 -年:２０２２", [years(2025, 2025), years(2023, 2024), years(2022, 2022, true)]],
  ["年:2023-", [years(2023, 9999)]],
  ["年: 标签：", []],
  ["10:30 http://a.b/c 7+X GB/T", [text("10:30"), text("http://a.b/c"), text("7+X"), text("GB/T")]],
  ["10,000 3，000", [text("10,000"), text("3，000")]],
  ["- —— ，。", []],
];

for (const [typed, clauses] of SAID) {
  test(`${typed} is understood`, () => assert.deepEqual(parse(typed, [["crops", "作物"]], level), clauses));
}

test("text is levelled and cut into terms as the index is", () => {
  assert.equal(level("ＧＢ／Ｔ　標籤"), "gb/t 标签");
  assert.deepEqual(termsOf("红"), ["红"]);
  assert.deepEqual(termsOf("红古区"), ["红古", "古区"]);
  assert.deepEqual(termsOf("三抓三促"), ["三抓", "三促"]);
  assert.deepEqual(termsOf("三抓三促", true), ["三抓", "抓三", "三促"]);
  assert.deepEqual(termsOf("产值10.73亿元，gb/t"), ["产值", "10.73", "亿元", "gb/t"]);
});
