/** The data that stands in a page. A node, an edge, a kind or a citation is known by its place in its list. */

export type Language = "vi" | "en";

/** A text: one string where it is the same in every language. */
export type Words = string | { vi?: string; en?: string };

/** From, until, and as people write it; ISO dates, null for an open end. */
export type Interval = [start: string | null, end: string | null, text: Words];

/** By the key of a facet, the places of the values that are stated. */
export type FacetValues = Record<string, number[]>;

export interface Statement {
  field: Words;
  value: Words;
  notes: number[];
  node?: number;
  derived?: boolean;
  contested?: boolean;
}

export interface Kind {
  label: Words;
  colour: string;
  shape: string;
}

export interface SceneNode {
  id: string;
  label: Words;
  kind: number;
  x: number;
  y: number;
  size: number;
  aliases: string[];
  statements: Statement[];
  lon?: number;
  lat?: number;
  facets?: FacetValues;
  when?: Interval[];
}

export interface SceneEdge {
  id: string;
  from: number;
  to: number;
  label: Words;
  bend: number;
  directed: boolean;
  notes: number[];
  statements: Statement[];
  name?: Words;
  node?: number;
  derived?: boolean;
  facets?: FacetValues;
  when?: Interval[];
}

export interface Citation {
  source: Words;
  url?: string;
  paragraph?: number;
  page?: number;
  date?: Words;
  speaker?: Words;
  confidence?: Words;
  because?: Words;
  /** what the curator of the claim remarks on it */
  remark?: Words;
  stance?: Words;
  open?: boolean;
}

/** What readers can filter by. `ids` stand in addresses: they outlive labels and places. */
export interface Facet {
  key: string;
  label: Words;
  values: Words[];
  ids?: string[];
}

/** One item of the timeline. */
export interface Moment {
  id: string;
  name: Words;
  kind: Words;
  node?: number;
  edge?: number[];
  start: string | null;
  end: string | null;
  text: Words;
  notes: number[];
}

export interface Series {
  label: Words;
  unit: Words;
  what?: Words;
}

/** One reported number. */
export interface Figure {
  id: string;
  series: number;
  about: Words;
  start: string | null;
  end: string | null;
  text: Words;
  value: number;
  said: Words;
  hedged: boolean;
  contested: boolean;
  notes: number[];
  node?: number;
  /** An amount over its time, not one at a moment. */
  flow?: boolean;
}

/** Several nodes drawn as one until a reader opens them. */
export interface Group {
  label: Words;
  kind: number;
  x: number;
  y: number;
  size: number;
  members: number[];
}

export interface Scene {
  title: Words;
  kinds: Kind[];
  nodes: SceneNode[];
  edges: SceneEdge[];
  citations: Citation[];
  facets?: Facet[];
  moments?: Moment[];
  series?: Series[];
  figures?: Figure[];
  groups?: Group[];
  aggregated?: { by: Words };
  shown?: { nodes: number; of: number };
}

/** A label on the map. */
export interface MapLabel {
  id: string;
  lon: number;
  lat: number;
  vi: string;
  en: string;
}

export interface Parameter {
  name: string;
  label: Words;
  help: Words;
  required: boolean;
  /** The class of which a thing must be, as an IRI; else the value has a datatype. */
  range?: string;
  datatype?: string;
}

/** A named question with its parameters. */
export interface Question {
  name: string;
  title: Words;
  group: string;
  parameters: Parameter[];
  columns: Record<string, Words>;
  several?: string[];
  text: string;
}

export interface SparqlPart {
  base: string;
  prefixes: Record<string, string>;
  groups: { key: string; title: Words }[];
  questions: Question[];
  quads: number;
}

export interface Payload {
  language: Language;
  texts: Record<string, { vi: string; en: string }>;
  scene: Scene;
  labels?: MapLabel[];
  sparql?: SparqlPart;
}

/** What is selected or pointed at: a node, or an edge. */
export type Item = { node: number; edge?: undefined } | { edge: number; node?: undefined };

export type Theme = "auto" | "light" | "dark";
export type Period = [from: string | null, to: string | null];

export interface State {
  language: Language;
  theme: Theme;
  tab: string;
  selected: Item | null;
  hovered: Item | null;
  hiddenKinds: Set<number>;
  choices: Record<string, Set<number>>;
  period: Period | null;
  onlyDated: boolean;
  around: { node: number; hops: 1 | 2 | 3 } | null;
  path: { from: number; to: number | null } | null;
}

/** How a selection came about. `still`: the picture stays; `closer`: it comes near; `read`: the panel gets the focus. */
export interface Manner {
  still?: boolean;
  closer?: boolean;
  read?: boolean;
  keepAddress?: boolean;
}

/** One tab. `start` is called once, when the tab is first opened. */
export interface View {
  key: string;
  /** The key of its name in the page's texts. */
  title: string;
  available(scene: Scene): boolean;
  start(host: HTMLElement): { show?(): void; hide?(): void };
}
