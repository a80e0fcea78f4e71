import { openCloud } from './services/call'
import { now } from './services/clock'
import { forgetOldDays } from './services/kept-days'
import { enterAhead } from './services/session'
import { showUnread } from './services/unread-badge'

App({
  onLaunch() {
    openCloud()
    showUnread()
    enterAhead()
    forgetOldDays(now())
  },
})
