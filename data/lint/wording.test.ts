import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { packSchema } from '../schema.ts';
import { type Rule, viewPack } from './pack-view.ts';
import * as wording from './wording.ts';

const good = readFileSync(join(import.meta.dirname, 'fixtures', 'good.json'), 'utf8');

/** Whether a rule objects to a claim with this text. */
function objects(rule: Rule, text: string): boolean {
  const pack = JSON.parse(good);
  pack.terms[2].claims[0].text = text;
  return rule.check(viewPack(v.parse(packSchema, pack), 'data/packs/good')).length > 0;
}

describe('undated-time', () => {
  test.each([
    'Maker currently sells it.',
    'Nowadays Maker sells it.',
    'It was sold. Today it is not.',
    'Maker sold it last year.',
    'Maker will sell it this month.',
    'Maker sold it two months ago.',
    'Maker had sold none as of now.',
  ])('objects to: %s', (text) => expect(objects(wording.timeNamed, text)).toBe(true));

  test.each([
    'The AI Now Institute published it.',
    'USA Today reported it.',
    'Maker sold it over the last year of the contract.',
    'Maker sold it in the week after.',
    'Maker knows about it.',
    'Maker had sold 5 by 25 September 2023.',
  ])('lets be: %s', (text) => expect(objects(wording.timeNamed, text)).toBe(false));
});

describe('behind-the-scenes', () => {
  test.each([
    'Maker sold it, according to the article.',
    'The seed article says so.',
    'Maker sold it, an excerpt shows.',
    'Maker sold it, as noted above.',
    'Maker sold it, the dataset says.',
  ])('objects to: %s', (text) => expect(objects(wording.noBehindScenes, text)).toBe(true));

  test.each([
    'Maker raised money in a seed round.',
    'Maker published an article about it.',
    'Maker stays above the limit.',
  ])('lets be: %s', (text) => expect(objects(wording.noBehindScenes, text)).toBe(false));
});

describe('leaning-claim', () => {
  test.each(['It was sold.', 'That round closed.', 'Later Maker sold it.', 'Its price fell.'])(
    'objects to: %s',
    (text) => expect(objects(wording.standsAlone, text)).toBe(true),
  );

  test.each(['Itanium was sold.', 'Theresa was there.', 'Maker sold it.'])('lets be: %s', (text) =>
    expect(objects(wording.standsAlone, text)).toBe(false),
  );
});

describe('no-full-stop', () => {
  test.each(['Maker called it “the chip.”', 'Maker sold it (in 2023).', 'Maker sold it to X Inc.'])(
    'lets be: %s',
    (text) => expect(objects(wording.endsWithStop, text)).toBe(false),
  );

  test.each(['Maker sold it', 'Maker sold it!', 'Maker sold it…'])('objects to: %s', (text) =>
    expect(objects(wording.endsWithStop, text)).toBe(true),
  );
});

describe('figure-style', () => {
  test.each([
    'It cost 4 billion dollars.',
    'It cost $4bn.',
    'It cost $4B.',
    'It took 50%.',
    'It took 50 per cent.',
    'It has 64000 parts.',
  ])('objects to: %s', (text) => expect(objects(wording.figureStyle, text)).toBe(true));

  test.each([
    'It cost $4 billion.',
    'It took 50 percent.',
    'It has 64,000 parts.',
    'Falcon 40B was sold.',
  ])('lets be: %s', (text) => expect(objects(wording.figureStyle, text)).toBe(false));
});

describe('many-sentences', () => {
  test.each(['Maker Inc. sold it in the U.S. Navy. So did Dr. Who.', 'One. Two.'])(
    'lets be: %s',
    (text) => expect(objects(wording.oneStatement, text)).toBe(false),
  );

  test('objects to three', () => {
    expect(objects(wording.oneStatement, 'Maker sold it. Rival bought it. Nobody cared.')).toBe(
      true,
    );
  });
});
