/**
 * What each kind of evidence is worth. One plain word near the mention is 1. Set by hand from
 * general considerations and checked against labelled text; see docs/decisions/0006.
 */
export const WEIGHTS = {
  near: 1,
  strong: 2,
  follows: 4,
  precedes: 3,
  /** A word of a shared topic. Such words come in crowds: their sum is bent by `topicBend`. */
  topic: 0.8,
  topicBend: 5,
  /** Factor for cues in the mention's own sentence or within `closeBy` characters. */
  closeFactor: 1.5,
  closeBy: 60,
  /** Factor for cues farther away than `farOff` characters. */
  farFactor: 0.6,
  farOff: 200,
  /** Factor for a cue that stands beside the mention or in one list with it. */
  listFactor: 2,
  title: 1.5,
  titleCap: 4,
  host: 4,
  anchor: 4,
  /** Per related term on the page, and per other term of the dataset; both bent by `pageCap`. */
  related: 1,
  sameDataset: 0.3,
  pageCap: 2.5,
  prior: 1,
  /** Per word of a subject that is foreign to the term. */
  foreign: 0.6,
  foreignPage: 0.3,
  /** An unknown capitalised word directly after: a surname, a place, another product. */
  nameAfter: 2.5,
  nameBefore: 1,
  lowerCase: 4,
  article: 2,
  /** Half the lead of the other mentions of the form on the page. */
  elsewhere: 0.5,
  elsewhereCap: 3,
  /** What the best candidate must have of its own, by prior −1, 0, 1. */
  needed: [4, 3, 2] as readonly [number, number, number],
  lead: 0,
};
