import { openBridge } from '../automator/bridge'
import type { PhoneStart } from '../phone-document'
import { createRouter } from '../router/router'
import { followClock } from '../wx/clock'
import { launchEntry } from '../wx/app-life'
import { agreePrivacy } from '../wx/privacy'
import { sharePage } from '../wx/share-page'
import { createWx } from '../wx/create-wx'
import type { Phone } from '../wx/family'
import { cloudFileUrl } from '../wx/cloud-files'
import { fileUrl } from '../wx/files'
import { createDomWx } from './create-dom-wx'
import { createFramework } from './framework'
import { createLoader, type Loader, type Scope } from './loader'
import { createRuntime, definers } from './create-runtime'
import { keepPages, restorePages } from './kept-pages'
import { reloadOnChange } from './reload-on-change'
import { reportError } from './report-error'
import { services } from './services'
import type { PhoneEnv } from './types'

/** Put into the page by the server, so that nothing has to be asked for first. */
declare const phoneStart: PhoneStart
/** The common characters' font: text that is laid out before it is there is laid out again, slowly. */
declare const phoneFont: Promise<unknown>
/** Asked for by the document's first line, before fonts and runtime stand in the queue. */
declare const phoneClock: Promise<Response | undefined>

const params = new URLSearchParams(location.search)
const asked = params.get('page')
const page = asked && `/${asked.replace(/^\//, '')}`
const env: PhoneEnv = {
  openid: params.get('openid') ?? 'visitor',
  params,
  ...(page ? { page } : {}),
}

window.addEventListener('error', ({ error, message }) => reportError(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => reportError(reason, 'Promise'))

const app: { current: Record<string, unknown> | undefined } = { current: undefined }
const framework = createFramework()
const made: { loader?: Loader } = {}
const scope: Scope = {
  ...definers(
    framework,
    () => made.loader as Loader,
    (given) => {
      app.current = given
    },
  ),
  getApp: () => app.current,
}
const loader = createLoader(scope)
made.loader = loader
const runtime = createRuntime({ ...phoneStart, framework, loader }, app)
const router = createRouter(runtime, document.body, {
  assetUrl: (path) => `/phone/app/${path.replace(/^\//, '')}`,
})
const top = () => router.stack.at(-1)?.instance
const phone: Phone = { runtime, router, env, listeners: new Map() }
const wx = createWx(phone, createDomWx({ currentPage: top }))
scope['wx'] = wx
scope['getCurrentPages'] = () => router.stack.map(({ instance }) => instance)
services.wx = wx
services.openid = env.openid
services.page = () => router.stack.at(-1)
services.agreePrivacy = () => agreePrivacy(phone)
services.userFile = (path) => fileUrl(phone, path)
services.cloudFile = (fileId) => cloudFileUrl(phone, fileId)
services.share = (target) => void sharePage(phone, 'button', target)

const start = async () => {
  // Clock and automation first, so that the app's first line sees both.
  await Promise.all([followClock(phoneClock), openBridge({ runtime, router, wx, env }), phoneFont])
  router.frame.startClock()
  const entry = runtime.manifest.app.entryPagePath ?? runtime.manifest.pages[0] ?? ''
  const { path, query } = launchEntry(phone)
  await runtime.launchApp(launchEntry(phone))
  if (!runtime.manifest.pages.includes(path)) {
    const unknown = { path, query, isEntryPage: true, openType: 'appLaunch' }
    if (runtime.callApp('onPageNotFound', unknown)) return
  }
  if (!(await restorePages(env.openid, router)))
    await router.reLaunch({ url: env.page ?? `/${entry}` })
}
if (phoneStart.watch)
  reloadOnChange({
    version: runtime.manifest.version,
    pages: () => (router.stack.length > 0 ? runtime.loadedPages() : []),
    refresh: (change) => framework.refresh(change),
    rerun: (scripts) => {
      keepPages(env.openid, router.stack)
      loader.replace(scripts)
      try {
        for (const path of Object.keys(scripts)) loader.require(path)
        restorePages(env.openid, router).catch(reportError)
      } catch (error) {
        reportError(error)
      }
    },
    restart: () => {
      keepPages(env.openid, router.stack)
      location.reload()
    },
  })
start().catch(reportError)
