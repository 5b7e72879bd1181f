/* Small scenes for tests. */

/** @import { Scene, SceneEdge, SceneNode } from "../src/types.js" */

/** @param {string} id @param {Partial<SceneNode>} rest @returns {SceneNode} */
export const node = (id, rest = {}) => ({ id, label: id, kind: 0, x: 0, y: 0, size: 10, aliases: [], statements: [], ...rest });

/** @param {number} from @param {number} to @param {Partial<SceneEdge>} rest @returns {SceneEdge} */
export const edge = (from, to, rest = {}) => ({
  ...{ id: `${from}-${to}`, from, to, label: "", bend: 0, directed: false, notes: [], statements: [] },
  ...rest,
});

/** @param {SceneNode[]} nodes @param {SceneEdge[]} edges @param {Partial<Scene>} rest @returns {Scene} */
export const scene = (nodes, edges, rest = {}) => ({
  ...{ title: "", kinds: [], nodes, edges, citations: [] },
  ...rest,
});
