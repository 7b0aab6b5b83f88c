// What a reader chose on this device: the size of the text, and day or night. Nothing else is kept, nothing is sent.
// It also hands the address of an article on, copies the line that cites it, with the day of the visit, and leads to the field to search by the key /.
(function () {
  "use strict";
  var root = document.documentElement;
  var night = matchMedia("(prefers-color-scheme: dark)");

  function recall(name) {
    try { return localStorage.getItem("reader-" + name) || ""; } catch (e) { return ""; }
  }

  function keep(name, value) {
    if (value) root.dataset[name] = value; else delete root.dataset[name];
    try {
      if (value) localStorage.setItem("reader-" + name, value); else localStorage.removeItem("reader-" + name);
    } catch (e) { /* a browser that keeps nothing still shows the choice on this page */ }
  }

  function isNight() {
    return root.dataset.light ? root.dataset.light === "night" : night.matches;
  }

  function show() {
    document.querySelectorAll("[data-size]").forEach(function (button) {
      if (button !== root) button.setAttribute("aria-pressed", button.dataset.size === (root.dataset.size || ""));
    });
    document.querySelectorAll("button[data-light]").forEach(function (button) {
      button.setAttribute("aria-pressed", isNight());
    });
  }

  function today() {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function cite(button) {
    var cited = document.getElementById(button.dataset.copy);
    var visited = cited.querySelector("[data-visited]");
    visited.textContent = visited.dataset.visited + "[" + today() + "]";
    copy(cited, button);
  }

  function send(button) {
    var address = button.parentNode.querySelector("[translate]");
    if (navigator.share) navigator.share({ title: document.title, url: address.textContent }).catch(function () {});
    else copy(address, button);
  }

  function copy(shown, button) {
    getSelection().selectAllChildren(shown);
    var done = button.parentNode.querySelector("[role] span");
    function say() { done.hidden = false; }
    if (navigator.clipboard) navigator.clipboard.writeText(shown.textContent.trim()).then(say, function () {});
    else if (document.execCommand("copy")) say();
  }

  function chose(event) {
    var button = event.target.closest("button");
    if (!button) return;
    if ("size" in button.dataset) keep("size", button.dataset.size);
    if ("light" in button.dataset) {
      var wanted = isNight() ? "day" : "night";
      keep("light", wanted === (night.matches ? "night" : "day") ? "" : wanted);
    }
    if ("copy" in button.dataset) cite(button);
    if ("send" in button.dataset) send(button);
    show();
  }

  function seek(event) {
    var field = document.querySelector("input[name=q]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
  }

  if (/^(large|huge)$/.test(recall("size"))) root.dataset.size = recall("size");
  if (/^(day|night)$/.test(recall("light"))) root.dataset.light = recall("light");
  root.classList.add("js");
  if (night.addEventListener) night.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", chose);
  document.addEventListener("keydown", seek);
})();
