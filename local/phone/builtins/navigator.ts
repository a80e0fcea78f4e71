import { callWx } from '../runtime/services'
import { builtin } from './builtin'

const ways: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
}

export const navigator = builtin({
  tag: 'navigator',
  properties: {
    target: 'self',
    url: '',
    openType: 'navigate',
    delta: 1,
    hoverClass: 'navigator-hover',
    hoverStayTime: 600,
    appId: '',
    path: '',
    extraData: null,
    version: 'release',
    shortLink: '',
  },
  setup: ({ host, get, emit, on }) => {
    host.setAttribute('role', 'link')
    on('tap', () => {
      const way = ways[get('openType')] ?? 'navigateTo'
      callWx(way, {
        url: get('url'),
        delta: get('delta'),
        success: (detail: unknown) => emit('success', detail),
        fail: (detail: unknown) => emit('fail', detail),
        complete: (detail: unknown) => emit('complete', detail),
      })
    })
  },
})
