import { allAsynchronous } from './asynchronous'
import type { Family } from './family'

export const routing: Family = ({ router }) =>
  allAsynchronous({
    navigateTo: (o) =>
      router.navigateTo({ url: o['url'], ...(o['events'] && { events: o['events'] }) }),
    redirectTo: (o) => router.redirectTo({ url: o['url'] }),
    switchTab: (o) => router.switchTab({ url: o['url'] }),
    reLaunch: (o) => router.reLaunch({ url: o['url'] }),
    navigateBack: (o) => router.navigateBack({ delta: o['delta'] ?? 1 }),
  })
