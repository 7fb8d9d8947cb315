/** Every list of cues in a term's file, with the field it stands in. */
import type { OtherSense } from '../cues-schema.ts';
import type { Term } from '../schema.ts';

/** One list of cues. */
export interface CueList {
  /** `cues.near`, `cues.forms.Bedrock.follows`, `otherSenses.0.strong` */
  readonly field: string;
  readonly cues: readonly string[];
}

const WORD_LISTS = ['near', 'strong', 'follows', 'precedes', 'page', 'anchors'] as const;
const HOST_LISTS = ['hosts'] as const;
type ListName = (typeof WORD_LISTS)[number] | (typeof HOST_LISTS)[number];
type Lists = { readonly [list in ListName]?: readonly string[] | undefined };

/** The lists of words of the term's own sense and of its other senses. */
export function cueListsOf(term: Term): readonly CueList[] {
  return listsOf(term, WORD_LISTS);
}

/** The lists of hosts of the term's own sense and of its other senses. */
export function hostListsOf(term: Term): readonly CueList[] {
  return listsOf(term, HOST_LISTS);
}

function listsOf(term: Term, names: readonly ListName[]): readonly CueList[] {
  const { cues, otherSenses = [] } = term;
  return [
    ...readLists(cues ?? {}, 'cues', names),
    ...Object.entries(cues?.forms ?? {}).flatMap(([form, lists]) =>
      readLists(lists, `cues.forms.${form}`, names),
    ),
    ...otherSenses.flatMap((sense, index) => readLists(sense, `otherSenses.${index}`, names)),
  ];
}

/**
 * What speaks for the term where one of its forms is found: cues that hold for all forms and those
 * of this one, each as `list:cue`.
 */
export function evidenceFor(term: Term, form: string): ReadonlySet<string> {
  const { cues } = term;
  const all = [...readLists(cues ?? {}, ''), ...readLists(cues?.forms?.[form] ?? {}, '')];
  return new Set(all.flatMap(({ field, cues: list }) => list.map((cue) => `${field}:${cue}`)));
}

/** Whether anything at all would let this reading be recognised. */
export function hasEvidence(sense: OtherSense): boolean {
  return readLists(sense, '').length > 0;
}

function readLists(
  holder: Lists,
  field: string,
  names: readonly ListName[] = [...WORD_LISTS, ...HOST_LISTS],
): CueList[] {
  return names.flatMap((list) => {
    const cues = holder[list] ?? [];
    return cues.length === 0 ? [] : [{ field: `${field}.${list}`, cues }];
  });
}
