import type { PassId } from '../../domain/ids'
import { brighten, dim } from '../../services/brightness'
import { CallError, call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { keepPass, keptPass, type OpenedPass } from '../../services/kept-pass'
import { say, wordsFor } from '../../services/say'
import { textClass } from '../../services/text-size'
import { passPageOf, type PassPage } from '../../view/pass-page'
import type { Act, Words } from '../../view/words'

/** The guardian confirms within the call. */
const LOOK_MS = 4000

interface PassData {
  textClass: string
  lost: Words | null
  view: PassPage | null
  offline: boolean
  sending: boolean
}
const FIRST: PassData = { textClass: '', lost: null, view: null, offline: false, sending: false }

/** A pick-up pass on the phone of whoever got the card. `?id=` is the pass. */
Page({
  data: FIRST,
  id: '' as PassId,
  timer: 0,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id as PassId
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
    this.timer = setInterval(() => {
      if (this.data.view?.state === 'waiting') void this.load()
    }, LOOK_MS)
  },
  onHide() {
    clearInterval(this.timer)
    void dim()
  },
  onUnload() {
    clearInterval(this.timer)
    void dim()
  },
  async load() {
    try {
      await this.show(await call('showPass', { passId: this.id }))
    } catch (error) {
      const offline = error instanceof CallError && error.detail.code === 'offline'
      const kept = offline ? await keptPass(this.id) : undefined
      if (kept) this.draw({ ...kept, now: now() }, true)
      else if (!this.data.view) this.setData({ lost: wordsFor(error) })
    }
  },
  async show(pass: OpenedPass) {
    this.draw(pass, false)
    await keepPass(this.id, pass)
  },
  draw(pass: OpenedPass, offline: boolean) {
    const view = passPageOf(pass)
    this.setData({ view, offline, lost: null })
    if (view.ticket) void brighten()
    else void dim()
  },
  async onOpen() {
    if (this.data.sending) return
    this.setData({ sending: true })
    try {
      await this.show(await call('openPass', { passId: this.id }))
    } catch (error) {
      await say(error, { retry: () => this.onOpen(), call_guardian: () => undefined })
      await this.load()
    } finally {
      this.setData({ sending: false })
    }
  },
  onHome() {
    follow('home')
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ lost: null })
    follow(event.detail.act, { retry: () => this.load() })
  },
})
