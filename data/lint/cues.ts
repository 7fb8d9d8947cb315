/** Cues: well formed, about forms and topics that exist, each reading recognisable. */
import type { Term } from '../schema.ts';
import { cueListsOf, hasEvidence, hostListsOf } from './cue-lists.ts';
import { type PackView, type Rule, termFile } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** A shorter beginning would match half the dictionary. */
const SHORTEST_STEM = 3;

/** Cues and other senses speak of forms that the term has. */
export const cueFormsKnown: Rule = {
  name: 'form-unknown',
  severity: 'error',
  asks: 'cues.forms and otherSenses.forms name aliases of the term.',
  check: (view) =>
    view.terms.flatMap((term) => {
      const texts = new Set(term.aliases.map((alias) => alias.text));
      return readForms(term).flatMap(({ form, field }): Finding[] =>
        texts.has(form)
          ? []
          : [
              {
                file: termFile(view.folder, term.id),
                field,
                problem: `“${form}” is no alias of this term.`,
                fix: 'Write the form exactly as in “aliases”, or add the alias.',
              },
            ],
      );
    }),
};

/** A wrong reading competes only for forms that are marked on evidence. */
export const otherSenseFormsAmbiguous: Rule = {
  name: 'other-sense-unambiguous',
  severity: 'warning',
  asks: 'Forms with other senses are ambiguous.',
  check: (view) =>
    view.terms.flatMap((term) => {
      const plain = new Set(
        term.aliases.filter((alias) => alias.ambiguous !== true).map((alias) => alias.text),
      );
      return readForms(term).flatMap(({ form, field }): Finding[] =>
        field.startsWith('otherSenses') && plain.has(form)
          ? [
              {
                file: termFile(view.folder, term.id),
                field,
                problem: `“${form}” has another sense here, but its alias is not ambiguous.`,
                fix: 'Set "ambiguous": true on the alias, or take the form off the list.',
              },
            ]
          : [],
      );
    }),
};

/** Every wrong reading has something that would give it away, and its own name. */
export const otherSensesUsable: Rule = {
  name: 'other-sense-unusable',
  severity: 'error',
  asks: 'An other sense has cues or hosts, and a name of its own.',
  check: (view) =>
    view.terms.flatMap((term) => {
      const names = new Set<string>();
      return (term.otherSenses ?? []).flatMap((sense, index): Finding[] => {
        const where = { file: termFile(view.folder, term.id), field: `otherSenses.${index}` };
        const doubled = names.has(sense.name.toLowerCase());
        names.add(sense.name.toLowerCase());
        if (doubled) {
          return [
            {
              ...where,
              problem: `The reading “${sense.name}” stands twice.`,
              fix: 'Put the cues of both into one.',
            },
          ];
        }
        if (hasEvidence(sense)) return [];
        return [
          {
            ...where,
            problem: `The reading “${sense.name}” has neither cues nor hosts.`,
            fix: 'Add the words that would stand near it, or remove it.',
          },
        ];
      });
    }),
};

/** Cues are words, with four signs that mean something. */
export const cuesWellFormed: Rule = {
  name: 'cue-form',
  severity: 'error',
  asks: 'A cue is a word or phrase; “=” and “@” open it, “*” ends it, “#” is a word by itself.',
  check: (view) => [
    ...view.terms.flatMap((term) =>
      cueListsOf(term).flatMap(({ field, cues }) =>
        cues.flatMap((cue, index) =>
          describeCue(cue, true).map((problem) => ({
            file: termFile(view.folder, term.id),
            field: `${field}.${index}`,
            ...problem,
          })),
        ),
      ),
    ),
    ...Object.entries(view.pack.topics).flatMap(([topic, { cues }]) =>
      cues.flatMap((cue, index) =>
        describeCue(cue, false).map((problem) => ({
          file: `${view.folder}/topics.json`,
          field: `${topic}.cues.${index}`,
          ...problem,
        })),
      ),
    ),
  ],
};

/** A cue stands once in a list. */
export const cuesOnce: Rule = {
  name: 'cue-twice',
  severity: 'warning',
  asks: 'A cue stands once in a list.',
  check: (view) => {
    const inTerms = view.terms.flatMap((term) =>
      cueListsOf(term).map((list) => ({ ...list, file: termFile(view.folder, term.id) })),
    );
    const inTopics = Object.entries(view.pack.topics).map(([topic, { cues }]) => ({
      field: `${topic}.cues`,
      cues,
      file: `${view.folder}/topics.json`,
    }));
    return [...inTerms, ...inTopics].flatMap(({ file, field, cues }) => {
      const keys = cues.map((cue) => (cue.startsWith('=') ? cue : cue.toLowerCase()));
      return cues.flatMap((cue, index): Finding[] =>
        keys.indexOf(keys[index] ?? '') === index
          ? []
          : [
              {
                file,
                field: `${field}.${index}`,
                problem: `The cue “${cue}” stands twice in this list.`,
                fix: 'Remove one; letter case makes no difference without “=”.',
              },
            ],
      );
    });
  },
};

/** Hosts are compared with the page's own; a whole address never equals one. */
export const hostsPlain: Rule = {
  name: 'host-form',
  severity: 'error',
  asks: 'A host is written without https:// and without www., with or without a path.',
  check: (view) =>
    view.terms.flatMap((term) =>
      hostListsOf(term).flatMap(({ field, cues: hosts }) =>
        hosts.flatMap((host, index): Finding[] =>
          /^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/u.test(host)
            ? []
            : [
                {
                  file: termFile(view.folder, term.id),
                  field: `${field}.${index}`,
                  problem: `“${host}” is not a plain host.`,
                  fix: 'Write it as minecraft.net or github.com/owner, in lower case.',
                },
              ],
        ),
      ),
    ),
};

function describeCue(cue: string, mayNameTopic: boolean): { problem: string; fix: string }[] {
  if (cue.startsWith('@')) {
    if (!mayNameTopic) {
      return [{ problem: `“${cue}”: a topic cannot hold another topic.`, fix: 'List its words.' }];
    }
    return /^@[a-z]+$/u.test(cue)
      ? []
      : [{ problem: `“${cue}” is no topic’s name.`, fix: 'Write @ and one lower-case word.' }];
  }
  const words = cue.replace(/^=/u, '');
  const stem = words.replace(/\*$/u, '');
  const isMarked = /[*@]|^=|[^\s]#|#[^\s]|[\\^|[\]{}]/u.test(stem);
  if (isMarked) {
    return [
      {
        problem: `“${cue}” holds a sign that means nothing there; cues are words, not patterns.`,
        fix: 'Write the word or phrase itself; “=” may open it, “*” may end it, “#” may be a word in it.',
      },
    ];
  }
  if (words.endsWith('*') && stem.length < SHORTEST_STEM) {
    return [
      {
        problem: `“${cue}” would match every word that begins with “${stem}”.`,
        fix: `Keep ${SHORTEST_STEM} letters or more before “*”.`,
      },
    ];
  }
  return [];
}

function readForms(term: Term): { form: string; field: string }[] {
  return [
    ...Object.keys(term.cues?.forms ?? {}).map((form) => ({ form, field: `cues.forms.${form}` })),
    ...(term.otherSenses ?? []).flatMap(({ forms = [] }, sense) =>
      forms.map((form, index) => ({ form, field: `otherSenses.${sense}.forms.${index}` })),
    ),
  ];
}

/** Used by the rules about topics: every `@topic` with the place that names it. */
export function readTopicNames(view: PackView): { topic: string; file: string; field: string }[] {
  return view.terms.flatMap((term) =>
    cueListsOf(term).flatMap(({ field, cues }) =>
      cues.flatMap((cue, index) =>
        cue.startsWith('@')
          ? [
              {
                topic: cue.slice(1),
                file: termFile(view.folder, term.id),
                field: `${field}.${index}`,
              },
            ]
          : [],
      ),
    ),
  );
}
