"use strict";
// Adds filter, order, keys and a theme switch. Every word of the report is there without it.
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;

  // Theme: what the system says until the reader says otherwise.
  const theme = $("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => { try { return localStorage.getItem("tanglaw-theme"); } catch { return null; } };
  const remember = (value) => { try { localStorage.setItem("tanglaw-theme", value); } catch { /* a file may have no store */ } };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `Use ${isDark() ? "light" : "dark"} colours`); };
  if (remembered()) root.dataset.theme = remembered();
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; remember(root.dataset.theme); label(); });
  dark.addEventListener("change", label);
  label();

  // Filter and order: each section keeps its own leads.
  const leads = [...document.querySelectorAll("article.lead:not(.group)")];
  if (!leads.length) return;
  const tools = $("tools"), find = $("find"), pattern = $("pattern"), order = $("order"), keys = $("keys"), status = $("status");
  const words = new Map(leads.map((lead) => [lead, lead.textContent.toLowerCase()]));
  const rows = new Map(leads.map((lead) => [lead, document.querySelector(`tr[data-lead="${lead.id}"]`)]));
  const value = { rank: (d) => Number(d.rank), probability: (d) => -d.probability, urgency: (d) => -d.urgency, last: (d) => -Date.parse(d.last), total: (d) => -d.total };
  const apply = () => {
    const wanted = find.value.trim().toLowerCase().split(/\s+/);
    let shown = 0;
    for (const lead of leads) {
      const fits = (!pattern.value || lead.dataset.pattern === pattern.value) && wanted.every((word) => words.get(lead).includes(word));
      lead.hidden = rows.get(lead).hidden = !fits;
      shown += fits;
    }
    const by = value[order.value];
    for (const lead of [...leads].sort((a, b) => by(a.dataset) - by(b.dataset) || a.dataset.rank - b.dataset.rank)) {
      lead.parentElement.append(lead);
      rows.get(lead).parentElement.append(rows.get(lead));
    }
    status.textContent = `${shown} of ${leads.length} leads shown`;
  };
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  for (const control of [find, pattern, order]) control.addEventListener("input", apply);

  // Keys: off until asked for, so that no single letter surprises a reader who speaks or uses a screen reader.
  const step = (by) => {
    const open = [...document.querySelectorAll("article.lead:not([hidden], .group)")];
    const here = open.findIndex((lead) => lead.contains(document.activeElement));
    const next = open[here < 0 ? (by > 0 ? 0 : -1) : here + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView(); }
  };
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); find.focus(); }
  });

  // On paper nothing can be opened by hand.
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; for (const one of opened) one.open = true; });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
