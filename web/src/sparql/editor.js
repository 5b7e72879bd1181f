/* The query editor: CodeMirror in a shadow root, where its styles need no leave of the page's policy. */

/** @import { CompletionContext } from "@codemirror/autocomplete" */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

/** @typedef {{ label: string, detail?: string }} Term a name that can be completed, and what it means */

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.string, tags.literal, tags.number, tags.bool], color: "var(--code-value)" },
  { tag: [tags.namespace, tags.url, tags.propertyName, tags.atom, tags.labelName], color: "var(--code-name)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--soft)", fontStyle: "italic" },
]);

const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--soft)", borderRight: "1px solid var(--rule)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--surface)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--chosen) !important" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--rule)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--chosen)", color: "var(--ink)" },
});

/** Writing over a selection, done here: a browser does it by style attributes, which the page's policy refuses.
 * @param {InputEvent} event
 * @param {EditorView} view
 */
function writeOver(event, view) {
  const { data, inputType } = event;
  const { from, to, empty } = view.state.selection.main;
  if (empty || !data || inputType !== "insertText" || view.composing) return false;
  const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
  return true;
}

/**
 * @param {HTMLElement} host
 * @param {{ text: string, label: string, run(): void }} options
 */
export function startEditor(host, { text, label, run }) {
  const root = host.attachShadow({ mode: "open" });
  const naming = new Compartment();
  /** @type {Term[]} */
  let known = [];

  /** @param {CompletionContext} context */
  const complete = (context) => {
    const word = context.matchBefore(/[\w-]+:?[\w-]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    return { from: word.from, options: known, validFor: /^[\w-]*:?[\w-]*$/ };
  };
  const named = (/** @type {string} */ name) => EditorView.contentAttributes.of({ "aria-label": name, tabindex: "0" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        ...[lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine()],
        ...[sparql(), syntaxHighlighting(COLOURS), LOOK, autocompletion({ override: [complete], icons: false })],
        ...[EditorView.lineWrapping, EditorView.domEventHandlers({ beforeinput: writeOver }), naming.of(named(label))],
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          ...[...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap],
        ]),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    /** @param {string} written */
    write: (written) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written }, scrollIntoView: true }),
    /** @param {string} name */
    rename: (name) => view.dispatch({ effects: naming.reconfigure(named(name)) }),
    /** @param {Term[]} terms */
    know: (terms) => (known = terms),
    /** Puts the cursor where a fault is. @param {number} line @param {number} column */
    go(line, column) {
      const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(from + Math.max(0, column - 1), to) }, scrollIntoView: true });
    },
    focus: () => view.focus(),
  };
}
