/** Topics: lists of cues that terms share by name. */
import { readTopicNames } from './cues.ts';
import type { Rule } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** `@topic` names a list of `topics.json`. */
export const topicsKnown: Rule = {
  name: 'topic-unknown',
  severity: 'error',
  asks: 'A cue @topic names a list of topics.json.',
  check: (view) =>
    readTopicNames(view).flatMap(({ topic, file, field }): Finding[] =>
      Object.hasOwn(view.pack.topics, topic) || view.unread.topics
        ? []
        : [
            {
              file,
              field,
              problem: `topics.json has no list “${topic}”.`,
              fix: `Add “${topic}” to ${view.folder}/topics.json, or correct the name.`,
            },
          ],
    ),
};

/** A list that nothing names is dead weight. */
export const topicsUsed: Rule = {
  name: 'topic-unused',
  severity: 'error',
  asks: 'Every topic is named by a cue or is a rival, and has cues.',
  check: (view) => {
    if (!view.isWhole) return [];
    const used = new Set(readTopicNames(view).map(({ topic }) => topic));
    return Object.entries(view.pack.topics).flatMap(([topic, { cues, rival }]): Finding[] => {
      const where = { file: `${view.folder}/topics.json`, field: topic };
      // A rival works by itself, against terms that do not name it.
      if (!used.has(topic) && rival === undefined) {
        return [
          {
            ...where,
            problem: `No term uses the topic “${topic}”, and it is no rival.`,
            fix: `Use it as “@${topic}” in a list of cues, make it a rival, or remove it.`,
          },
        ];
      }
      if (cues.length > 0) return [];
      return [
        {
          ...where,
          problem: `The topic “${topic}” is empty.`,
          fix: 'List its words, or remove it.',
        },
      ];
    });
  },
};
