/** How often a property is tried: a few times in the usual tests, many under `npm run fuzz`. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
