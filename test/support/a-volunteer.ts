import { localDate } from '../../miniprogram/domain/time'
import { HALF_DAYS, type Volunteer } from '../../miniprogram/domain/volunteer'
import type { SiteId, VolunteerId } from '../../miniprogram/domain/ids'
import { anInstant } from './an-instant'

/** 阿May of the mothers' team: vetted, certificate to the end of 2026, tells stories in Cantonese and Mandarin, always free. */
export function aVolunteer(
  facts: Partial<Omit<Volunteer, 'id'>> & { id?: string } = {},
): Volunteer {
  const { id = 'may', ...more } = facts
  return {
    siteId: 'yucun' as SiteId,
    openid: `o-${id}`,
    name: '阿May',
    team: 'mother',
    skills: ['stories'],
    languages: ['cantonese', 'mandarin'],
    availability: HALF_DAYS,
    appliedAt: anInstant('2026-06-01 10:00'),
    vettedOn: localDate('2026-06-10'),
    certificateUntil: localDate('2026-12-31'),
    trainings: [],
    rev: 1,
    ...more,
    id: id as VolunteerId,
  }
}
