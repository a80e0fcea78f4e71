import { openCloud } from './services/call'
import { now } from './services/clock'
import { forgetOldDays } from './services/kept-days'
import { enterAhead } from './services/session'

App({
  onLaunch() {
    openCloud()
    enterAhead()
    forgetOldDays(now())
  },
})
