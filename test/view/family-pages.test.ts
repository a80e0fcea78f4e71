import { noticeVersionsOf } from '../../miniprogram/domain/consent'
import type { StaffRole } from '../../miniprogram/domain/role'
import { ageNoteOf, childErrorsOf, isOfAge, toggleAllergy } from '../../miniprogram/view/child-form'
import { familyOf, maskPhone } from '../../miniprogram/view/family'
import { errorsOf, withoutError } from '../../miniprogram/view/form-errors'
import { noticesOf } from '../../miniprogram/view/notices'
import { REGISTER_WORDS, registerErrorsOf } from '../../miniprogram/view/register-form'
import { aChild } from '../support/a-child'
import { MONDAY } from '../support/a-day'
import { BIG, LITTLE } from '../support/a-site'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-09-07 10:00')
const site = { name: '渔你成长小屋', address: '渔邨社区', operator: '运营方', phone: '0755-1' }

describe('registration', () => {
  const filled = {
    name: '小雨妈妈',
    phone: '138 0013-8000',
    code: '',
    agreed: { guardian: true, children: true },
  }

  test('a filled form with both ticks is fine, by typed number or by WeChat', () => {
    expect(registerErrorsOf(filled)).toEqual({})
    expect(registerErrorsOf({ ...filled, phone: '', code: 'wx-code' })).toEqual({})
  })

  test('each notice wants its own tick', () => {
    const agreed = { guardian: true, children: false }
    expect(Object.keys(registerErrorsOf({ ...filled, agreed }))).toEqual(['children'])
  })

  test('a name too long and a number too short stand beside their fields', () => {
    const errors = registerErrorsOf({ ...filled, name: '妈'.repeat(11), phone: '1380013800' })
    expect(errors).toEqual({ name: REGISTER_WORDS.name, phone: REGISTER_WORDS.phone })
    expect(withoutError(errors, 'name')).toEqual({ phone: REGISTER_WORDS.phone })
  })

  test("the function's word on a field lands beside it, and only where the page has that field", () => {
    const fields = [
      { path: 'phone.number', why: 'wrong' as const },
      { path: 'siteId', why: 'missing' as const },
    ]
    expect(errorsOf({ code: 'invalid_input', fields }, REGISTER_WORDS)).toEqual({
      phone: REGISTER_WORDS.phone,
    })
    expect(errorsOf({ code: 'busy' }, REGISTER_WORDS)).toEqual({})
  })

  test('the notices shown are the versions in force and say who, what, how long and what if not', () => {
    const notices = noticesOf(site)
    expect(notices.map(({ name, version }) => [name, version])).toEqual(
      Object.entries(noticeVersionsOf({})),
    )
    for (const { parts } of notices) {
      const heads = parts.map(({ head }) => head)
      expect(heads).toEqual(
        expect.arrayContaining([
          '收集什么、为什么',
          '保存多久',
          '谁能看到',
          '您的权利',
          '不同意会怎样',
        ]),
      )
    }
    expect(notices[0]?.parts[0]?.text).toBe('渔你成长小屋，由运营方运营。')
  })
})

describe('a child', () => {
  const groups = [LITTLE, BIG]
  const bornMonthsAgo = (months: number) => aChild({ months }).birthDate

  test('its birthday says at once what it means', () => {
    expect(ageNoteOf(bornMonthsAgo(25), groups, MONDAY)).toBe('今天 2 岁 1 个月，在big')
    expect(ageNoteOf(bornMonthsAgo(17), groups, MONDAY)).toBe(
      '今天 1 岁 5 个月。满 18 个月（2026 年 10 月 7 日 周三）起可以预约',
    )
    expect(ageNoteOf(bornMonthsAgo(36), groups, MONDAY)).toContain('接收不满 3 岁的孩子')
    expect(ageNoteOf('', groups, MONDAY)).toBe('')
    expect(isOfAge(bornMonthsAgo(17), groups, MONDAY)).toBe(false)
    expect(isOfAge(bornMonthsAgo(18), groups, MONDAY)).toBe(true)
  })

  test('a name, a birthday up to today and a short list are wanted', () => {
    const good = { name: '小雨', birthDate: String(MONDAY), allergies: '' }
    expect(childErrorsOf(good, MONDAY)).toEqual({})
    const bad = { name: ' ', birthDate: '2026-09-08', allergies: '虾'.repeat(51) }
    expect(Object.keys(childErrorsOf(bad, MONDAY))).toEqual(['name', 'birthDate', 'allergies'])
    expect(Object.keys(childErrorsOf({ ...good, birthDate: '' }, MONDAY))).toEqual(['birthDate'])
  })

  test('a tap adds an allergy to what was typed, a second one takes it out', () => {
    expect(toggleAllergy('', '鸡蛋')).toBe('鸡蛋')
    expect(toggleAllergy('芒果，鸡蛋', '花生')).toBe('芒果、鸡蛋、花生')
    expect(toggleAllergy('芒果，鸡蛋', '鸡蛋')).toBe('芒果')
  })
})

describe('the family page', () => {
  const household = {
    guardians: [
      { name: '小雨爸爸', phone: '13900002222' },
      { name: '小雨妈妈', phone: '13800001001' },
    ],
    children: [{ ...aChild({ months: 25 }), allergies: '花生' }],
    papersSeen: true,
  }

  test("shows one's own masked number and the children with their ages", () => {
    const me = { name: '小雨妈妈', roles: [], unread: 3 }
    const page = familyOf({ me, site, household }, now)
    expect(page).toMatchObject({ line: '138****1001', unread: '3', mayAdd: true, mayInvite: false })
    expect(page.children[0]).toMatchObject({
      initial: '雨',
      age: '2 岁 1 个月',
      aria: '小雨，2 岁 1 个月，对花生过敏，修改',
    })
  })

  test('a sixth child is not offered', () => {
    const children = Array.from({ length: 5 }, (_, n) => aChild({ id: `family-${n}` }))
    const me = { name: '小雨妈妈', roles: [], unread: 0 }
    expect(familyOf({ me, site, household: { ...household, children } }, now).mayAdd).toBe(false)
  })

  test('a lead carer without a family sees her roles and may invite', () => {
    const me = { name: '陈老师', roles: ['carer', 'lead'] as const, unread: 0 }
    expect(familyOf({ me, site }, now)).toMatchObject({
      line: '老师、带班老师',
      registered: false,
      staffOnly: true,
      mayAdd: false,
      atRoom: true,
      mayInvite: true,
    })
  })

  test('a number that is no mobile stays as it is', () => {
    expect(maskPhone('0755-1')).toBe('0755-1')
  })
})

test('the pages of plan and money are for those whose work they are', () => {
  const labels = (...roles: readonly StaffRole[]) =>
    familyOf({ me: { roles, unread: 0 }, site }, now).plans.map(({ label }) => label)
  expect(labels('operator')).toEqual([
    '排班',
    '放不下的预约',
    '紧急闭园',
    '闭园和放假',
    '一周课表',
    '深港妈妈和志愿者',
    '账单和收款',
    '每月小结',
    '看得见的数字',
    '设置',
    '绘本书目',
    '绘本课讲哪本',
  ])
  const lending = ['绘本书目', '绘本课讲哪本', '借书和还书']
  expect(labels('lead')).toEqual([
    '排班',
    '放不下的预约',
    '一周课表',
    '账单和收款',
    '设置',
    ...lending,
  ])
  expect(labels('community')).toEqual([
    '紧急闭园',
    '闭园和放假',
    '一周课表',
    '深港妈妈和志愿者',
    '每月小结',
    '看得见的数字',
    '绘本书目',
    '绘本课讲哪本',
  ])
  expect(labels('carer')).toEqual(['账单和收款', ...lending])
  expect(labels('volunteer')).toEqual([])
})
