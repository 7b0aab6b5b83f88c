// An article's page → its blocks of text; needles → whether they stand there, the best place, and which words to mark.
// @ts-check

/** @typedef {import("./text.js").Level} Level */
/** @typedef {{ text: string, isMarked: boolean }} Piece */
/** @typedef {{ text: string, isBody: boolean }} Block */

/** Elements that words go on through, as sitegen/search/text.py knows them. */
const INLINE = "a,abbr,b,bdi,bdo,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,sub,sup,time,u,var,wbr";
const SILENT = "script,style,button,.here,.facts,.byline .converted,[role=status]";
const ROOM = 96;
const BEFORE = 24;

/**
 * The blocks of an article's page, as far as search knows them.
 * @param {Document} page
 * @returns {Block[]}
 */
export function blocksOf(page) {
  /** @type {Block[]} */
  const blocks = [];
  const article = page.querySelector(".article");
  if (article) gather(article, blocks, false);
  return blocks.map(({ text, isBody }) => ({ text: text.replace(/\s+/gu, " ").trim(), isBody })).filter(({ text }) => text);
}

/**
 * @param {Node} node
 * @param {Block[]} blocks
 * @param {boolean} isBody
 */
function gather(node, blocks, isBody) {
  const isElement = node instanceof Element;
  if (isElement && node.matches(SILENT)) return;
  if (isElement && !node.matches(INLINE)) {
    const inBody = isBody || node.matches(".body");
    blocks.push({ text: "", isBody: inBody });
    node.childNodes.forEach((child) => gather(child, blocks, inBody));
    blocks.push({ text: "", isBody });
  } else if (isElement) node.childNodes.forEach((child) => gather(child, blocks, isBody));
  else if (node.nodeType === 3 && blocks.length) blocks[blocks.length - 1].text += node.nodeValue;
}

/**
 * Do all needles stand in some block?
 * @param {Block[]} blocks
 * @param {string[]} needles
 * @param {Level} level
 */
export function holds(blocks, needles, level) {
  const texts = blocks.map(({ text }) => level(text));
  return needles.every((needle) => texts.some((text) => text.includes(needle)));
}

/**
 * A text in pieces, the needles marked.
 * @param {string} text
 * @param {string[]} needles
 * @param {Level} level
 * @returns {Piece[]}
 */
export function marked(text, needles, level) {
  const { levelled, starts } = aligned(text, level);
  const marks = new Uint8Array(text.length + 1);
  for (const needle of needles) {
    for (let at = levelled.indexOf(needle); needle && at >= 0; at = levelled.indexOf(needle, at + 1)) {
      marks.fill(1, starts[at], starts[at + needle.length]);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let from = 0, to; from < text.length; from = to) {
    for (to = from + 1; to < text.length && marks[to] === marks[from]; ) to += 1;
    pieces.push({ text: text.slice(from, to), isMarked: marks[from] === 1 });
  }
  return pieces;
}

/**
 * A text levelled, and where in the text each unit of it begins.
 * @param {string} text
 * @param {Level} level
 */
function aligned(text, level) {
  let levelled = "";
  let at = 0;
  /** @type {number[]} */
  const starts = [];
  for (const each of text) {
    const unit = level(each);
    for (let left = unit.length; left; left -= 1) starts.push(at);
    levelled += unit;
    at += each.length;
  }
  return { levelled, starts: [...starts, at] };
}

/**
 * The piece of the body in which most needles stand together; its beginning where none does.
 * @param {Block[]} blocks
 * @param {string[]} needles
 * @param {Level} level
 * @returns {string}
 */
export function excerpt(blocks, needles, level) {
  const body = blocks.filter(({ isBody }) => isBody);
  let best = { worth: 0, block: 0, at: 0 };
  for (const [block, { text }] of body.entries()) {
    const plain = level(text);
    for (const needle of needles) {
      const found = plain.indexOf(needle);
      if (found < 0) continue;
      const near = plain.slice(found, found + ROOM - BEFORE);
      const worth = needles.filter((each) => near.includes(each)).length;
      if (worth > best.worth) best = { worth, block, at: aligned(text, level).starts[found] };
    }
  }
  const rest = body.slice(best.block).map(({ text }) => (/[。！？；：]$/u.test(text) ? text : `${text} `));
  return cut(rest.join("").trim(), best.at);
}

/**
 * @param {string} text
 * @param {number} at
 */
function cut(text, at) {
  const from = at <= BEFORE ? 0 : beginning(text, at);
  const shown = [...text.slice(from)];
  return (from ? "……" : "") + shown.slice(0, ROOM).join("") + (shown.length > ROOM ? "……" : "");
}

/**
 * Where the words before a place begin to make sense.
 * @param {string} text
 * @param {number} at
 */
function beginning(text, at) {
  const room = text.slice(at - BEFORE, at);
  return at - BEFORE + 1 + Math.max(...[..."。！？；：，"].map((mark) => room.lastIndexOf(mark)));
}
