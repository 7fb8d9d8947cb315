import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { HINDRANCES } from '../../components/strings.ts';
import { inCard, readCard, waitForCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { hasCard } from '../frame-marks.ts';
import { hoverCard, hoverUntil, moveOnto } from '../hover.ts';
import { readMarks, type SeenMark, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const TEXT =
  '<p style="font:18px/1.7 serif;margin:30px">Trainium is a chip, and so is Inferentia.</p>';

/** The strictest policy that lets a page show text. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; style-src 'none'; script-src 'none'; sandbox; trusted-types 'none'; require-trusted-types-for 'script'",
};

describeInBrowsers('hostile pages', (context) => {
  const load = (path: string, body: string, head = '', headers = {}) =>
    context.open(context.server.serve(path, htmlPage(body, head), headers));
  const texts = (marks: readonly SeenMark[]) => marks.map(({ text }) => text);
  const hover = async (page: Page) =>
    hoverCard(context.running, page, (await waitForMarks(page))[0]);
  /** What the reader would press at the card's middle. */
  const canUse = async (page: Page) => {
    const { box } = await waitForCard(context.running, page);
    return page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.getAttribute('popover') === 'manual',
      box.x + box.width / 2,
      box.y + box.height / 2,
    );
  };

  test('the strictest content security policy, with trusted types, and nothing is reported', async () => {
    const page = await load(
      '/csp',
      // Without a style of its own: the page gives no reason for a report.
      '<p>Trainium is a chip, and so is Inferentia.</p>',
      `<script>window.reports = []; addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective + event.sourceFile))</script>`,
      {
        'content-security-policy':
          "default-src 'none'; style-src 'none'; script-src 'unsafe-inline'; trusted-types 'none'; require-trusted-types-for 'script'",
      },
    );
    const card = await hover(page);
    expect(card.label).toBe('Trainium');
    const color = await inCard<string>(
      context.running,
      page,
      `return getComputedStyle(root.querySelector('.gl-card')).display;`,
    );
    expect(color).toBe('grid');
    expect(
      (await page.evaluate(() => (window as never as { reports: string[] }).reports)).filter(
        // The browser's look for an icon.
        (each) => !/^img-src/u.test(each),
      ),
    ).toEqual([]);
  });

  test('a page without scripts, in a sandbox', async () => {
    const page = await load('/sandbox', TEXT, '', STRICT);
    // Nothing can be asked of such a page but what it looks like, without its own style.
    const look = async () => (await page.screenshot({ encoding: 'base64' })).length;
    const plain = await look();
    await hoverUntil(page, { text: '', x: 36, y: 26 }, async () => (await look()) > plain * 1.5);
  });

  test('resets with !important, on the host and on everything', async () => {
    const page = await load(
      '/reset',
      TEXT,
      `<style>@layer a { html > *:not(body):not(head) { display: none !important } }
       * { all: unset !important }
       html > *:not(body):not(head) { display: none !important; opacity: 0 !important; visibility: hidden !important;
         clip-path: inset(100%) !important; transform: scale(0) !important; filter: opacity(0) !important;
         content-visibility: hidden !important; pointer-events: none !important; width: 0 !important; height: 0 !important;
         max-height: 0 !important; contain: strict !important; position: static !important; zoom: 0.01 !important }
       [popover]::backdrop { display: block !important; background: red !important }
       head, script, style { display: none !important } body, p { display: block !important }</style>`,
    );
    await hover(page);
    expect(await canUse(page)).toBe(true);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[popover=manual]') as HTMLElement;
      const style = getComputedStyle(host);
      return { opacity: style.opacity, visibility: style.visibility, transform: style.transform };
    });
    expect(seen).toEqual({ opacity: '1', visibility: 'visible', transform: 'none' });
  });

  test('overridden built-ins are neither used nor felt', async () => {
    const page = await load(
      '/builtins',
      TEXT,
      `<script>
        window.calls = [];
        const trap = (owner, name) => {
          const real = owner[name];
          owner[name] = function (...given) {
            if (!calls.armed) return real.apply(this, given);
            calls.push(name);
            throw new Error('hooked ' + name);
          };
        };
        trap(Element.prototype, 'attachShadow'); trap(Element.prototype, 'closest');
        trap(Document.prototype, 'createTreeWalker'); trap(Document.prototype, 'createElementNS');
        trap(Document.prototype, 'querySelectorAll'); trap(Node.prototype, 'compareDocumentPosition');
        trap(HighlightRegistry.prototype, 'set'); trap(HighlightRegistry.prototype, 'get');
        trap(Highlight.prototype, 'add'); trap(EventTarget.prototype, 'addEventListener');
        trap(Array.prototype, 'map'); trap(Array.prototype, 'filter'); trap(String.prototype, 'slice');
        trap(Map.prototype, 'get'); trap(Set.prototype, 'add'); trap(JSON, 'parse');
        trap(Promise.prototype, 'then'); trap(RegExp.prototype, 'exec');
        Object.defineProperty(Object.prototype, 'get', { get() { calls.push('get'); }, configurable: true });
        window.Highlight = window.StaticRange = window.Range = class { constructor() { calls.push('new'); } };
        window.requestIdleCallback = () => calls.push('idle');
        calls.armed = true;
      </script>`,
    );
    // The page's own world is unusable now: no mark can be asked for.
    await hoverUntil(page, { text: '', x: 70, y: 46 }, async () =>
      Boolean(
        await page.evaluate('document.documentElement.lastElementChild.hasAttribute("popover")'),
      ),
    );
    expect(await page.evaluate('(calls.armed = false, calls.join())')).toBe('');
  });

  test('names that shadow the document’s and a form’s own properties', async () => {
    const page = await load(
      '/clobber',
      `${TEXT}<form><input name="closest"><input name="parentElement"><input name="getRootNode"><input name="nodeType">
       <input name="localName"><input name="checkVisibility"><input name="parentNode">OpenAI<p>ChatGPT</p></form><p>Claude Code</p>
       <img name="getSelection"><img name="activeElement"><img name="title"><img name="hasFocus"><img name="hidden">`,
    );
    const marks = await waitForMarks(page, (found) => texts(found).includes('Claude Code'));
    expect(texts(marks)).toEqual(expect.arrayContaining(['Trainium', 'Inferentia', 'Claude Code']));
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
  });

  test('a registry that is cleared is filled again; one that is cleared for good is left alone', async () => {
    const page = await load('/cleared', `${TEXT}<p id="more"></p>`);
    const marks = await waitForMarks(page);
    await page.evaluate(() => {
      CSS.highlights.clear();
      (document.querySelector('#more') as Element).textContent = 'x';
    });
    await waitForMarks(page, (found) => found.length === marks.length);
    // Cleared whenever it is filled, for as long as it is: a fault would go on for ever.
    const sets = await page.evaluate(async () => {
      let count = 0;
      let misses = 0;
      for (let round = 0; misses < 12 && count < 30; round++) {
        (document.querySelector('#more') as Element).textContent = String(round);
        await new Promise((resolve) => setTimeout(resolve, 60));
        const isFilled = CSS.highlights.has('glosslight');
        count += isFilled ? 1 : 0;
        misses = isFilled ? 0 : misses + 1;
        CSS.highlights.clear();
      }
      return count;
    });
    expect(sets).toBeGreaterThan(1);
    expect(sets).toBeLessThan(9);
    // The words are known all the same.
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
    expect(context.faults).toEqual([]);
  });

  test('a flooded registry', async () => {
    const page = await load('/flooded', `${TEXT}<p id="many"></p>`);
    const marks = await waitForMarks(page);
    await page.evaluate(() => {
      const text = document.querySelector('#many') as Element;
      text.textContent = 'x '.repeat(2000);
      const node = text.firstChild as Text;
      for (let index = 0; index < 1000; index++) {
        const range = new StaticRange({
          startContainer: node,
          startOffset: index,
          endContainer: node,
          endOffset: index + 1,
        });
        CSS.highlights.set(`page-${index}`, new Highlight(range));
        CSS.highlights.get('glosslight')?.add(range);
      }
    });
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
    // What the page has put into our highlight has no card.
    const { y } = await page.$eval('#many', (each) => each.getBoundingClientRect().toJSON());
    await page.mouse.move(700, y + 8, { steps: 3 });
    await pause(700);
    await waitForNoCard(context.running, page);
  });

  test('an observer that removes what it does not know: two tries, then the popup has the facts', async () => {
    const page = await load(
      '/remover',
      // Gives up in the end: against a card without a bound the two would go on for ever.
      `${TEXT}<script>window.removed = 0; new MutationObserver((records, observer) => {
        for (const record of records) for (const node of record.addedNodes)
          if (node.nodeType === 1 && node.hasAttribute('popover')) {
            if (++removed >= 20) observer.disconnect();
            else node.remove();
          }
      }).observe(document.documentElement, { childList: true, subtree: true })</script>`,
    );
    const [first, second] = await waitForMarks(page);
    const removed = () => page.evaluate(() => (window as never as { removed: number }).removed);
    await moveOnto(page, first);
    await hoverUntil(page, first as SeenMark, async () => (await removed()) >= 3);
    for (const mark of [second, first]) {
      await page.mouse.move(600, 400, { steps: 3 });
      await moveOnto(page, mark);
      await pause(900);
    }
    expect(await readCard(context.running, page)).toBeNull();
    expect(await removed()).toBe(3);
    expect((await readMarks(page)).length).toBe(2);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction(
      (words) => document.body.textContent?.includes(words),
      {},
      HINDRANCES.removed,
    );
    await popup.close();
  });

  test('a thousand levels deep, and five million characters in one text', async () => {
    const page = await load(
      '/deep',
      `<main></main><p id="long"></p><script>
       let at = document.querySelector('main');
       for (let level = 0; level < 1000; level++) at = at.appendChild(document.createElement('div'));
       at.innerHTML = '<p>Trainium</p>';
       document.querySelector('#long').textContent = 'OpenAI ' + 'lorem ipsum dolor '.repeat(280000)</script>`,
      '<style>body{margin:20px} #long{height:3em;overflow:hidden}</style>',
    );
    const marks = await waitForMarks(
      page,
      (found) => texts(found).includes('OpenAI') && texts(found).includes('Trainium'),
      15_000,
    );
    await moveOnto(page, marks[0]);
    await hoverUntil(page, marks[0] as SeenMark, () => hasCard(page));
    expect(context.faults).toEqual([]);
  });

  test('lone surrogates, overrides of direction, look-alikes: only the term itself is marked', async () => {
    const page = await load(
      '/confusable',
      `<p id="odd"></p><script>document.querySelector('#odd').textContent =
        '\\ud800 Trainium \\udfff | \\u202eInferentia\\u202c | Tr\\u0430inium | Train\\u200bium2 | \\u0422rainium | T\\u0301rainium | ChatGPT\\ud83d\\ude00 | OpenAI\\u0308'</script>`,
    );
    const marks = await waitForMarks(page, (found) => texts(found).includes('ChatGPT'));
    // A character that can't be seen does not part a word; one that looks like another does.
    expect(texts(marks)).toEqual(['Trainium', 'Inferentia', 'Train\u200bium2', 'ChatGPT']);
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
  });

  test('a flood of made-up events opens nothing and closes nothing', async () => {
    const page = await load('/events', TEXT);
    const [mark] = await waitForMarks(page);
    await page.evaluate(({ x, y }) => {
      const target = document.elementFromPoint(x, y) as Element;
      for (let index = 0; index < 20_000; index++) {
        target.dispatchEvent(
          new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }),
        );
      }
      // Nor does a press that nobody has made, with a mouse or a finger.
      for (const pointerType of ['mouse', 'touch']) {
        for (const type of ['pointerdown', 'pointerup', 'click']) {
          const at = { clientX: x, clientY: y, bubbles: true, pointerType };
          target.dispatchEvent(new PointerEvent(type, at));
        }
      }
    }, mark as SeenMark);
    await pause(900);
    expect(await readCard(context.running, page)).toBeNull();
    await hoverCard(context.running, page, mark);
    await page.evaluate(() => {
      for (let index = 0; index < 5000; index++) {
        dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        dispatchEvent(new Event('scroll'));
        document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }
    });
    await pause(200);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });
});
