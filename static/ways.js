// Two doors for whoever has JavaScript: an article at random, and the day that today is. Everything else is there without it.
// @ts-check

/**
 * Show a button of the page and let it do something.
 * @param {string} id
 * @param {() => void} open
 */
function door(id, open) {
  const button = document.getElementById(id);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", open);
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * Links of a page, with addresses that hold from anywhere.
 * @param {Document} page
 * @param {string} selector
 * @param {string} address
 * @returns {{ href: string, weight: number }[]}
 */
function links(page, selector, address) {
  return [...page.querySelectorAll(selector)].map((link) => ({
    href: new URL(link.getAttribute("href") ?? "", new URL(address, location.href)).href,
    weight: Number.parseInt(link.querySelector(".count")?.textContent ?? "1", 10) || 1,
  }));
}

/**
 * One of several; twice the weight is drawn twice as often.
 * @param {{ href: string, weight: number }[]} all
 * @returns {string | undefined}
 */
function draw(all) {
  let left = Math.random() * all.reduce((sum, each) => sum + each.weight, 0);
  return all.find((each) => (left -= each.weight) < 0)?.href;
}

/**
 * Draw a month by the number of its articles, then one of them.
 * @param {string} archive
 */
async function goAnywhere(archive) {
  const month = draw(links(await read(archive), ".bars a", archive));
  const article = month && draw(links(await read(month), ".digest a", month));
  if (article) location.assign(article);
}

const archive = document.getElementById("draw")?.dataset.archive;
if (archive) {
  const here = () => draw(links(document, ".digest a", location.href)) ?? archive;
  door("draw", () => void goAnywhere(archive).catch(() => location.assign(here())));
}

const now = new Date();
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
const today = document.querySelector(`.dates a[href$="/${two(now.getMonth() + 1)}-${two(now.getDate())}/"]`);
if (today) {
  today.setAttribute("aria-current", "date");
  door("today", () => location.assign(today.getAttribute("href") ?? ""));
}
