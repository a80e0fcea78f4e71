import { asynchronous } from './asynchronous'
import { listenerPair, type Family } from './family'
import { networkState } from './network-state'

export const network: Family = (phone) => ({
  getNetworkType: asynchronous('getNetworkType', () => ({
    networkType: networkState.online ? 'wifi' : 'none',
    isConnected: networkState.online,
  })),
  ...listenerPair(phone, 'NetworkStatusChange'),
})
