// Makes `npm start` and `npm test` work on a fresh clone: installs when node_modules is absent or older than the lock.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** npm keeps its own copy of the lock in node_modules; where the two name other packages, the folder is stale. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const there = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
    return (
      Object.entries(there).every(([path, { version }]) => wanted[path]?.version === version) &&
      Object.entries(wanted).every(
        ([path, { optional }]) => path === '' || optional || path in there,
      )
    )
  } catch {
    return false
  }
}

if (!isInstalled()) {
  console.log('Installing packages …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
