const { execFileSync } = require('node:child_process')

/** Jest's own loader cannot take the local cloud's packages that are modules. */
module.exports = () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'test/e2e/seed-once.ts'], { stdio: 'inherit' })
}
