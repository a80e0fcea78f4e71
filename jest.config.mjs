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
/** Phones and servers stand anywhere; the rules must not notice. */
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
    domainIn('Asia/Shanghai'),
    domainIn('America/Los_Angeles'),
    area('view'),
    area('services'),
    area('usecases'),
    area('cloud'),
    area('phone'),
    area('e2e', { globalSetup: '<rootDir>/test/e2e/global-setup.cjs' }),
  ],
  // jest leaves a core free unless told; the end-to-end tests mostly wait.
  maxWorkers: '100%',
  testTimeout: 30_000,
}
