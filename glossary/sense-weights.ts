/**
 * What each kind of evidence is worth. A plain word near the mention is 1. Set by hand from general
 * considerations and checked on labelled text: see docs/decisions/0006-sense-resolution.md.
 */

export const near = 1;
export const strong = 2;
export const follows = 4;
export const precedes = 3;
/** A neighbour that goes with any noun: “on”, “the”. */
export const functionWord = 1.5;
/** A word of a topic. Such words come in crowds: their sum is bent so as never to pass the bend. */
export const topic = 0.8;
export const topicBend = 5;
/** Factor for cues in the mention's sentence or within `closeBy` characters. */
export const closeFactor = 1.5;
export const closeBy = 60;
/** Factor for cues more than `farOff` characters away. */
export const farFactor = 0.6;
export const farOff = 200;
/** Factors for a cue directly beside the mention, and for one in the same list (“X, Y and Z”). */
export const besideFactor = 2;
export const listFactor = 3;
export const title = 1.5;
export const titleCap = 4;
export const host = 4;
/** The term's full name or another safe name of it stands on the page. */
export const anchor = 4;
/** Each related term on the page, and each other term of the dataset; their sum is capped. */
export const related = 1;
export const sameDataset = 0.3;
export const pageCap = 2.5;
/** The text gives a full form for the acronym, the term's own or another. */
export const expansion = 10;
export const prior = 1;
/** A word of a subject that is foreign to the term. */
export const foreign = 1;
/** The same where the form mostly means the term. */
export const foreignToHigh = 0.6;
/** What the other foreign subjects add to the strongest. */
export const foreignRest = 0.5;
/** A capitalised word directly after or before that no reading explains. */
export const nameAfter = 3;
export const nameBefore = 2;
/** The same after a firm's or platform's name: it may well be a product of theirs. */
export const nameAfterOwner = 0.5;
/** A capitalised word beside it, which makes a name that is known for another's: “Cohere Health”. */
export const otherName = 6;
/**
 * The same before it, where the word by itself is strong evidence, “Minecraft Bedrock”; and a word
 * glued to it that is known to follow another sense, “CMA-ES”.
 */
export const otherFullName = 15;
/** A first name before a surname, which is not the person's: hardly anything on the page outweighs it. */
export const otherGivenName = 15;
/** A name in code before an everyday word. */
export const nameInCode = 4;
export const lowerCase = 4;
/** A capital within a sentence, for forms that mostly mean the term. */
export const capital = 0.6;
export const article = 2;
/** The same where what it stands before speaks. */
export const articleOfSpeaker = 4;
export const handle = 2.5;
/** Share of the other mentions' mean lead, and the most that it can come to. */
export const elsewhere = 0.5;
export const elsewhereCap = 3;
/**
 * Lead in a mention's own context from which the other mentions have no say; and points for another
 * reading from which its own paragraph is heard alone, which with fewer has nothing to say.
 */
export const plain = 2.5;
/** What the page still counts where a paragraph is heard alone. */
export const paragraphFactor = 0.5;
/** Points that the best candidate must have of its own, by prior −1, 0 and 1, in a full window. */
export const needed: readonly number[] = [4.5, 3.75, 2.25];
/** Words in a full window. With fewer, chance finds less, and less is needed: to this share. */
export const fullWindow = 100;
export const neededLeast = 0.4;
/** Points that a form needs besides its neighbours where only these license it. */
export const frameNear = 1.5;
/** Points from which it needs none of them: the text is plainly about the subject. */
export const frameAlone = 6;
/** Points from which a wrong reading is named. */
export const named = 1.5;
