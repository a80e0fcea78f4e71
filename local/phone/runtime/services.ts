import type { GeneralComponent } from 'glass-easel'
import type { MountedPage } from './types'

interface Services {
  wx: Record<string, unknown>
  openid: string
  /** Paths of the app's components with the behaviour `wx://form-field`. */
  formFields: Set<string>
  /** The page on screen. */
  page: () => MountedPage | undefined
  /** Notes that the person agreed to the app's privacy guide. */
  agreePrivacy: () => void
  /** Shares the page on screen for a tap on a button, told as the page's `target`. */
  share: (target: object) => void
  /** Address under which the browser shows a `wxfile:` of the person. */
  userFile: (path: string) => string
  /** Address of a file of the cloud; empty where there is none. */
  cloudFile: (fileId: string) => Promise<string>
  /** Sends a tap to an element, as a finger would. */
  tap: (node: GeneralComponent) => void
}

/** What built-ins need of the rest of the phone; boot and the framework fill it. */
export const services: Services = {
  wx: {},
  openid: '',
  formFields: new Set(),
  page: () => undefined,
  agreePrivacy: () => {},
  share: () => {},
  userFile: () => '',
  cloudFile: async () => '',
  tap: () => {},
}

/** Calls a `wx` function that takes one object, without waiting; one not built is passed over. */
export const callWx = (name: string, argument: object) => {
  if (!(name in services.wx)) return
  const method = services.wx[name]
  if (typeof method === 'function') (method as (given: object) => unknown)(argument)
}
