/** @returns the first index for which the test fails, where it holds for all before and no later. */
export function placeOf(length: number, isBeforePlace: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeforePlace(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
