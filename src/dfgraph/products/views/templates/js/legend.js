/* The legend: each kind with its colour, its shape and its count; clearing its box hides it. */

const SHAPES = {
  square: "1.5,1.5 12.5,1.5 12.5,12.5 1.5,12.5",
  diamond: "7,0.5 13.5,7 7,13.5 0.5,7",
  triangle: "7,1 13.5,12.5 0.5,12.5",
  triangleDown: "0.5,1.5 13.5,1.5 7,13",
  hexagon: "0.5,7 3.7,1.2 10.3,1.2 13.5,7 10.3,12.8 3.7,12.8",
  star: "7,0.5 8.8,5 13.6,5.2 9.8,8.2 11.1,12.8 7,10.2 2.9,12.8 4.2,8.2 0.4,5.2 5.2,5",
};

/** A small picture of a kind. */
function swatch({ colour: fill, shape }) {
  const make = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const picture = make("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true", class: "swatch" });
  picture.append(
    shape in SHAPES ? make("polygon", { points: SHAPES[shape], fill }) : make("circle", { cx: 7, cy: 7, r: 6, fill }),
  );
  return picture;
}

function showLegend(changed) {
  const counts = scene.kinds.map((_, kind) => scene.nodes.filter((node) => node.kind === kind).length);
  byId("kinds").replaceChildren(
    ...scene.kinds.map((kind, at) => {
      const box = element("input", {
        type: "checkbox",
        id: `kind-${at}`,
        on: {
          change: () => {
            if (box.checked) state.hiddenKinds.delete(at);
            else state.hiddenKinds.add(at);
            changed();
          },
        },
      });
      box.checked = !state.hiddenKinds.has(at);
      const label = element(
        "label",
        { for: box.id, title: text("legend_hint") },
        swatch(kind),
        spoken(kind.label),
        element("span", { class: "count" }, String(counts[at])),
      );
      return element("li", {}, box, label);
    }),
  );
}
