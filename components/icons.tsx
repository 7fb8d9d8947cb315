/**
 * The few icons, drawn in the colour of their text. They say nothing to a screen reader: whatever
 * holds one has a name of its own.
 */
import type { ComponentChildren } from 'preact';

function Icon({ children, mirror = false }: { children: ComponentChildren; mirror?: boolean }) {
  return (
    <svg
      class={mirror ? 'gl-icon gl-mirror' : 'gl-icon'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon mirror>
    <path d="M9.5 3.5 5 8l4.5 4.5" />
  </Icon>
);

export const NextIcon = () => (
  <Icon mirror>
    <path d="M6.5 3.5 11 8l-4.5 4.5" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon mirror>
    <path d="M2.5 8h11M9.5 4l4 4-4 4" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

/** @param props.filled whether the pin is in. */
export const PinIcon = ({ filled }: { filled: boolean }) => (
  <Icon>
    <path
      d="M5.5 2.5h5L10 7l2 2.2v1.3H4V9.2L6 7zM8 10.5v3.5"
      fill={filled ? 'currentColor' : 'none'}
    />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2" />
  </Icon>
);

export const EditIcon = () => (
  <Icon>
    <path d="m3 13 .6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 5v3.2l2 1.3" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4" />
    <path d="m10 10 3.5 3.5" />
  </Icon>
);
