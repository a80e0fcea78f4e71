import { device } from '../router/device'
import { asynchronous } from './asynchronous'
import { listenerPair, tell, type Family } from './family'
import { networkState } from './network-state'
import { textSize } from './text-size'

const deviceInfo = () => ({
  abi: 'arm64',
  benchmarkLevel: -1,
  brand: device.brand,
  model: device.model,
  platform: 'devtools',
  system: 'iOS 16.0',
  memorySize: 4096,
})

const appBaseInfo = (dark: boolean | undefined) => ({
  SDKVersion: device.sdkVersion,
  enableDebug: false,
  host: { env: 'WeChat' },
  language: 'zh_CN',
  version: device.wechatVersion,
  ...(dark !== undefined && { theme: dark ? 'dark' : 'light' }),
  fontSizeSetting: 16 * textSize.scale,
  fontSizeScaleFactor: textSize.scale,
})

const systemSetting = () => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: networkState.online,
  deviceOrientation: 'portrait',
})

/** What WeChat says about telephone, window, app and settings. Sizes in CSS pixels. */
export const system: Family = (phone) => {
  const windowInfo = () => {
    const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window
    const view = phone.router.top?.scroller
    const windowHeight = view?.clientHeight ?? height - device.statusBar - device.navigationBar
    const bottom = height - device.safeBottom
    return {
      pixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight,
      statusBarHeight: device.statusBar,
      screenTop: view ? view.getBoundingClientRect().top : device.statusBar + device.navigationBar,
      safeArea: {
        left: 0,
        right: width,
        top: device.statusBar,
        bottom,
        width,
        height: bottom - device.statusBar,
      },
    }
  }
  // As in WeChat: an app that does not know darkness is not told of it.
  const darkness = window.matchMedia('(prefers-color-scheme: dark)')
  const knows = phone.runtime.manifest.app['darkmode'] === true
  const base = () => appBaseInfo(knows ? darkness.matches : undefined)
  darkness.addEventListener('change', ({ matches }) => {
    if (knows) tell(phone, 'ThemeChange', { theme: matches ? 'dark' : 'light' })
  })
  const info = () => ({
    ...deviceInfo(),
    ...windowInfo(),
    ...base(),
    ...systemSetting(),
  })
  let brightness = 0.6
  return {
    getSystemInfoSync: info,
    getSystemInfo: asynchronous('getSystemInfo', info),
    getSystemInfoAsync: asynchronous('getSystemInfoAsync', info),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: base,
    getSystemSetting: systemSetting,
    getMenuButtonBoundingClientRect: () => {
      const { width, height, top, rightGap } = device.capsule
      const right = window.innerWidth - rightGap
      return { width, height, top, right, bottom: top + height, left: right - width }
    },
    getScreenBrightness: asynchronous('getScreenBrightness', () => ({ value: brightness })),
    setScreenBrightness: asynchronous('setScreenBrightness', (o) => {
      brightness = Number(o['value'])
      phone.router.frame.element.style.filter = brightness > 0.85 ? 'brightness(1.04)' : ''
    }),
    setKeepScreenOn: asynchronous('setKeepScreenOn', () => {}),
    ...listenerPair(phone, 'WindowResize'),
    ...listenerPair(phone, 'KeyboardHeightChange'),
    ...listenerPair(phone, 'ThemeChange'),
    ...listenerPair(phone, 'MenuButtonBoundingClientRectWeightChange'),
    hideKeyboard: asynchronous('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }),
  }
}
