import { availableParallelism } from 'node:os'

/** Everything that `npm test` runs after types, lint and format. */
const base = {
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/test/support/esbuild-transform.cjs' },
  transformIgnorePatterns: [
    '/node_modules/(?!(mingo|valibot|croner|chinese-days|zxing-wasm|oxc-parser)/)',
  ],
  testEnvironment: 'node',
  // Looked up in jest's sandbox these make Ed25519 ten times slower.
  sandboxInjectedGlobals: ['Math', 'Float64Array', 'Uint8Array'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
}
const area = (name, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  ...more,
})
/** Phones and servers stand anywhere; the rules must not notice: two zones, neither of them Shanghai's. */
const domainIn = (zone) => ({
  ...area('domain'),
  displayName: `domain ${zone}`,
  testEnvironment: '<rootDir>/test/support/zone-environment.cjs',
  testEnvironmentOptions: { zone },
})
export default {
  projects: [
    { ...base, displayName: 'ground', testMatch: ['<rootDir>/test/*.test.ts'] },
    domainIn('UTC'),
    domainIn('America/Los_Angeles'),
    area('view'),
    area('services'),
    area('usecases'),
    area('cloud'),
    area('phone'),
    area('e2e', { globalSetup: '<rootDir>/test/e2e/global-setup.cjs' }),
  ],
  // More workers than cores: use cases and end-to-end tests mostly wait for functions and pages.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 120_000,
}
