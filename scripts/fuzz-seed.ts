/** Gives every property of a run one seed, so that what it finds can be found again. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED), verbose: 1 });
