"use strict";
// Sets the theme that the reader chose, before the page is painted.
(() => {
  try {
    const chosen = localStorage.getItem("tanglaw-theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch { /* a browser may refuse to store */ }
})();
