/** Pages that move: what our part of each second is. */
import { type Bench, pause } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage } from './pages.ts';
import { costOf, trace } from './trace.ts';

export interface MovingRow {
  readonly name: string;
  /** ms of ours per second. */
  readonly perSecond: number;
  readonly longest: number;
}

const SECONDS = 4;

/** Each starts something that goes on until the page is closed. */
const SCENARIOS: Readonly<Record<string, string>> = {
  '1,000 nodes a second': `const box = document.querySelector('main'); let n = 0;
    setInterval(() => { for (let i = 0; i < 50; i++) { const p = document.createElement('p');
      p.textContent = TEXTS[n++ % TEXTS.length]; box.append(p); } }, 50);`,
  'chat stream, 50 edits a second': `const p = document.createElement('p');
    p.append('Answer: '); document.querySelector('main').prepend(p); let n = 0;
    setInterval(() => { const words = TEXTS[(n / 12 | 0) % TEXTS.length].split(' ');
      p.firstChild.data += words[n++ % 12 % words.length] + ' ';
      if (p.firstChild.length > 4000) p.firstChild.data = ''; }, 20);`,
  'ticking clock': `const p = document.createElement('p'); document.querySelector('main').prepend(p);
    setInterval(() => { p.textContent = new Date().toISOString(); }, 100);`,
  'infinite scroll, 50 paragraphs a second': `setInterval(() => { const d = document.createElement('div');
    d.innerHTML = TEXTS.slice(0, 50).map((text) => '<p>' + text + '</p>').join('');
    document.querySelector('main').append(d); }, 1000);`,
  'virtual list, 30 rows replaced 10 times a second': `const list = document.createElement('ul');
    document.querySelector('main').prepend(list); let n = 0;
    setInterval(() => { list.replaceChildren(...Array.from({ length: 30 }, () => {
      const li = document.createElement('li'); li.textContent = TEXTS[n++ % TEXTS.length]; return li;
    })); }, 100);`,
  'page that writes itself anew every frame': `const box = document.createElement('div');
    document.querySelector('main').prepend(box); let n = 0;
    const write = () => { box.innerHTML = TEXTS.slice(n++ % 20, 150).map((t) => '<p>' + t + '</p>').join('');
      requestAnimationFrame(write); }; write();`,
};

export async function measureMoving(bench: Bench): Promise<MovingRow[]> {
  await bench.putLexicon(300);
  const names = lexiconOf(100_000).entries.map(({ text }) => text);
  const html = makePage(bench.isQuick ? 200_000 : 1_000_000, names);
  const texts = makePage(40_000, names, 5)
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line.length > 30);
  const url = bench.server.serve('/moving', html);
  const rows: MovingRow[] = [];
  for (const [name, source] of Object.entries(SCENARIOS)) {
    const { page } = await bench.open();
    await page.goto(url);
    await pause(3000);
    const events = await trace(page, async () => {
      await page.evaluate(`{ const TEXTS = ${JSON.stringify(texts)}; ${source} }`);
      await pause(SECONDS * 1000);
    });
    const { total, longest } = costOf(events, true);
    rows.push({ name, perSecond: total / SECONDS, longest });
    await page.close();
  }
  return rows;
}
