import type { SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import type { Tariff } from '../../miniprogram/domain/tariff'

/** ¥15 an hour against ¥60 elsewhere; residents 20 % off, siblings 10 %. */
export function aTariff(changes: Partial<Tariff> = {}): Tariff {
  return {
    siteId: 'yucun' as SiteId,
    version: '2026-09',
    hourFen: fen(1500),
    marketHourFen: fen(6000),
    residentPercent: 20,
    siblingPercent: 10,
    lateCancelFen: fen(500),
    ...changes,
  }
}
