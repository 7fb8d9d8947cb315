import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask, loadIndex, loadSettings, watchSettings } from '../../extension/content-data.ts';
import { isConnected, shadowRootOf } from '../../extension/native.ts';
import { isSiteOn } from '../../extension/site-rules.ts';
import type { AliasIndex } from '../../glossary/alias-index.ts';
import { documentKind } from '../../page/document-kind.ts';
import { frameRole } from '../../page/frame-role.ts';
import { whenText } from '../../page/has-text.ts';
import { createPageReader } from '../../page/page-reader.ts';
import { isCustom } from '../../page/shadow-roots.ts';
import { type Companion, openDoor, type Stretch } from './door.ts';
import { takeOver, topSite, whenShown } from './frame.ts';

/** How long each try to have the companion loaded may take before the next, in ms. */
const CALLS = [1000, 5000, 15_000] as const;

/**
 * The script of every frame: reads the settings once, and the page where it is wanted. All else comes
 * with its companion, once a term was found.
 */
export default defineUnlistedScript(async () => {
  const life = takeOver();
  const { signal } = life;
  await whenShown(document);
  const site = await topSite(window);
  if (site === undefined || signal.aborted) return;
  const kind = documentKind(document);
  const isSmall = () => frameRole(window) === 'small';
  let companion: Companion | undefined;
  let stretch: (Stretch & { readonly ending: AbortController }) | undefined;
  let index: AliasIndex | undefined;
  let preparing: Promise<void> | undefined;
  const { promise: asked, resolve: begin } = Promise.withResolvers<void>();

  openDoor((join) => {
    if (companion !== undefined || signal.aborted) return;
    companion = join({
      site,
      kind,
      isSmall,
      stretch: () => stretch,
      async begin() {
        begin();
        await preparing;
      },
      take: (settings) => apply(settings),
      end: () => life.abort(),
      signal,
    });
  });
  // What the browser shows instead of a tree or a document of its own is no text of a page.
  if (kind === 'xml' || kind === 'pdf') return;
  let current = await loadSettings();
  if (signal.aborted) return;

  /** The aliases are fetched only where they are wanted and there is text to look for them in. */
  const prepare = async () => {
    await Promise.race([whenText(window, () => hasShadowTree(document), signal), asked]);
    index = await loadIndex().catch(() => undefined);
    preparing = undefined;
    if (index !== undefined && !signal.aborted) apply(current);
  };

  /** A background that is just being stopped may fail to answer, or never do: it is asked again. */
  const call = async () => {
    for (const patience of CALLS) {
      if (companion !== undefined || signal.aborted) return;
      const isOver = new Promise((resolve) => setTimeout(resolve, patience));
      const answer = ask('loadCompanion', { needsTop: isSmall() }).catch(() => {
        if (!isConnected()) life.abort();
        return isOver;
      });
      await Promise.race([answer, isOver]);
    }
  };

  const start = (aliases: AliasIndex) => {
    const ending = new AbortController();
    const reader = createPageReader({
      view: window,
      index: aliases,
      shadowRootOf,
      onFirstFind: () => void call(),
      onRewritten() {
        listen();
        companion?.onRewritten();
      },
      signal: ending.signal,
    });
    stretch = { settings: current, reader, signal: ending.signal, ending };
  };

  const apply = (next: unknown) => {
    current = next;
    const isOn = isSiteOn(site, next) && frameRole(window) !== 'ignored';
    if (!isOn && stretch === undefined) return;
    if (isOn && stretch !== undefined && companion?.accepts(next) !== false) return;
    if (isOn && index === undefined) {
      preparing ??= prepare();
      return;
    }
    stretch?.ending.abort();
    stretch = undefined;
    if (isOn && index !== undefined) start(index);
    companion?.onStretch(stretch);
  };

  const onShow = ({ persisted }: PageTransitionEvent) => {
    // Out of the back-forward cache: what was changed meanwhile has told nobody here.
    if (persisted) loadSettings().then(apply, () => life.abort());
  };
  const onResize = () => apply(current);
  const listen = () => {
    window.addEventListener('pageshow', onShow, { signal });
    if (window.top !== window) window.addEventListener('resize', onResize, { signal });
  };
  signal.addEventListener('abort', () => stretch?.ending.abort());
  watchSettings(apply, signal);
  listen();
  apply(current);
});

/** Pages that are one custom element, or a few, have all their text in shadow trees. */
function hasShadowTree(document: Document): boolean {
  for (const element of document.querySelectorAll('body > *, body > * > *')) {
    if (isCustom(element) && shadowRootOf(element) !== null) return true;
  }
  return false;
}
