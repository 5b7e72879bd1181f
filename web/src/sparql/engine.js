/* The worker that answers queries, seen from the page. */

/** @import { Answer } from "./worker.js" */
/** @import { SparqlPart } from "../types.js" */

import { byId } from "../dom.js";

/** A query that was given up. */
export class Cancelled extends Error {}

export const supported = () =>
  typeof Worker === "function" && typeof WebAssembly === "object" && typeof DecompressionStream === "function";

export class Engine {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, { resolve(told: any): void, reject(why: Error): void }>} */
  #waiting = new Map();
  /** @type {Promise<{ quads: number, ms: number }> | null} */
  #ready = null;
  #last = 0;

  /** @param {string} program @param {SparqlPart} part */
  constructor(program, part) {
    this.program = program;
    this.part = part;
  }

  /** Unpacks the graph; at once the next time, unless a query was cancelled. */
  ready() {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  #start() {
    const address = URL.createObjectURL(new Blob([this.program], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.#worker = worker;
    worker.onmessage = ({ data: { id, answer, error } }) => {
      URL.revokeObjectURL(address);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    };
    worker.onerror = ({ message }) => this.#giveUp(new Error(message || "the worker stopped"));
    const read = (/** @type {string} */ id) => byId(id).textContent ?? "";
    const { base, prefixes } = this.part;
    return this.#send({ engine: read("sparql-engine"), graph: read("sparql-graph"), base, prefixes });
  }

  /** @param {Record<string, unknown>} message @returns {Promise<any>} */
  #send(message) {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, ...message });
    });
  }

  /**
   * Rejects with what the engine says of a broken query, or with Cancelled.
   * @param {string} query
   * @returns {Promise<Answer>}
   */
  async ask(query) {
    await this.ready();
    return this.#send({ query });
  }

  /** Stops whatever runs. A new worker is made ready at once. */
  cancel() {
    this.#giveUp(new Cancelled());
    this.ready().catch(() => {});
  }

  /** @param {Error} why */
  #giveUp(why) {
    this.#worker?.terminate();
    this.#ready = null;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}
