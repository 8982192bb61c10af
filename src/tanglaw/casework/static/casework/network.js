"use strict";
// Draws the network and expands it. The table says the same, and its links work without script.
(async () => {
  const box = document.getElementById("graph"), says = document.getElementById("graph-says");
  if (!box || !window.cytoscape) return;
  const ask = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? answer.json() : null;
  };
  const data = await ask(box.dataset.address);
  if (!data) return;
  document.getElementById("graph-sheet").hidden = false;
  const colour = (name) => { box.style.color = `var(${name})`; const found = getComputedStyle(box).color; box.style.color = ""; return found; };
  const elements = (found) => [
    ...found.nodes.map((node) => ({ group: "nodes", data: { id: node.handle, label: node.account, address: node.address, protect: node.protected, role: node.role, known: node.leads.length > 0 } })),
    ...found.edges.map((edge) => ({ group: "edges", data: { id: `${edge.payer}-${edge.receiver}`, source: edge.payer, target: edge.receiver, width: 1 + Math.min(Math.log2(edge.payments), 5), label: String(edge.payments) } })),
  ];
  const style = () => [
    { selector: "node", style: { label: "data(label)", "font-size": 11, color: colour("--ink"), "background-color": colour("--for"), "text-valign": "bottom", "text-margin-y": 4, width: 22, height: 22, "text-max-width": 110, "text-wrap": "ellipsis" } },
    { selector: "node[role = 'beneficiary']", style: { "background-color": colour("--against"), shape: "round-rectangle" } },
    { selector: "node[?protect]", style: { "border-width": 4, "border-color": colour("--calm-ink"), "border-style": "double" } },
    { selector: "node[?known]", style: { "border-width": 3, "border-color": colour("--ink"), "border-style": "dashed" } },
    { selector: "node.middle", style: { width: 34, height: 34 } },
    { selector: "edge", style: { width: "data(width)", label: "data(label)", "font-size": 9, color: colour("--muted"), "line-color": colour("--edge"), "target-arrow-color": colour("--edge"), "target-arrow-shape": "triangle", "curve-style": "bezier", "text-background-color": colour("--card"), "text-background-opacity": 1, "text-background-padding": 2 } },
  ];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const graph = cytoscape({ container: box, elements: elements(data), style: style(), minZoom: 0.2, maxZoom: 3, layout: { name: "concentric", concentric: (node) => (data.middle.includes(node.id()) ? 2 : 1), levelWidth: () => 1, animate: false } });
  for (const id of data.middle) graph.getElementById(id).addClass("middle");
  const expanded = new Set(data.middle);
  const expand = async (handle, address) => {
    const node = graph.getElementById(handle);
    if (expanded.has(handle)) { says.textContent = `${node.data("label")} is expanded already.`; return; }
    says.textContent = "Looking…";
    const found = await ask(`${address}.json`);
    if (!found) { says.textContent = "No further from here: open one of its leads, and go on from there."; return; }
    expanded.add(handle);
    const before = graph.nodes().length;
    graph.add(elements(found).filter((one) => graph.getElementById(one.data.id).empty()));
    graph.layout({ name: "cose", animate: !still, animationDuration: 300, randomize: false, nodeRepulsion: 40000, idealEdgeLength: 110, nodeOverlap: 30, nodeDimensionsIncludeLabels: true, padding: 24 }).run();
    const more = graph.nodes().length - before;
    says.textContent = `${node.data("label")}: ${more} further ${more === 1 ? "account" : "accounts"}, from ${found.from_leads.length} ${found.from_leads.length === 1 ? "lead" : "leads"}.`;
  };
  graph.on("tap", "node", (event) => expand(event.target.id(), event.target.data("address")));
  for (const link of document.querySelectorAll("[data-expand]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      expand(link.dataset.expand, link.getAttribute("href"));
      box.scrollIntoView({ block: "nearest" });
    });
  }
  const redraw = () => graph.style(style());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  for (const button of document.querySelectorAll("[data-theme-switch]")) button.addEventListener("click", () => setTimeout(redraw));
})();
