import type { StaffRole } from '../../../domain/role'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { roleOptionsOf, type RoleOption } from '../../../view/role-choice'
import { momentWords } from '../../../view/when'
import type { Act, Words } from '../../../view/words'
import { ROLE_WORDS } from '../../../view/words-role'

const MOST = 10
const PAGE = '/packages/staff/invitation-accept/invitation-accept'

interface Made {
  readonly code: string
  readonly until: string
  readonly role: string
  readonly name: string
}

interface InviteData {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  roles: RoleOption[] | null
  role: StaffRole | ''
  name: string
  nameWrong: string
  roleWrong: string
  sending: boolean
  made: Made | null
}
const FIRST: InviteData = {
  textClass: '',
  skeleton: [[{ width: '100%', height: '240rpx' }], [{ width: '100%', height: '480rpx' }]],
  failed: null,
  roles: null,
  role: '',
  name: '',
  nameWrong: '',
  roleWrong: '',
  sending: false,
  made: null,
}

/** A one-time invitation: the code is shown here once and stored nowhere. */
Page({
  data: FIRST,
  mine: [] as readonly StaffRole[],

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      this.mine = (await entered()).me.roles
      const [only, second] = roleOptionsOf(this.mine, '')
      const role = only && !second ? only.role : ''
      this.setData({ failed: null, role, roles: roleOptionsOf(this.mine, role) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value, nameWrong: '' })
  },
  onRole(event: WechatMiniprogram.TouchEvent) {
    const role = event.currentTarget.dataset['role'] as StaffRole
    this.setData({ role, roleWrong: '', roles: roleOptionsOf(this.mine, role) })
  },
  async onMake() {
    const { role, sending } = this.data
    const name = this.data.name.trim()
    this.setData({
      nameWrong: name === '' ? '请写上怎么称呼' : name.length > MOST ? `最多 ${MOST} 个字` : '',
      roleWrong: role === '' ? '请选一个身份' : '',
    })
    if (sending || role === '' || this.data.nameWrong) return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const { code, expiresAt } = await call('inviteStaff', { siteId: site.id, role, name })
      const made = { code, until: momentWords(expiresAt), role: ROLE_WORDS[role].name, name }
      this.setData({ made, sending: false })
    } catch (error) {
      this.setData({ sending: false })
      await say(error, { retry: () => this.onMake() })
    }
  },
  onCopy() {
    void wx.setClipboardData({ data: this.data.made?.code ?? '' })
  },
  onAgain() {
    this.setData({ made: null, name: '' })
  },
  onShareAppMessage() {
    const { made } = this.data
    return made
      ? { title: `请您来做${made.role}`, path: `${PAGE}?code=${made.code}` }
      : { title: '渔你成长小屋', path: '/pages/home/home' }
  },
  onHome() {
    follow('home')
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.open() })
  },
})
