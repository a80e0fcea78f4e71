import { readSiteDescription } from '../../scripts/site/site-description'
import { siteDocuments } from '../../scripts/site/site-documents'

/**
 * 渔邨社区“渔”你成长小屋, the demonstration: the facts stand in the example that operators start from. The base price
 * is not published: ¥15 an hour against a market of ¥60 shows the "75 % below". Four carers; at noon one looks after
 * the older group alone.
 */
const description = readSiteDescription('docs/site.example.json')

export const { site, tariff, roster } = siteDocuments(description)
export const SITE = site.id
export const firstOperator = description.firstOperator

const staff = (openid: string, name: string, ...roles: string[]) => ({
  _id: openid,
  name,
  roles: { [SITE]: roles },
  worksAt: [SITE],
  credits: {},
})

export const staffPeople = [
  staff('o-chen', '陈老师', 'carer', 'lead'),
  staff('o-lin', '林老师', 'carer'),
  staff('o-huang', '黄老师', 'carer'),
  staff('o-zhou', '周老师', 'carer'),
  staff('o-manager', '何经理', 'operator'),
  staff('o-community', '社区小李', 'community'),
]
