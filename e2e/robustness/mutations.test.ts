import { expect, test } from 'vitest';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { readMarks, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

/** Rounds in each browser; many more under `FUZZ_RUNS`. */
const ROUNDS = Math.max(3, Math.min(40, Number(process.env.FUZZ_RUNS ?? 0) / 250));
const STEPS = 60;

/** Changes the page at random, the same way for the same seed. Runs in the page. */
function changeAtRandom(seed: number, steps: number): void {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]) => list[random(list.length)] as T;
  const words = [
    'Trainium',
    'Inferentia',
    'OpenAI',
    'ChatGPT',
    'Chat',
    'GPT',
    'Train',
    'ium',
    'a',
    ' ',
    '. ',
    'chip',
  ];
  const root = document.querySelector('main') as Element;
  const elements = () => [root, ...root.querySelectorAll('*')];
  const texts = () => {
    const walker = document.createTreeWalker(root, 4);
    const all: Text[] = [];
    while (walker.nextNode()) all.push(walker.currentNode as Text);
    return all;
  };
  const line = () => Array.from({ length: 1 + random(5) }, () => pick(words)).join(pick(['', ' ']));
  const make = () => {
    const element = document.createElement(
      pick(['p', 'div', 'b', 'i', 'span', 'h2', 'code', 'li']),
    );
    element.append(line());
    if (random(3) === 0) element.append(make());
    return element;
  };
  for (let step = 0; step < steps; step++) {
    const at = pick(elements());
    const text = pick(texts());
    switch (random(9)) {
      case 0:
      case 1:
        at.insertBefore(make(), pick([null, ...at.childNodes]));
        break;
      case 2:
        at.insertBefore(document.createTextNode(line()), pick([null, ...at.childNodes]));
        break;
      case 3:
        if (at !== root && random(3) === 0) at.remove();
        break;
      case 4:
        if (text) text.data = line();
        break;
      case 5:
        if (text && text.length > 1) text.splitText(1 + random(text.length - 1));
        break;
      case 6:
        at.normalize();
        break;
      case 7: {
        const other = pick(elements());
        if (other !== root && !other.contains(at)) at.append(other);
        break;
      }
      default:
        if (text) {
          const wrapper = document.createElement(pick(['b', 'p', 'span']));
          text.replaceWith(wrapper);
          wrapper.append(text);
        }
    }
  }
}

describeInBrowsers('random changes of the page', (context) => {
  test('what is marked in the end is what a fresh scan marks', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const seed = (round + 1) * 7919 + (process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : 0);
      const url = context.server.serve(
        '/changing',
        htmlPage(
          '<p>Trainium</p><main><p>OpenAI</p></main>',
          '<style>body{font:12px/1.2 serif}</style>',
        ),
      );
      const page = await context.open(url);
      await waitForMarks(page);
      for (let part = 0; part < 3; part++) {
        await page.evaluate(changeAtRandom, seed + part, STEPS / 3);
        await pause(part === 0 ? 20 : 160);
      }
      await pause(700);
      const inPlace = await readMarks(page);
      // Serialising joins what the changes had parted, so the page is read anew as it stands.
      await page.evaluate(() => {
        const whole = document.body;
        const next = document.createElement('body');
        next.append(...whole.childNodes);
        whole.replaceWith(document.createElement('body'));
        (window as never as { next: Element }).next = next;
      });
      await waitForMarks(page, (marks) => marks.length === 0);
      await page.evaluate(() =>
        document.body.replaceWith((window as never as { next: Element }).next),
      );
      await pause(700);
      const afresh = await readMarks(page);
      const plain = (marks: typeof afresh) =>
        marks.map(({ text, x, y }) => `${text} ${Math.round(x)} ${Math.round(y)}`);
      expect(plain(inPlace), `seed ${seed}`).toEqual(plain(afresh));
      expect(context.faults).toEqual([]);
    }
  });
});
