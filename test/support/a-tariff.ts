import type { SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import type { Tariff } from '../../miniprogram/domain/tariff'
import { localDate, localTime, type Instant } from '../../miniprogram/domain/time'

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
    from: localDate('2026-09-01'),
    savedAt: 0 as Instant,
    minimumMinutes: 60,
    stepMinutes: 30,
    freeMinutes: 0,
    classes: {
      reading: { hourFen: fen(0), materialFen: fen(0) },
      early: { hourFen: fen(1500), materialFen: fen(500) },
      together: { hourFen: fen(2000), materialFen: fen(1000) },
    },
    graceMinutes: 10,
    lateQuarterFen: fen(500),
    cancelSteps: [{ daysBefore: 1, time: localTime('20:00'), fen: fen(0) }],
    unpaidMostFen: fen(30_000),
    ...changes,
  }
}
