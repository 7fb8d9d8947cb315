/** @returns the reader's day as `YYYY-MM-DD`, in the reader's time zone. */
export function today(): string {
  // Swedish writes dates the way ISO 8601 does.
  return new Date().toLocaleDateString('sv');
}
