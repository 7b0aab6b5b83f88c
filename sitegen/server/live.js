/* Follow the edits of a site: fetch this page again when an edition comes, and show what is new of it. */
(() => {
  "use strict";
  if (window.sitegenFollows) return;
  window.sitegenFollows = true;

  const PLACE = "sitegen-place";
  const desk = () => document.getElementById("sitegen-desk");
  const leaving = new WeakSet(); // style sheets that stay until the ones in their place have come
  const isStyle = link => !("sitegen" in link.dataset) && !leaving.has(link);
  const stylesOf = page => [...page.querySelectorAll('link[rel~="stylesheet"]')].filter(isStyle);

  const keepPlace = () =>
    sessionStorage.setItem(PLACE, JSON.stringify({ at: location.href, x: scrollX, y: scrollY }));

  const findPlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
    sessionStorage.removeItem(PLACE);
    if (kept && kept.at === location.href) scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  };

  const load = () => { keepPlace(); location.reload(); };

  const swapStyle = (link, href) => {
    const next = link.cloneNode();
    next.href = href;
    leaving.add(link);
    for (const event of ["load", "error"]) next.addEventListener(event, () => link.remove(), { once: true });
    link.after(next);
  };

  const follow = async told => {
    const answer = await fetch(location.href, { cache: "no-cache", headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("sitegen-desk");
    const lead = (told.leads || {})[document.documentElement.lang] || told.lead;
    if (lead && (answer.status === 404 || document.visibilityState === "visible")) return location.assign(lead);
    if (!next || told.bare || next.dataset.shape !== desk().dataset.shape) return load();
    const styles = stylesOf(document);
    stylesOf(page).forEach((each, at) => {
      const href = each.getAttribute("href");
      if (styles[at] && styles[at].getAttribute("href") !== href) swapStyle(styles[at], href);
    });
    desk().replaceWith(document.adoptNode(next));
  };

  let last = Promise.resolve();
  const source = new EventSource("/~sitegen/events");
  source.addEventListener("edition", event => {
    const told = JSON.parse(event.data);
    last = last.then(() => (told.edition === desk().dataset.edition ? null : follow(told))).catch(() => {});
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", event => { if (event.persisted) load(); });
  if (document.readyState === "complete") findPlace();
  else addEventListener("load", findPlace, { once: true });
})();
