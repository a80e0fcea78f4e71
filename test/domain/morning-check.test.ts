import { STANDARD_HEALTH, returnDateOf } from '../../miniprogram/domain/illness'
import { decideCheck, type MorningCheck } from '../../miniprogram/domain/morning-check'
import { localDate } from '../../miniprogram/domain/time'

const today = localDate('2026-11-25')
const check = (changes: Partial<MorningCheck> = {}, rules = STANDARD_HEALTH) =>
  decideCheck(
    { tenths: 365, skin: 'clear', mood: 'good', belongings: 'safe', ...changes },
    rules,
    today,
  )
const stays = { ok: true, value: { outcome: 'stays' } }

test('a well child stays, also when it is a little tired or had scissors in its bag', () => {
  expect(check()).toEqual(stays)
  expect(check({ mood: 'tired', belongings: 'removed' })).toEqual(stays)
})

test('37.2 stays, 37.3 goes home whatever a second look says', () => {
  expect(check({ tenths: 372 })).toEqual(stays)
  expect(check({ tenths: 373, suspicion: 'none' })).toMatchObject({
    value: { outcome: 'goes_home', illness: { id: 'fever' }, returnOn: '2026-11-27' },
  })
})

test('a fever with a named suspicion stays at home as long as that illness asks', () =>
  expect(check({ tenths: 385, suspicion: 'influenza' })).toMatchObject({
    value: { illness: { id: 'influenza' }, returnOn: '2026-12-02' },
  }))

test('spots need a judgement: what it may be, or that a second look found nothing', () => {
  const refused = { ok: false, refusal: { code: 'illness_needed' } }
  expect(check({ skin: 'spots' })).toEqual(refused)
  expect(check({ mood: 'unwell', suspicion: 'no-such-line' })).toEqual(refused)
  expect(check({ skin: 'spots', suspicion: 'none' })).toEqual(stays)
  expect(check({ skin: 'spots', suspicion: 'hand-foot-mouth' })).toMatchObject({
    value: { outcome: 'goes_home', returnOn: '2026-12-09' },
  })
})

test('medicine without a written authority is not taken', () => {
  const medicine = { what: '布洛芬 5 毫升', authorised: false }
  expect(check({ medicine })).toEqual({ ok: false, refusal: { code: 'authority_needed' } })
  expect(check({ medicine: { ...medicine, authorised: true } })).toEqual(stays)
})

test('the site’s own table decides, and a lost line for fever keeps a child at home for a day', () => {
  const [fever, hand] = STANDARD_HEALTH.illnesses
  const shorter = { ...STANDARD_HEALTH, illnesses: [fever!, { ...hand!, days: 7 }] }
  expect(check({ skin: 'spots', suspicion: 'hand-foot-mouth' }, shorter)).toMatchObject({
    value: { returnOn: '2026-12-02' },
  })
  expect(check({ tenths: 380 }, { ...STANDARD_HEALTH, illnesses: [] })).toMatchObject({
    value: { returnOn: '2026-11-26' },
  })
})

test('no day at home means the same day, one day the next', () =>
  expect([0, 1].map((days) => returnDateOf({ days }, today))).toEqual(['2026-11-25', '2026-11-26']))
