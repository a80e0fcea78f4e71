import { openCloud } from './services/call'
import { enterAhead } from './services/session'

App({
  onLaunch() {
    openCloud()
    enterAhead()
  },
})
