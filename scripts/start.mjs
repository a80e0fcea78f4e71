import { spawn } from 'node:child_process'
import './install.mjs'

const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'local/start.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
// Ctrl-C reaches the child too; it closes the data folder and ends, and so do we.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => process.exit(code ?? 0))
