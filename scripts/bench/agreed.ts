/** What a family has agreed to that may book: both notices, as they are worded today. */
export const AGREED = ['guardian', 'children'].map((notice) => ({
  notice,
  version: '2026-11',
  at: 0,
}))
