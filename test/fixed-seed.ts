import fc from 'fast-check';

/** Properties are tried with the same values each time, as any other test; NENPO_TEST_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env['NENPO_TEST_SEED'] ?? 1) });
