/**
 * The telephone that the frame imitates, in CSS pixels: an iPhone with a notch, as WeChat reports it
 * (`getMenuButtonBoundingClientRect`, `getWindowInfo`). Its width and height are the window's own.
 */
export const device = {
  statusBar: 44,
  navigationBar: 44,
  tabBar: 50,
  /** Height of the home indicator's zone, `env(safe-area-inset-bottom)`. */
  safeBottom: 34,
  capsule: { width: 87, height: 32, top: 48, rightGap: 7 },
  brand: 'devtools',
  model: 'Local phone',
  sdkVersion: '3.8.12',
  wechatVersion: '8.0.50',
} as const
