/* What the engine says of a broken query, for people. Depends on its arguments alone. */

const LONG = 200;

/**
 * The key of the page's text about it, what fills that text, and where in the query it is (lines from 1), where told.
 * @param {string} message
 * @param {number} before how many lines stand before the query
 * @returns {{ key: string, why: string, line: number | null, column: number | null }}
 */
export function fault(message, before = 1) {
  const plain = message.replace(/\s+/g, " ").trim();
  const at = /\bat (\d+):(\d+)/.exec(plain);
  const line = at ? Math.max(1, Number(at[1]) - before) : null;
  const column = at ? Number(at[2]) : null;
  const [, where = "", wanted = ""] = /^(.*?)(?::? expected (.*))?$/.exec(plain) ?? [];
  if (/prefix not found/i.test(plain)) return { key: "sparql_prefix", why: "", line, column };
  if (/memory access out of bounds|unreachable|out of memory/i.test(plain)) return { key: "sparql_memory", why: "", line, column };
  const told = where.replace(/\bat \d+:\d+/, "").replace(/^error\s*/i, "").replace(/[:\s]+$/, "");
  const hint = wanted && wanted.length <= LONG ? `expected ${wanted}` : "";
  return { key: "sparql_broken", why: [told, hint].filter(Boolean).join(": "), line, column };
}
