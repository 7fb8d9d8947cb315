/**
 * Sees what a reader sees of the card, whose shadow root is closed to the page: through the debugging
 * protocols, which need no door left open in the product.
 */
import type { Page } from 'puppeteer-core';
import { bidiOf, contextOf, type Running } from './browsers.ts';
import { PATIENCE, until } from './patience.ts';

/**
 * Runs a function in the page with the card's shadow root as its first argument.
 * @param body source of the function's body; `root` is the shadow root, undefined without a card.
 * @returns what it returns, by value.
 */
export async function inCard<T>(running: Running, page: Page, body: string): Promise<T> {
  return running.name === 'chromium'
    ? inChromiumCard<T>(page, body)
    : inFirefoxCard<T>(running, page, body);
}

interface CdpNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly (CdpNode & { readonly shadowRootType: string })[];
}

async function inChromiumCard<T>(page: Page, body: string): Promise<T> {
  const client = await page.createCDPSession();
  try {
    const { root } = (await client.send('DOM.getDocument', { depth: -1, pierce: true })) as {
      root: CdpNode;
    };
    const backendNodeId = findClosedRoot(root);
    const declaration = `function () { const root = this.nodeType === 11 ? this : undefined; ${body} }`;
    const objectId =
      backendNodeId === undefined
        ? (await client.send('Runtime.evaluate', { expression: 'document' })).result.objectId
        : (await client.send('DOM.resolveNode', { backendNodeId })).object.objectId;
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      functionDeclaration: declaration,
      objectId: objectId as string,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value as T;
  } finally {
    await client.detach();
  }
}

/** The card's host is the one with a popover attribute and a closed root. */
function findClosedRoot(node: CdpNode): number | undefined {
  for (const shadow of node.shadowRoots ?? []) {
    if (shadow.shadowRootType === 'closed' && hasCard(shadow)) return shadow.backendNodeId;
    const inside = findClosedRoot(shadow);
    if (inside !== undefined) return inside;
  }
  for (const child of node.children ?? []) {
    const found = findClosedRoot(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasCard(node: CdpNode & { readonly attributes?: readonly string[] }): boolean {
  if (node.attributes?.some((value) => /^gl-card\b/u.test(value))) return true;
  return (node.children ?? []).some(hasCard);
}

interface BidiResult {
  readonly type: string;
  readonly result?: { readonly sharedId?: string; readonly value?: unknown; readonly type: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function inFirefoxCard<T>(running: Running, page: Page, body: string): Promise<T> {
  const connection = bidiOf(running);
  const context = contextOf(page);
  const host = (await connection.send('script.evaluate', {
    expression: 'document.querySelector("[popover=manual][data-theme]")',
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  })) as { result: BidiResult };
  const value = host.result.result?.value as
    | { readonly shadowRoot?: { readonly sharedId: string } }
    | undefined;
  const sharedId = value?.shadowRoot?.sharedId;
  const call = (await connection.send('script.callFunction', {
    functionDeclaration: `function (root) { return Promise.resolve((() => { ${body} })()).then((value) => JSON.stringify(value)); }`,
    target: { context },
    awaitPromise: true,
    arguments: [sharedId === undefined ? { type: 'undefined' } : { sharedId }],
  })) as { result: BidiResult };
  if (call.result.type === 'exception') {
    throw new Error(call.result.exceptionDetails?.text ?? 'failed');
  }
  const text = call.result.result?.value;
  return (typeof text === 'string' ? JSON.parse(text) : undefined) as T;
}

export interface SeenCard {
  readonly label: string;
  readonly text: string;
  readonly claims: number;
  readonly dates: readonly string[];
  readonly links: readonly string[];
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** @returns the open card, or null. */
export function readCard(running: Running, page: Page): Promise<SeenCard | null> {
  return inCard<SeenCard | null>(
    running,
    page,
    `const card = root?.querySelector('.gl-card:not(.gl-toast)');
     if (!card) return null;
     const { x, y, width, height } = card.getBoundingClientRect();
     return {
       label: card.querySelector('h2')?.textContent ?? '',
       text: card.innerText ?? card.textContent,
       claims: card.querySelectorAll('.gl-claim').length,
       dates: [...card.querySelectorAll('time')].map((time) => time.getAttribute('datetime')),
       links: [...card.querySelectorAll('a[href]')].map((link) => link.href),
       box: { x, y, width, height },
     };`,
  );
}

/** Waits until a card is open. */
export async function waitForCard(running: Running, page: Page, ms = PATIENCE): Promise<SeenCard> {
  const card = await until(
    () => readCard(running, page),
    (seen) => seen !== null && seen.box.width > 0,
    'no card came',
    ms,
  );
  return card as SeenCard;
}

/** Waits until no card is open. */
export async function waitForNoCard(running: Running, page: Page): Promise<void> {
  await until(
    () => readCard(running, page),
    (seen) => seen === null,
    'the card stays',
  );
}

/** Waits until the open card is that of a term. */
export async function waitForLabel(running: Running, page: Page, label: string): Promise<SeenCard> {
  const card = await until(
    () => readCard(running, page),
    (seen) => seen?.label === label,
    `no card of ${label}`,
  );
  return card as SeenCard;
}
