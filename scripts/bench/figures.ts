export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** To two digits below ten, whole from there on. */
export const rounded = (value: number): number =>
  value < 10 ? Number(value.toPrecision(2)) : Math.round(value)

/** Median, least and most, for people. */
export const spread = (values: readonly number[]): string =>
  `${rounded(median(values))} ms (${rounded(Math.min(...values))}–${rounded(Math.max(...values))})`
