/**
 * What each kind of evidence is worth. A plain word near the mention is 1. Set by hand from general
 * considerations and checked on labelled text: see docs/decisions/0006-sense-resolution.md.
 */
export const WEIGHTS = {
  near: 1,
  strong: 2,
  follows: 4,
  precedes: 3,
  /** A neighbour that goes with any noun: “on”, “the”. */
  functionWord: 1.5,
  /** A word of a topic. Such words come in crowds: their sum is bent so as never to pass the bend. */
  topic: 0.8,
  topicBend: 5,
  /** Factor for cues in the mention's sentence or within `closeBy` characters. */
  closeFactor: 1.5,
  closeBy: 60,
  /** Factor for cues more than `farOff` characters away. */
  farFactor: 0.6,
  farOff: 200,
  /** Factors for a cue directly beside the mention, and for one in the same list (“X, Y and Z”). */
  besideFactor: 2,
  listFactor: 3,
  title: 1.5,
  titleCap: 4,
  host: 4,
  /** The term's full name or another safe name of it stands on the page. */
  anchor: 4,
  /** Each related term on the page, and each other term of the dataset; their sum is capped. */
  related: 1,
  sameDataset: 0.3,
  pageCap: 2.5,
  /** The text gives a full form for the acronym, the term's own or another. */
  expansion: 10,
  prior: 1,
  /** A word of a subject that is foreign to the term. */
  foreign: 1,
  /** The same where the form mostly means the term. */
  foreignToHigh: 0.6,
  /** What the other foreign subjects add to the strongest. */
  foreignRest: 0.5,
  /** A capitalised word directly after or before that no reading explains. */
  nameAfter: 3,
  nameBefore: 1,
  /** The same after a firm's or platform's name: it may well be a product of theirs. */
  nameAfterOwner: 0.5,
  lowerCase: 4,
  /** A capital within a sentence, for forms that mostly mean the term. */
  capital: 0.6,
  article: 2,
  handle: 2.5,
  /** Share of the other mentions' mean lead, and the most that it can come to. */
  elsewhere: 0.5,
  elsewhereCap: 3,
  /** Lead in a mention's own context from which the other mentions have no say. */
  plain: 2.5,
  /** Points for another reading from which a mention's own paragraph is heard alone. */
  doubt: 2,
  /** What the page then still counts. */
  paragraphFactor: 0.5,
  /** Points that the best candidate must have of its own, by prior −1, 0 and 1, in a full window. */
  needed: [4.5, 3.75, 2.25] as readonly number[],
  /** Words in a full window. With fewer, chance finds less, and less is needed: to this share. */
  fullWindow: 100,
  neededLeast: 0.4,
  /** Points that a form needs besides its neighbours where only these license it. */
  frameNear: 1.5,
  /** Points from which a wrong reading is named. */
  named: 1.5,
};
