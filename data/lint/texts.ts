/** Every text of a pack that a reader sees, with its place. */
import { type PackView, termFile } from './pack-view.ts';

/** What part a text plays on a card. */
export type TextRole = 'label' | 'gloss' | 'claim' | 'about' | 'reading' | 'locator' | 'sense';

/** One text at its place. */
export interface TextPlace {
  readonly file: string;
  readonly field: string;
  readonly role: TextRole;
  readonly text: string;
  /** How a message names it. */
  readonly name: string;
}

/** The texts of all terms. Aliases, cues, titles and passages are other people's spelling. */
export function textsOf(view: PackView): readonly TextPlace[] {
  return view.terms.flatMap((term): TextPlace[] => {
    const file = termFile(view.folder, term.id);
    return [
      { file, field: 'label', role: 'label', text: term.label, name: 'The label' },
      { file, field: 'gloss', role: 'gloss', text: term.gloss, name: 'The gloss' },
      ...(term.otherSenses ?? []).map(
        (sense, index): TextPlace => ({
          file,
          field: `otherSenses.${index}.name`,
          role: 'sense',
          text: sense.name,
          name: 'The name of the other sense',
        }),
      ),
      ...term.claims.flatMap((claim, index): TextPlace[] => [
        {
          file,
          field: `claims.${index}.text`,
          role: 'claim',
          text: claim.text,
          name: `Claim “${claim.id}”`,
        },
        ...claim.sources.map(
          ({ locator }, at): TextPlace => ({
            file,
            field: `claims.${index}.sources.${at}.locator`,
            role: 'locator',
            text: locator,
            name: `The locator in claim “${claim.id}”`,
          }),
        ),
      ]),
      ...(term.disagreements ?? []).flatMap(({ about, reading }, index): TextPlace[] => [
        {
          file,
          field: `disagreements.${index}.about`,
          role: 'about',
          text: about,
          name: 'The text',
        },
        {
          file,
          field: `disagreements.${index}.reading`,
          role: 'reading',
          text: reading,
          name: 'The reading',
        },
      ]),
    ];
  });
}
