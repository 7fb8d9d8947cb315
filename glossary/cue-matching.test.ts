import { describe, expect, test } from 'vitest';
import { cutWords, PLAIN } from './context-window.ts';
import { type CuePlace, indexCues, keysOf, matchCues, type TableCue } from './cue-matching.ts';
import { tabulate } from './cue-table.ts';

/** Cues of this list that are met anywhere in the text. */
function meet(cues: string[], text: string, place: CuePlace = 'anywhere', form = 'the form') {
  const index = indexCues(tabulate(form, [{ slot: 0, cues, class: '.' }], place === 'before'));
  const words = cutWords(text, PLAIN);
  const met: TableCue[] = [];
  words.words.forEach(({ word }, i) => {
    matchCues(index, keysOf(word), words, i, place, met);
  });
  return met.map(({ source }) => source);
}

describe('cues', () => {
  test.each([
    ['album', 'a new Album came out', true],
    ['album', 'two albums', true],
    ['album', 'the albumen', false],
    ['geolog*', 'Geologists dig', true],
    ['geolog*', 'geology', true],
    ['=AWS', 'on AWS today', true],
    ['=AWS', 'he saws and aws', false],
    ['gpt-4', 'GPT-4 and GPT 4', true],
    ['gpt-4', 'GPT-40', false],
    ['# billion', 'about 65 billion of them', true],
    ['# billion', 'a few billion', false],
    ['language model*', 'language modelling', true],
    ['us-east-*', 'in us-east-1', true],
    ['constructor', 'nothing of the kind', false],
    ['ai', 'the AIs', true],
  ])('“%s” in “%s”: %s', (cue, text, isMet) => {
    expect(meet([cue], text).length > 0).toBe(isMet);
  });

  test('words that every object has as a property are words like any other', () => {
    expect(meet(['album'], 'constructor toString __proto__ valueOf')).toEqual([]);
  });

  test('a form is no evidence for itself', () => {
    expect(
      meet(['neuron*', 'neurons', 'nerve'], 'neuron neurons nerve', 'anywhere', 'Neuron'),
    ).toEqual(['nerve']);
  });

  test('beside a mention a cue must be one phrase', () => {
    expect(meet(['knowledge base'], 'knowledge base', 'after')).toEqual(['knowledge base']);
    expect(meet(['knowledge base'], 'knowledge. Base', 'after')).toEqual([]);
    expect(meet(['referred to the'], 'was referred to the', 'before')).toEqual(['referred to the']);
  });
});
