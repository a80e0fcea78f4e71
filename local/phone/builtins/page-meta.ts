import { toCssLengths } from '../runtime/css-lengths'
import { callWx } from '../runtime/services'
import { builtin } from './builtin'

export const pageMeta = builtin({
  tag: 'page-meta',
  properties: {
    rootFontSize: '',
    pageFontSize: '',
    pageStyle: '',
    rootBackgroundColor: '',
    backgroundColor: '',
    backgroundTextStyle: '',
    backgroundColorTop: '',
    backgroundColorBottom: '',
    pageOrientation: '',
    scrollTop: '',
    scrollDuration: 300,
  },
  setup: ({ host, get }) => {
    const page = () => host.closest<HTMLElement>('wx-page')
    const style = () => {
      const box = page()
      if (!box) return
      box.style.cssText = toCssLengths(get('pageStyle'))
      const ground = get('rootBackgroundColor')
      if (ground !== '') box.style.backgroundColor = ground
      const size = get('pageFontSize')
      if (size !== '' && size !== 'system') box.style.fontSize = size
    }
    const root = () => {
      const size = get('rootFontSize')
      if (size !== '' && size !== 'system') document.documentElement.style.fontSize = size
    }
    const window = () => {
      const scroller = host.closest<HTMLElement>('.phone-page-scroll')
      if (scroller && get('backgroundColor') !== '')
        scroller.style.background = get('backgroundColor')
    }
    return {
      attached: () => {
        style()
        root()
        window()
      },
      changed: {
        backgroundColor: window,
        rootBackgroundColor: style,
        pageStyle: style,
        pageFontSize: style,
        rootFontSize: root,
        scrollTop: (top) =>
          callWx('pageScrollTo', {
            scrollTop: Number.parseFloat(top),
            duration: get('scrollDuration'),
          }),
      },
    }
  },
})
