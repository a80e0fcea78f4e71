// Runs a project's tests with the host's clock in another time zone (`testEnvironmentOptions.zone`).
// It must happen here: inside a test `process.env` is a copy, and only the real one moves the clock.
const { TestEnvironment } = require('jest-environment-node')

module.exports = class ZoneEnvironment extends TestEnvironment {
  #before = process.env.TZ

  constructor(config, context) {
    super(config, context)
    process.env.TZ = config.projectConfig.testEnvironmentOptions.zone
    this.global.hostZone = process.env.TZ
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ
    else process.env.TZ = this.#before
    await super.teardown()
  }
}
