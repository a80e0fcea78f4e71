import {
  consentsDue,
  familyConsentsDue,
  noticeVersionsOf,
  withConsents,
} from '../../miniprogram/domain/consent'
import type { Consent } from '../../miniprogram/domain/household'
import { anInstant } from '../support/an-instant'

const at = anInstant('2026-11-25 10:00')
const agreed = (notice: Consent['notice'], version: string): Consent => ({ notice, version, at })
const versions = noticeVersionsOf({})
const both = [agreed('guardian', versions.guardian), agreed('children', versions.children)]
const old = [agreed('guardian', '2026-09'), agreed('children', '2026-09')]
const guardian = (consents: readonly Consent[]) => ({ openid: '', name: '', phone: '', consents })

test('words that the site adds to a notice make another version of that notice alone', () => {
  const notices = { children: { text: '午睡时开着监控。', edition: 2, since: at } }
  expect(noticeVersionsOf({ notices })).toEqual({
    guardian: versions.guardian,
    children: `${versions.children}.2`,
  })
})

test('who agreed to an older text is asked again, for the notices that changed', () => {
  expect(consentsDue({ consents: old }, versions)).toEqual(['guardian', 'children'])
  expect(consentsDue({ consents: both }, versions)).toEqual([])
  expect(consentsDue({ consents: both }, { ...versions, children: 'next' })).toEqual(['children'])
})

test('a family may book as soon as one of its guardians has agreed to both', () => {
  const guardians = [guardian(old), guardian(both)]
  expect(familyConsentsDue({ guardians }, versions)).toEqual([])
  expect(familyConsentsDue({ guardians: [guardian(old)] }, versions)).toHaveLength(2)
})

test('agreeing keeps what was agreed to before, and twice is once', () => {
  const after = withConsents({ consents: old }, both)
  expect(after).toEqual([...old, ...both])
  expect(withConsents({ consents: after }, both)).toEqual(after)
})
