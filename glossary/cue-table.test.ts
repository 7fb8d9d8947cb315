import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cuesFor, indexCues, keysOf } from './cue-matching.ts';
import { tabulate, withoutReading } from './cue-table.ts';

/** Sources of the cues that a word may begin. */
function under(table: string, word: string): string[] {
  return cuesFor(indexCues(table), keysOf(word)).map(({ source }) => source);
}

const word = fc.stringMatching(/^[a-z]{1,8}$/);

describe('a table of cues', () => {
  test('finds every cue again by its word, stem, singular or number', () => {
    const cues = ['album', 'geolog*', 'ai', 'bus', 'gp', '# billion', 'fine-tun*', 'a'];
    const table = tabulate('the form', [{ slot: 0, cues, class: '.' }]);
    expect(under(table, 'albums')).toEqual(['album']);
    expect(under(table, 'geography')).toEqual(['geolog*']);
    expect(under(table, 'ai')).toEqual(['ai']);
    expect(under(table, 'ais')).toEqual(['ai']);
    expect(under(table, 'bus')).toEqual(['bus']);
    expect(under(table, 'gps')).toEqual(['gp']);
    expect(under(table, '65')).toEqual(['# billion']);
    expect(under(table, 'fine')).toEqual(['fine-tun*']);
    expect(under(table, 'a')).toEqual(['a']);
    expect(under(table, 'as')).toEqual([]);
  });

  test('holds whatever words it is given, for all readings that there may be', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), (cues) => {
        const lists = cues.map((cue, slot) => ({
          slot: slot % 31,
          cues: [cue],
          class: '+' as const,
        }));
        const table = tabulate('the form', lists);
        for (const { slot, cues: own } of lists) {
          const [cue] = own as [string];
          const found = cuesFor(indexCues(table), keysOf(cue));
          expect(found).toContainEqual(expect.objectContaining({ source: cue, slot }));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a word finds its own cues and no others, however alike they are', () => {
    const alike = fc.stringMatching(/^[abs]{1,5}\*?$/).filter((cue) => !/^.{0,2}\*$/.test(cue));
    fc.assert(
      fc.property(
        fc.uniqueArray(alike, { maxLength: 30 }),
        fc.stringMatching(/^[abs]{1,6}$/),
        (cues, met) => {
          const table = tabulate('the form', [{ slot: 0, cues, class: '.' }]);
          // A stem is filed by three letters, and read to its end where it stands; “as” is no plural.
          const mayBegin = (cue: string) =>
            cue.endsWith('*')
              ? cue.slice(0, 3) === met.slice(0, 3)
              : met === cue || (cue.length > 1 && met === `${cue}s`);
          const expected = cues.filter((cue) => mayBegin(cue));
          expect(under(table, met).sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  test('words that it does not hold meet nothing', () => {
    const table = tabulate('the form', [{ slot: 0, cues: ['album', 'record'], class: '.' }]);
    for (const each of ['the', 'constructor', '__proto__', 'al', '', '7']) {
      expect(under(table, each)).toEqual([]);
    }
    expect(under('', 'album')).toEqual([]);
  });

  test('its own signs in a cue do no harm', () => {
    const cues = ['rock; roll', 'this|that', 'about ~ it'];
    const table = tabulate('the form', [{ slot: 0, cues, class: '.' }]);
    expect(under(table, 'rock')).toEqual(['rock  roll']);
    expect(under(table, 'this')).toEqual(['this that']);
    expect(under(table, 'about')).toEqual(['about   it']);
  });

  test('a reading can be taken out, and the others stay', () => {
    const table = tabulate('the form', [
      { slot: 0, cues: ['album', 'stage'], class: '.' },
      { slot: 1, cues: ['album', 'soil'], class: '+' },
    ]);
    const rest = withoutReading(table, 1);
    expect(under(rest, 'album')).toHaveLength(1);
    expect(under(rest, 'stage')).toEqual(['stage']);
    expect(under(rest, 'soil')).toEqual([]);
    expect(withoutReading('', 1)).toBe('');
  });
});
