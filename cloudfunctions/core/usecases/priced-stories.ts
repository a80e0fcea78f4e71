import { fen } from '../../../miniprogram/domain/money'
import { priceOf } from '../../../miniprogram/domain/price'
import type { Story } from '../../../miniprogram/domain/story'
import { tariffOn, type Tariff } from '../../../miniprogram/domain/tariff'

/** Sessions with what they cost by the price list of their day: its hour and its material. */
export function pricedStories(
  stories: readonly Omit<Story, 'priceFen'>[],
  tariffs: readonly Tariff[],
): Story[] {
  return stories.map((story) => {
    const tariff = tariffOn(tariffs, story.date)
    const { span, service } = story
    const quote = tariff && priceOf({ span, service, tariff, resident: false, sibling: false })
    return { ...story, priceFen: quote?.totalFen ?? fen(0) }
  })
}
