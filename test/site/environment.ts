/** The shell's variables without those that the test runner adds, which Vite would take for its own. */
export function shellEnvironment(): NodeJS.ProcessEnv {
  const added = /^(VITEST.*|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
}
