import type { CopyId, HouseholdId } from '../../../domain/ids'
import { readLabel } from '../../../domain/loan'
import { dateOf } from '../../../domain/time'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { scanCode } from '../../../services/scan'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { scannedOf, type ScannedCopy } from '../../../view/loan-desk'
import { loanRowsOf, type LoanRow } from '../../../view/loans'
import { foundElse, type FoundElse } from '../../../view/find-child'
import { dateWords } from '../../../view/when'
import { wordsOf, type Act, type Words } from '../../../view/words'

type Found = FoundElse & { readonly householdId: HouseholdId }

/** The lending desk: scan the label, then take the book back or write down who takes it home. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '320rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    typed: '',
    /** What is wrong with the label. */
    wrong: '',
    scanned: null as ScannedCopy | null,
    name: '',
    families: null as Found[] | null,
    busy: false,
    /** 借给小雨家，12 月 9 日还; empty before the first. */
    done: '',
    rows: null as LoanRow[] | null,
    late: 0,
  },
  attempt: '',

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { loans } = await call('listLoans', { siteId: site.id })
      const rows = loanRowsOf(loans, dateOf(now()))
      this.setData({ failed: null, rows, late: rows.filter(({ late }) => late).length })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onScan() {
    const text = await scanCode()
    if (text !== undefined) await this.show(text)
  },
  onCode({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value, wrong: '' })
  },
  async onTyped() {
    await this.show(this.data.typed)
  },
  async show(text: string) {
    const code = readLabel(text)
    this.setData({ done: '', wrong: '', scanned: null, families: null, name: '' })
    if (!code) {
      this.setData({ wrong: wordsOf({ code: 'copy_unknown' }).text })
      return
    }
    try {
      const { site } = await entered()
      const shown = await call('showCopy', { siteId: site.id, code })
      this.attempt = newAttempt()
      this.setData({ scanned: scannedOf(shown, dateOf(now())), typed: '' })
    } catch (error) {
      const isUnknown = error instanceof CallError && error.detail.code === 'copy_unknown'
      if (isUnknown) this.setData({ wrong: wordsFor(error).text })
      else await say(error, { retry: () => this.show(text), scan_again: () => this.onScan() })
    }
  },
  async onName(event: WechatMiniprogram.Input) {
    const name = event.detail.value
    this.setData({ name })
    if (!name.trim()) {
      this.setData({ families: null })
      return
    }
    try {
      const { site } = await entered()
      const { children } = await call('findFamilies', { siteId: site.id, typed: name.trim() })
      // A slower answer to earlier words.
      if (this.data.name !== name) return
      const families = children.map((child) => ({
        ...foundElse([child], [])[0],
        householdId: child.householdId,
      }))
      this.setData({ families: families as Found[] })
    } catch (error) {
      await say(error, { retry: () => this.onName(event) })
    }
  },
  async onLend({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { household, child } = currentTarget.dataset as { household: HouseholdId; child: string }
    const { scanned } = this.data
    if (!scanned || this.data.busy) return
    await this.act(async (siteId) => {
      const { dueOn } = await call('lendCopy', {
        siteId,
        copyId: scanned.copyId,
        householdId: household,
        attempt: this.attempt,
      })
      return `《${scanned.title}》借给${child}家，${dateWords(dueOn)}还`
    })
  },
  async onReturn() {
    const { scanned } = this.data
    if (scanned?.attempt) await this.end(scanned.copyId, scanned.attempt, scanned.title, false)
  },
  async onLost({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const row = this.data.rows?.[Number(currentTarget.dataset['index'])]
    if (!row) return
    const { confirm } = await wx.showModal({
      title: '这本找不到了？',
      content: `${row.title}记为丢失，${row.who}不再算在借。找到了扫一下就回来。`,
      confirmText: '记为丢失',
      cancelText: '再等等',
      confirmColor: '#C93F22',
    })
    if (confirm) await this.end(row.copyId as CopyId, row.attempt, row.title, true)
  },
  async end(copyId: CopyId, loan: string, title: string, lost: boolean) {
    await this.act(async (siteId) => {
      await call('returnCopy', { siteId, copyId, loan, lost })
      return lost ? `${title}记为丢失` : `《${title}》还了，放回书架`
    })
  },
  async act(work: (siteId: Awaited<ReturnType<typeof entered>>['site']['id']) => Promise<string>) {
    if (this.data.busy) return
    this.setData({ busy: true })
    try {
      const { site } = await entered()
      const done = await work(site.id)
      this.setData({ done, scanned: null, families: null, name: '' })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.act(work), scan_again: () => this.onScan() })
    } finally {
      this.setData({ busy: false })
    }
  },
  onCall({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { phone } = currentTarget.dataset as { phone: string }
    // Closing the dialler is no failure.
    wx.makePhoneCall({ phoneNumber: phone, fail: () => {} })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
