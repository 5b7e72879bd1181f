/* The keys of the picture. */

/**
 * @typedef {object} KeyActs
 * @property {(direction: [number, number]) => void} walk
 * @property {(factor: number) => void} zoom
 * @property {() => void} seeAll
 * @property {() => void} leave
 * @property {() => void} enter
 */

/** @param {HTMLElement} frame @param {KeyActs} acts */
export function watchKeys(frame, { walk, zoom, seeAll, leave, enter }) {
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => walk([-1, 0]),
    ArrowRight: () => walk([1, 0]),
    ArrowUp: () => walk([0, -1]),
    ArrowDown: () => walk([0, 1]),
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    0: seeAll,
    Escape: leave,
    Enter: enter,
  };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
