/* The tab in which a reader asks the graph itself: choose a question or write one, run it, read the answer. */

/** @import { Question, SparqlPart, View } from "../types.js" */
/** @import { Answered } from "./results.js" */
/** @import { Field } from "./questions.js" */

import { byId, download, element } from "../dom.js";
import { inflated } from "../inflating.js";
import { payload } from "../payload.js";
import { onChange, state } from "../state.js";
import { csv } from "../table/csv.js";
import { say, sayNumber, text } from "../words.js";
import { bind, slotsOf } from "./binding.js";
import { Cancelled, Engine, supported } from "./engine.js";
import { fault } from "./faults.js";
import { citationsOf, labelsOf, termsOf } from "./lookups.js";
import { Unfit, makeField, menuOptions } from "./questions.js";
import { plainRows, resultTable } from "./results.js";
import { tabulate } from "./tabulating.js";

/** @typedef {ReturnType<typeof import("./editor.js").startEditor>} Editor */
/** @typedef {{ startEditor: typeof import("./editor.js").startEditor, workerProgram: string }} Heavy */

const START = "SELECT DISTINCT ?thing ?label WHERE {\n  ?claim dfg:about ?thing .\n  ?thing skos:prefLabel ?label .\n}\nORDER BY ?label\nLIMIT 50\n";

/** Runs the part of the page that is only there to be asked for. @returns {Promise<Heavy>} */
async function loadHeavy() {
  const script = document.createElement("script");
  script.textContent = await inflated(byId("sparql-code").textContent ?? "").text();
  document.head.append(script);
  return /** @type {any} */ (globalThis).dfgraphSparql;
}

/** @param {SparqlPart} part */
function shortNames({ base, prefixes }) {
  return (/** @type {string} */ iri) => {
    if (iri.startsWith(base)) return iri.slice(base.length);
    const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace) && /^[\w.-]+$/.test(iri.slice(namespace.length)));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  };
}

/** @type {View["start"]} */
export function startSparql(host) {
  const part = payload.sparql;
  if (!part || !supported()) {
    const sentence = element("p", { class: "aside broken", "data-text": "sparql_unsupported" }, text("sparql_unsupported"));
    host.append(sentence);
    return {};
  }
  const waiting = element("p", { class: "aside broken", role: "status", "data-text": "sparql_preparing" }, text("sparql_preparing"));
  host.append(waiting);
  loadHeavy().then(
    (heavy) => {
      waiting.remove();
      new Room(host, part, heavy);
    },
    (error) => {
      console.error(error);
      waiting.textContent = text("sparql_unsupported");
    },
  );
  return {};
}

class Room {
  /** @type {Question | null} */
  question = null;
  /** @type {Field[]} */
  fields = [];
  /** @type {Answered | null} */
  answered = null;
  /** Numbers the runs: only the last one may show its answer. */
  run_ = 0;
  status = element("p", { role: "status", class: "aside" });
  answer = element("div", { class: "answer" });
  parameters = element("div", { class: "parameters" });
  menu = element("select", { id: "sparql-question", on: { change: () => this.choose(this.menu.value) } });
  go = element("button", { type: "button", class: "go", "data-text": "sparql_run", on: { click: () => this.run() } }, text("sparql_run"));
  stop = element("button", { type: "button", "data-text": "sparql_cancel", hidden: true, on: { click: () => this.engine.cancel() } }, text("sparql_cancel"));
  save = element("button", { type: "button", "data-text": "sparql_csv", hidden: true, on: { click: () => this.saveCsv() } }, text("sparql_csv"));

  /** @param {HTMLElement} host @param {SparqlPart} part @param {Heavy} heavy */
  constructor(host, part, { startEditor, workerProgram }) {
    this.part = part;
    this.compact = shortNames(part);
    this.engine = new Engine(workerProgram, part);
    this.engine.ready().catch(() => {}); // while the editor is being made; begin() tells how it went
    const frame = element("div", { class: "editor" });
    host.append(element("div", { class: "ask" },
      element("p", { class: "question" }, element("label", { for: "sparql-question", "data-text": "sparql_question" }, text("sparql_question")), this.menu),
      this.parameters, frame,
      element("p", { class: "buttons" }, this.go, this.stop, this.save, this.status), this.answer));
    this.editor = startEditor(frame, { text: START, label: text("sparql_editor"), run: () => this.run() });
    this.begin();
    this.choose(part.questions[0]?.name ?? "");
    onChange(["language"], () => this.speak());
  }

  async begin() {
    this.status.textContent = text("sparql_preparing");
    try {
      const { quads, ms } = await this.engine.ready();
      this.status.textContent = text("sparql_ready", { n: sayNumber(quads), ms: Math.round(ms) });
      const terms = await termsOf(this.engine);
      this.editor.know(terms.map((iri) => ({ label: this.compact(iri) })));
    } catch (error) {
      if (!(error instanceof Cancelled)) this.status.textContent = text("sparql_unsupported");
    }
  }

  /** @param {string} name of a question; "" for one's own */
  choose(name) {
    this.question = this.part.questions.find((one) => one.name === name) ?? null;
    if (this.question) this.editor.write(this.question.text);
    this.menu.replaceChildren(...menuOptions(this.part, name));
    this.showFields();
  }

  showFields() {
    const before = new Map(this.fields.map(({ parameter, box }) => [parameter.name, box.value]));
    this.fields = (this.question?.parameters ?? []).map((one) => makeField(one, this.part, this.engine, before.get(one.name) ?? ""));
    this.parameters.replaceChildren(...this.fields.map(({ part }) => part));
    this.parameters.hidden = !this.fields.length;
  }

  /** The query with what the boxes say. Throws Unfit. */
  bound() {
    const query = this.editor.text();
    const open = slotsOf(query);
    const values = this.fields.filter(({ parameter }) => open.has(parameter.name)).map((field) => [field.parameter.name, field.take()]);
    return bind(query, Object.fromEntries(values));
  }

  async run() {
    this.run_ += 1;
    const turn = this.run_;
    try {
      const query = this.bound();
      this.busy(true);
      const answer = await this.engine.ask(query);
      const table = tabulate(answer.columns, answer.rows, this.question?.several);
      const things = answer.rows.flatMap((row) => row.flatMap((term) => (term?.type === "uri" ? [term.value] : [])));
      const claims = table.rows.flatMap((row) => row.claims);
      const [labels, citations] = [await labelsOf(this.engine, things), await citationsOf(this.engine, claims)];
      if (turn !== this.run_) return;
      this.answered = { table, labels, citations, headings: this.question?.columns ?? {}, base: this.part.base, compact: this.compact };
      this.status.textContent = text("sparql_done", { n: sayNumber(table.rows.length), ms: Math.round(answer.ms) });
      this.show();
    } catch (error) {
      if (turn === this.run_) this.fail(error);
    }
    if (turn === this.run_) this.busy(false);
  }

  /** @param {unknown} error */
  fail(error) {
    this.answered = null;
    this.show();
    if (error instanceof Unfit) {
      error.field.complain(error.message);
      error.field.box.focus();
      this.status.textContent = `${say(error.field.parameter.label)}: ${error.message}`;
    } else if (error instanceof Cancelled) this.status.textContent = text("sparql_cancelled");
    else {
      const { key, why, line, column } = fault(error instanceof Error ? error.message : String(error));
      const where = line === null ? "" : text("sparql_line", { line });
      this.status.textContent = [text(key, { why }), where].filter(Boolean).join(" ");
      if (line !== null) this.editor.go(line, column ?? 1);
    }
  }

  /** @param {boolean} busy */
  busy(busy) {
    this.stop.hidden = !busy;
    this.go.disabled = busy;
    this.answer.setAttribute("aria-busy", String(busy));
    if (busy) this.status.textContent = text("sparql_running");
  }

  show() {
    const { answered } = this;
    this.save.hidden = !answered?.table.rows.length;
    const none = answered && !answered.table.rows.length ? element("p", { class: "aside" }, text("sparql_nothing")) : null;
    const parts = answered && !none ? resultTable(answered) : [none];
    this.answer.replaceChildren(...parts.filter((one) => one instanceof Node));
  }

  saveCsv() {
    if (!this.answered) return;
    download(`${this.question?.name ?? "sparql"}.csv`, csv(plainRows(this.answered), state.language), "text/csv;charset=utf-8");
  }

  /** Everything in the reader's language; what was written and answered stays. */
  speak() {
    this.menu.replaceChildren(...menuOptions(this.part, this.question?.name ?? ""));
    this.editor.rename(text("sparql_editor"));
    this.status.textContent = "";
    this.showFields();
    this.show();
  }
}
