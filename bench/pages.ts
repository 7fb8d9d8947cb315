/** Pages to measure on: made ones of any size, and real ones where a folder of them is given. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { capitalise, inventWord } from './lexicons.ts';
import { createRandom, type Random } from './random.ts';

const WORDS =
  `the of and to in a is that for it was on are as with be at by this from or an have not
  which but they their more has can been will one its other new some could time these two may first
  then any my now such like our over also after use how made most people way years many said because
  work between even under last those since during without another model system chip cloud price
  company market customer power research training data centre service network report quarter
  government licence agreement engineer memory language version release performance`.split(/\s+/u);

/**
 * One name in so many words, and so large a part of them of the first few hundred: about 9,000 mentions
 * in 1 MB for 100,000 aliases and 200 for 300. Chosen, not measured: saved pages have far fewer.
 */
const NAME_EVERY = 20;
const COMMON = { part: 0.03, count: 300 };

/**
 * Text of articles with headings, lists, tables, links and emphasis: about 40 characters a text node.
 * @param bytes of HTML, roughly. @param names that are mentioned now and then.
 */
export function makePage(bytes: number, names: readonly string[], seed = 1): string {
  const random = createRandom(seed);
  const parts: string[] = [];
  let length = 0;
  while (length < bytes) {
    const block = makeBlock(random, names);
    parts.push(block);
    length += block.length;
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body><main>${parts.join('')}</main></body></html>`;
}

function makeBlock(random: Random, names: readonly string[]): string {
  const kind = random.next();
  const text = (words: number) => makeText(random, names, words);
  if (kind < 0.08) return `<h2 class="title">${text(5)}</h2>\n`;
  if (kind < 0.2) {
    const items = Array.from({ length: 3 + random.below(5) }, () => `<li>${text(7)}</li>`);
    return `<ul>${items.join('')}</ul>\n`;
  }
  if (kind < 0.3) {
    const cell = () => `<td>${random.next() < 0.5 ? random.below(9999) : text(2)}</td>`;
    const rows = Array.from({ length: 4 }, () => `<tr>${cell()}${cell()}${cell()}${cell()}</tr>`);
    return `<table><tbody>${rows.join('\n')}</tbody></table>\n`;
  }
  if (kind < 0.34)
    return `<div class="note"><span>${text(3)}</span><span>${text(4)}</span></div>\n`;
  const sentences = Array.from({ length: 2 + random.below(4) }, () => {
    const style = random.next();
    if (style < 0.2)
      return `${text(8)} <a href="/${inventWord(random)}">${text(3)}</a> ${text(6)}.`;
    if (style < 0.35) return `${text(6)} <em>${text(2)}</em>, ${text(7)}.`;
    return `${text(16)}.`;
  });
  return `<p class="text">${sentences.join(' ')}</p>\n`;
}

function makeText(random: Random, names: readonly string[], words: number): string {
  const out: string[] = [];
  for (let at = 0; at < words; at++) {
    if (names.length > 0 && random.below(NAME_EVERY) === 0) {
      const isCommon = random.next() < COMMON.part;
      out.push(names[random.below(isCommon ? COMMON.count : names.length)] as string);
    } else if (random.below(25) === 0) out.push(capitalise(inventWord(random)));
    else out.push(random.pick(WORDS));
  }
  return capitalise(out.join(' '));
}

/** @returns the same page as one menu, in which nothing is marked. */
export function withoutMarks(html: string): string {
  return html.replace('<html', '<html role="navigation"');
}

export interface BenchPage {
  readonly name: string;
  readonly html: string;
}

/** @returns pages saved from the web, without their scripts; empty where there is no such folder. */
export function realPages(limit: number): readonly BenchPage[] {
  const folder =
    process.env.BENCH_PAGES ?? fileURLToPath(new URL('../../shared/pages', import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, size: statSync(path.join(folder, name)).size }))
    .filter(({ size }) => size > 30_000)
    .sort((a, b) => a.size - b.size)
    .filter((_, index, all) => all.length <= limit || index % Math.ceil(all.length / limit) === 0)
    .map(({ name }) => ({
      name,
      html: withoutScripts(readFileSync(path.join(folder, name), 'utf8')),
    }));
}

/** Saved pages ask for what isn't there and measure nothing by running. Their text stays. */
function withoutScripts(html: string): string {
  return html
    .replace(/<(script|link|iframe)\b(?![^>]*ld\+json)[^>]*>(?:[\s\S]*?<\/\1>)?/gi, '')
    .replace(/\b(?:src|srcset|poster)=("[^"]*"|'[^']*')/gi, '');
}
