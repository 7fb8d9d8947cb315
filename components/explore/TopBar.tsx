import { EXPLORE_TEXT } from './explore-text.ts';

export interface TopBarProps {
  /** Where the product's name leads. */
  readonly home: string;
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
    readonly isCurrent?: boolean;
  }[];
  readonly actions?: readonly { readonly text: string; readonly onPress: () => void }[];
}

/** The head of every full page: the name, the ways to the other pages, what else can be opened. */
export function TopBar({ home, links, actions = [] }: TopBarProps) {
  return (
    <header class="gl-top">
      <a class="gl-wordmark" href={home}>
        {EXPLORE_TEXT.product}
      </a>
      <nav aria-label={EXPLORE_TEXT.navigation}>
        {links.map(({ href, text, isCurrent }) => (
          <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
      {actions.length > 0 && (
        <div class="gl-top-actions">
          {actions.map(({ text, onPress }) => (
            <button key={text} type="button" class="gl-top-action" onClick={onPress}>
              {text}
            </button>
          ))}
        </div>
      )}
    </header>
  );
}
