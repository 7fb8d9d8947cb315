import { useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';
import { POPUP_TEXT } from './strings.ts';

export interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Enter: opens the first result. */
  readonly onSubmit: () => void;
  /** Arrow down: goes to the list. */
  readonly onLeave: () => void;
}

/** Search over all terms, those of the page or not. */
export function SearchBox({ query, onQuery, onSubmit, onLeave }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <search class="gl-search">
      <SearchIcon />
      <input
        ref={input}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellcheck={false}
        aria-label={POPUP_TEXT.search}
        placeholder={POPUP_TEXT.search}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') onSubmit();
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {query !== '' && (
        <IconButton
          name={POPUP_TEXT.clear}
          onPress={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <CloseIcon />
        </IconButton>
      )}
    </search>
  );
}
