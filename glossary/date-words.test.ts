import { describe, expect, test } from 'vitest';
import { foldText } from './date-text.ts';
import { lengthBeside, readDateWords } from './date-words.ts';

describe('words around a date', () => {
  test.each([
    ['Published on ', '', 'published'],
    ['Posted by Jane on ', '', 'published'],
    ['Publié le ', '', 'published'],
    ['Veröffentlicht am ', '', 'published'],
    ['Опубликовано: ', '', 'published'],
    ['Last updated: ', '', 'modified'],
    ['Mis à jour le ', '', 'modified'],
    ['Stand: ', '', 'modified'],
    ['Zuletzt geändert am ', '', 'modified'],
    ['', '更新', 'modified'],
    ['', '公開', 'published'],
    ['', ' (updated ', 'none'],
    ['Expires: ', '', 'unrelated'],
    ['Copyright © ', '', 'unrelated'],
    ['Retrieved ', '', 'unrelated'],
    ['By Jane Doe, ', '', 'none'],
    ['The Republic, ', '', 'none'],
  ])('%s…%s', (before, after, expected) => {
    expect(readDateWords(foldText(before), foldText(after))).toBe(expected);
  });
});

test('clocks, zones and points do not count as words beside a date', () => {
  expect(lengthBeside('  at 10:30 am utc | · ')).toBe(0);
  expect(lengthBeside('by jane doe, ')).toBe(8);
  expect(lengthBeside(' 5 min read')).toBe(0);
});
