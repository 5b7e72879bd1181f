/** The page that leads to all others: its language, which the pages behind its links open in too. */

const root = document.documentElement;

/** @param {string} language */
function show(language) {
  root.lang = language;
  document.title = document.querySelector(`h1 [lang=${language}]`)?.textContent ?? document.title;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".pages a"))) {
    link.hash = `lang=${language}`;
  }
}

const wanted = new URLSearchParams(location.hash.slice(1)).get("lang");
if (wanted === "vi" || wanted === "en") show(wanted);
document.getElementById("language")?.addEventListener("click", () => {
  show(root.lang === "vi" ? "en" : "vi");
  history.replaceState(null, "", `#lang=${root.lang}`);
});
