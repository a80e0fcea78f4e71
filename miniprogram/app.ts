import { openCloud } from './services/call'

App({
  onLaunch() {
    openCloud()
  },
})
