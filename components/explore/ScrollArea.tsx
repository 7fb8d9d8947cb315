import type { ComponentChildren } from 'preact';

/** Room for a table wider than the page: it scrolls sideways, by keys too. */
export function ScrollArea(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section
      class="gl-table-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      aria-label={props.name}
    >
      {props.children}
    </section>
  );
}
