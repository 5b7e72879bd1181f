/* The part of SPARQL that a page only runs when its tab is opened: the editor, and the program of the worker. */

export { startEditor } from "./editor.js";
export { default as workerProgram } from "./worker.js?text";
