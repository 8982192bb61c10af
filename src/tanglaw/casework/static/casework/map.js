"use strict";
// Draws the table of places as a map. Without script the table says the same.
(async () => {
  const svg = document.getElementById("map"), table = document.getElementById("place-list");
  if (!svg || !table || !window.d3 || !window.topojson) return;
  const answer = await fetch(svg.dataset.world);
  if (!answer.ok) return;
  const world = await answer.json();
  const countries = topojson.feature(world, world.objects.countries).features;
  const named = new Map(countries.map((one) => [one.id, one]));
  const places = [...table.tBodies[0].rows].map((row) => {
    const { role, country, payments, at } = row.dataset;
    const land = named.get(country);
    return { role, country, payments: Number(payments), city: Boolean(at), at: at ? at.split(",").map(Number) : land ? d3.geoCentroid(land) : null };
  }).filter((place) => place.at);
  if (!places.length) return;
  const width = 720, height = 360;
  const lands = [...new Set(places.map((place) => place.country))].map((id) => named.get(id)).filter(Boolean);
  const points = { type: "MultiPoint", coordinates: places.map((place) => place.at) };
  // The middle of what is to be seen goes to the middle of the map, so that a corridor over the Pacific is not cut.
  const [longitude] = d3.geoCentroid(points);
  const projection = d3.geoNaturalEarth1().rotate([-longitude, 0]).fitExtent([[24, 24], [width - 24, height - 24]],
    lands.length ? { type: "FeatureCollection", features: lands } : points);
  projection.clipExtent([[0, 0], [width, height]]);
  const path = d3.geoPath(projection);
  const add = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    svg.append(made);
    return made;
  };
  for (const country of countries) {
    const d = path(country);
    if (d) add("path", { d, class: lands.includes(country) ? "land meant" : "land" });
  }
  const from = places.filter((place) => place.role === "originator"), to = places.filter((place) => place.role === "beneficiary");
  for (const one of from.slice(0, 6)) {
    for (const other of to.slice(0, 12)) {
      const d = path({ type: "LineString", coordinates: [one.at, other.at] });
      if (d) add("path", { d, class: "way" });
    }
  }
  const most = Math.max(...places.map((place) => place.payments));
  for (const place of places) {
    const [x, y] = projection(place.at);
    const radius = 4 + 8 * Math.sqrt(place.payments / most);
    add("circle", { cx: x, cy: y, r: radius, class: `place ${place.role}${place.city ? "" : " coarse"}` });
  }
  svg.removeAttribute("hidden");
})();
