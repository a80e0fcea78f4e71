// Everything that must hold before a commit: types, lint, format, then jest's projects. Arguments go to jest.
import { spawnSync } from 'node:child_process'
import './install.mjs'

const steps = [
  ['types', 'node_modules/typescript/bin/tsc', '-b'],
  ['lint', 'node_modules/oxlint/bin/oxlint', '--type-aware'],
  ['format', 'node_modules/oxfmt/bin/oxfmt', '--check'],
  ['build', '--import', 'tsx', 'scripts/build.ts'],
  ['tests', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
]
for (const [name, ...args] of steps) {
  const started = Date.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  console.log(
    `${name}: ${status === 0 ? 'ok' : 'failed'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  if (status !== 0) process.exit(status ?? 1)
}
