import { families } from './families'
import type { Laptop } from './laptop'
import { SITE, site } from './site'

const DESK = 'o-community'
/** Of the families that allow notices, one in so many has used up its consent. */
const USED_UP_ONE_IN = 5

/** What the community has told its families this morning, what is planned for tomorrow, and what is half written. */
export async function tellCommunity(laptop: Laptop, tomorrow: number): Promise<void> {
  const send = (noticeId: string, title: string, text: string, more: object = {}) =>
    laptop.call(DESK, 'sendNotice', { siteId: SITE, noticeId, title, text, ...more })
  await send('seed-notice-flu', '流感季，早晚量体温', '37.3℃以上先在家，打电话告诉老师')
  const { calls } = await laptop.call(DESK, 'showNotice', {
    siteId: SITE,
    noticeId: 'seed-notice-flu',
  })
  for (const { householdId } of calls.slice(0, 2))
    await laptop.call(DESK, 'markCalled', {
      siteId: SITE,
      noticeId: 'seed-notice-flu',
      householdId,
      called: true,
    })
  await send('seed-notice-play', '明天沙池开放', '多带一套衣服和一双雨鞋', {
    audience: { ages: { fromMonths: 24, toMonths: 36 } },
    at: tomorrow,
  })
  await send('seed-notice-move', '下周一换教室', '先到二楼，老师在门口等', { at: tomorrow })
  await laptop.call(DESK, 'recallNotice', { siteId: SITE, noticeId: 'seed-notice-move' })
  await laptop.call(DESK, 'saveDraft', {
    siteId: SITE,
    noticeId: 'seed-notice-draft',
    title: '周六故事会找帮手',
    text: '会讲粤语的家长，来给孩子们读一本绘本好吗',
    audience: { language: 'cantonese' },
  })
  // Most have allowed one more since.
  for (const [index, { openid, allows }] of families.entries()) {
    if (!allows.includes('notice') || index % USED_UP_ONE_IN === 0) continue
    await laptop.post('/cloud/consent', openid, { templateIds: [site.templates.notice] })
    await laptop.call(openid, 'recordConsent', { accepted: ['notice'] })
  }
}

/** Grandmothers from across the river read Cantonese more easily. */
export async function chooseLanguages(laptop: Laptop): Promise<void> {
  for (const { openid, name } of families)
    if (/奶奶|外婆/.test(name))
      await laptop.call(openid, 'chooseLanguage', { language: 'cantonese' })
}
