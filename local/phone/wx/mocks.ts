/** Functions that the automator has put in place of `wx` methods. */
export const mocks = new Map<string, (...args: unknown[]) => unknown>()
