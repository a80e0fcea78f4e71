import { Clock } from '../../local/cloud/clock'
import { Timers } from '../../local/cloud/timers/timers'

const NINE = Date.parse('2026-11-25T09:00:00+08:00')
const SPEC = {
  name: 'clockwork',
  dir: '',
  timeout: 1000,
  env: {},
  triggers: [{ name: 'every-morning', cron: '0 0 9 * * * *' }],
}

/** Each look at it takes a millisecond, as on a machine that is busy. */
class SlowClock extends Clock {
  private time = 0

  standAt(time: number): void {
    this.time = time
    this.set({})
  }

  override now(): number {
    return this.time++
  }
}

beforeAll(() => jest.useFakeTimers())
afterAll(() => jest.useRealTimers())

// Setting the clock looks at it, too: what is due by then is not fired.
test.each([...Array(12).keys()].map((n) => n + 4))(
  'a due time %i ms ahead is not stepped over between two looks at the clock',
  async (ahead) => {
    const fired: unknown[] = []
    const settings = new Map<string, unknown>()
    const clock = new SlowClock()
    const timers = new Timers(
      [SPEC] as never,
      { invoke: (_name: string, event: unknown) => Promise.resolve([fired.push(event)]) } as never,
      clock,
      {
        setting: (key: string) => settings.get(key),
        putSetting: (key: string, value: unknown) => settings.set(key, value),
      } as never,
    )
    timers.quietly(() => clock.standAt(NINE - 1 - ahead))
    await jest.advanceTimersByTimeAsync(1000)
    timers.close()
    expect(fired).toHaveLength(1)
  },
)
