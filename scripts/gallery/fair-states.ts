import { UNSEEN, type Facts } from './facts'
import type { State } from './states'

/** Repeating bookings and draws. */
export function fairStatesOf(facts: Facts): State[] {
  const { days, draws } = facts
  const series = 'pages/series-book/series-book'
  const seriesShow = 'pages/series-show/series-show'
  const drawShow = 'pages/draw-show/draw-show'
  return [
    { name: 'series', openid: 'o-xiaoyu', page: series },
    { name: 'series-chosen', openid: 'o-xiaoyu', page: `${series}?${facts.wanted}` },
    {
      name: 'series-all',
      openid: 'o-xiaoyu',
      page: `${series}?${facts.wanted}`,
      act: (page) => page.getByRole('radio', { name: /都不约/ }).click(),
    },
    { name: 'series-papers-unseen', openid: UNSEEN, page: series },
    { name: 'series-loading', openid: 'o-xiaoyu', page: series, network: 'slow' },
    { name: 'series-show', openid: 'o-xiaoyu', page: `${seriesShow}?id=${facts.series}` },
    {
      name: 'series-not-found',
      openid: 'newcomer-gallery',
      page: `${seriesShow}?id=${facts.series}`,
    },

    { name: 'draw-open', openid: 'o-xiaoyu', page: `${drawShow}?date=${draws.open}` },
    { name: 'draw-joined', openid: 'o-xiaoyu', page: `${drawShow}?date=${draws.joined}` },
    { name: 'draw-done', openid: 'o-xiaoyu', page: `${drawShow}?date=${draws.done}` },
    {
      name: 'draw-recomputed',
      openid: 'o-family-4',
      page: `${drawShow}?date=${draws.done}`,
      act: (page) => page.getByText('自己算一遍').click(),
    },
    { name: 'draw-none', openid: 'o-xiaoyu', page: `${drawShow}?date=${days[2]}` },
    {
      name: 'draw-loading',
      openid: 'o-xiaoyu',
      page: `${drawShow}?date=${draws.open}`,
      network: 'slow',
    },
  ]
}
