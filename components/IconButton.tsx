import type { ComponentChildren } from 'preact';

export interface IconButtonProps {
  /** Accessible name, shown as a tooltip too. */
  readonly name: string;
  readonly onPress: () => void;
  /** For a switch-like button: whether it is in. */
  readonly pressed?: boolean;
  /** For a button that opens a part of the card: whether that part is open. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

/** A button that shows an icon alone; at least 24 × 24 px, 44 × 44 px in a bottom sheet. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      type="button"
      class="gl-icon-button"
      aria-label={props.name}
      title={props.name}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
