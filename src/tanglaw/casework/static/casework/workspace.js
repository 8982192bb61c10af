"use strict";
// Keys, theme, filters that apply at once. Everything works without it, by links and buttons.
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const store = {
    get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* a browser may refuse to store */ } },
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    const label = () => { button.textContent = isDark() ? "Light colours" : "Dark colours"; };
    button.hidden = false;
    button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; store.set("tanglaw-theme", root.dataset.theme); label(); });
    label();
  }
  for (const link of document.querySelectorAll("[data-back]")) {
    link.addEventListener("click", (event) => { if (history.length > 1) { event.preventDefault(); history.back(); } });
  }
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.who[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  for (const form of document.querySelectorAll("form[data-live]")) {
    form.addEventListener("change", (event) => { if (event.target.type !== "search") form.requestSubmit(); });
    // An address says only what differs from what the queue shows by itself.
    form.addEventListener("submit", () => { for (const field of form.elements) if (!field.value || field.value === field.dataset.default) field.disabled = true; });
  }
  addEventListener("pageshow", () => { for (const field of document.querySelectorAll("form[data-live] :disabled")) field.disabled = false; });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form[data-reset]");
    if (form && event.detail.successful) form.reset();
  });

  // A break is suggested once the work has gone on for as long as the reader chose; five minutes without a page count as one.
  const after = Number(root.dataset.breakAfter), suggestion = $("break");
  if (after && suggestion) {
    const now = Date.now(), pause = 5 * 60_000;
    const last = Number(store.get("tanglaw-last-page")) || now;
    let since = Number(store.get("tanglaw-working-since")) || now;
    if (now - last > pause) since = now;
    store.set("tanglaw-working-since", since);
    store.set("tanglaw-last-page", now);
    const look = () => { suggestion.hidden = Date.now() - since < after * 60_000; };
    suggestion.querySelector("button").addEventListener("click", () => { since = Date.now(); store.set("tanglaw-working-since", since); look(); });
    look();
    setInterval(look, 30_000);
  }

  // Keys: on until turned off, never while somebody types.
  const keys = $("keys"), on = $("keys-on");
  if (!keys) return;
  on.checked = store.get("tanglaw-keys") !== "off";
  on.addEventListener("change", () => store.set("tanglaw-keys", on.checked ? "on" : "off"));
  const rows = [...document.querySelectorAll("tr[data-row]")].filter((row) => row.querySelector("a"));
  let here = -1;
  const step = (by) => {
    if (!rows.length) return;
    if (here >= 0) rows[here].classList.remove("here");
    here = Math.min(Math.max(here + by, 0), rows.length - 1);
    rows[here].classList.add("here");
    rows[here].querySelector("a").focus({ preventScroll: true });
    rows[here].scrollIntoView({ block: "nearest" });
  };
  const press = (id) => { const target = $(id); if (target) target.click(); };
  const focus = (id) => { const target = $(id); if (target) { target.focus(); target.scrollIntoView({ block: "center" }); } };
  const acts = {
    j: () => step(1), k: () => step(-1), n: () => press("take-next"), c: () => press("claim"), d: () => focus("decide"),
    m: () => focus("note-text"), t: () => focus("task-what"), v: () => focus("validate"), "/": () => focus("find"), q: () => { location.href = "/queue"; }, "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (!on.checked || keys.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && !/^(checkbox|radio)$/.test(event.target.type)) return;
    if (Object.hasOwn(acts, event.key)) { event.preventDefault(); acts[event.key](); }
  });
})();
