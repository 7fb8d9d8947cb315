import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TermId } from '../data/schema.ts';
import type { CardClaim, CardRelated } from '../glossary/card-record.ts';
import { type CiteHandler, CitePanel } from './CitePanel.tsx';
import { MoreIcon } from './icons.tsx';
import { hasMore, MorePanel, type MorePanelProps } from './MorePanel.tsx';
import { RelatedChips, RelatedList } from './RelatedChips.tsx';
import { CITE_TEXT, MORE_TEXT, RELATED_TEXT } from './strings.ts';

type Panel = 'related' | 'cite' | 'more';

const PANEL_NAMES: Readonly<Record<Panel, string>> = {
  related: RELATED_TEXT.title,
  cite: CITE_TEXT.title,
  more: MORE_TEXT.open,
};

export interface CardFooterProps {
  readonly related: readonly CardRelated[];
  /** Claims that can be cited, in the order shown. */
  readonly citable: readonly CardClaim[];
  readonly more: MorePanelProps;
  readonly onOpenTerm: (id: TermId) => void;
  readonly onCite?: CiteHandler | undefined;
}

/**
 * Related terms and actions. What an action opens lies over the lower part of the card, so that
 * neither the footer nor the page moves under the pointer.
 */
export function CardFooter({ related, citable, more, onOpenTerm, onCite }: CardFooterProps) {
  const footer = useRef<HTMLElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState<Panel | undefined>(undefined);
  const [byKeyboard, setByKeyboard] = useState(false);

  const toggle = (name: Panel, keyboard: boolean) => {
    const root = footer.current?.getRootNode();
    const active = (root as Document | ShadowRoot | undefined)?.activeElement;
    opener.current = active instanceof HTMLElement ? active : null;
    setByKeyboard(keyboard);
    setOpen(open === name ? undefined : name);
  };

  useLayoutEffect(() => {
    if (open === undefined || !byKeyboard) return;
    panel.current?.querySelector<HTMLElement>('summary, button:not(:disabled)')?.focus();
  }, [open, byKeyboard]);

  useEffect(() => {
    const root = footer.current?.getRootNode();
    if (open === undefined || root === undefined) return;
    const closeOutside = (event: Event) => {
      const path = event.composedPath();
      const inside = [footer.current, panel.current].some(
        (part) => part !== null && path.includes(part),
      );
      if (!inside) setOpen(undefined);
    };
    root.addEventListener('pointerdown', closeOutside);
    return () => root.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const canCite = onCite !== undefined && citable.length > 0;
  const canMore = hasMore(more);
  if (related.length === 0 && !canCite && !canMore) return null;
  return (
    <>
      <footer ref={footer} class="gl-foot">
        {related.length > 0 ? (
          <RelatedChips
            related={related}
            onOpenTerm={onOpenTerm}
            expanded={open === 'related'}
            onExpand={(keyboard) => toggle('related', keyboard)}
          />
        ) : (
          <span class="gl-chips" />
        )}
        {canCite && (
          <button
            type="button"
            class="gl-action"
            aria-expanded={open === 'cite'}
            onClick={(event) => toggle('cite', event.detail === 0)}
          >
            {CITE_TEXT.open}
          </button>
        )}
        {canMore && (
          <button
            type="button"
            class="gl-icon-button"
            aria-label={MORE_TEXT.open}
            title={MORE_TEXT.open}
            aria-expanded={open === 'more'}
            onClick={(event) => toggle('more', event.detail === 0)}
          >
            <MoreIcon />
          </button>
        )}
      </footer>
      {open !== undefined && (
        <fieldset
          ref={panel}
          class="gl-panel"
          aria-label={PANEL_NAMES[open]}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setOpen(undefined);
            opener.current?.focus();
          }}
        >
          {open === 'related' && <RelatedList related={related} onOpenTerm={onOpenTerm} />}
          {open === 'cite' && onCite !== undefined && (
            <CitePanel claims={citable} onCite={onCite} />
          )}
          {open === 'more' && <MorePanel {...more} />}
        </fieldset>
      )}
    </>
  );
}
