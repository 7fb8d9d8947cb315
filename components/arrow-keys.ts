/** Moving the focus along a row or list of controls with the arrow keys, Home and End. */

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/**
 * Handles one key press inside a group of controls; other keys are left alone.
 * @param event a key press whose `currentTarget` holds the controls.
 * @param axis the two keys to take: those along the group.
 */
export function moveFocusAlong(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  axis: 'horizontal' | 'vertical',
): void {
  const group = event.currentTarget;
  const controls = [...group.querySelectorAll<HTMLElement>('button:not([hidden], :disabled)')];
  const at = controls.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const next = nextIndex(event.key, at, controls.length, axis, isRightToLeft(group));
  const control = next === undefined ? undefined : controls[next];
  if (control === undefined) return;
  event.preventDefault();
  control.focus();
}

function nextIndex(
  key: string,
  at: number,
  count: number,
  axis: 'horizontal' | 'vertical',
  mirrored: boolean,
): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (step === undefined || sideways !== (axis === 'horizontal')) return undefined;
  return at + (sideways && mirrored ? -step : step);
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
