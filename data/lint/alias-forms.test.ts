import { describe, expect, test } from 'vitest';
import type { Alias } from '../schema.ts';
import { coveredForms, covers, overlap } from './alias-forms.ts';

type Form = [text: string, matchCase?: Alias['matchCase']];

function forms([text, matchCase]: Form) {
  return coveredForms(matchCase === undefined ? { text } : { text, matchCase });
}

describe('coveredForms', () => {
  test.each<[Form, string[] | undefined]>([
    [['Trainium'], ['Trainium', 'TRAINIUM']],
    [
      ['large language model'],
      [
        'large language model',
        'LARGE LANGUAGE MODEL',
        'Large language model',
        'Large Language Model',
      ],
    ],
    [['TIME', 'exact'], ['TIME']],
    [['ChatGPT', 'any'], undefined],
  ])('%j', (form, expected) => {
    const covered = forms(form).forms;
    expect(covered && [...covered]).toEqual(expected);
  });
});

describe('overlap', () => {
  test.each<[Form, Form, boolean]>([
    [['Copilot'], ['Copilot'], true],
    [['TIME', 'exact'], ['time'], true],
    [['Time', 'exact'], ['TIME', 'exact'], false],
    [['LLaMA'], ['Llama'], true],
    [['LLaMA', 'exact'], ['Llama'], false],
    [['openai', 'any'], ['OpenAI'], true],
    [['GPT‑4'], ['GPT-4'], true],
    [['Amazon’s Nova'], ["Amazon's Nova"], true],
    [['GPT-4'], ['GPT 4'], false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(overlap(forms(a), forms(b))).toBe(expected);
    expect(overlap(forms(b), forms(a))).toBe(expected);
  });
});

describe('covers', () => {
  test.each<[Form, Form, boolean]>([
    [['openai', 'any'], ['OpenAI'], true],
    [['OpenAI'], ['openai', 'any'], false],
    [['Claude'], ['CLAUDE', 'exact'], true],
    [['LLaMA'], ['Llama'], false],
  ])('%j covers %j: %s', (outer, inner, expected) => {
    expect(covers(forms(outer), forms(inner))).toBe(expected);
  });
});
