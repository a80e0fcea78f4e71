const zone = (
  globalThis as unknown as { hostZone: 'UTC' | 'Asia/Shanghai' | 'America/Los_Angeles' }
).hostZone

test(`these tests run with the host's clock in ${zone}`, () => {
  const minutesBehindUtc = { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 420 }[zone]
  expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(minutesBehindUtc)
})
