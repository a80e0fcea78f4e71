/** WeChat's lengths in a style text → CSS: 750 rpx are the width, `vh` the page without its bars. */
export const toCssLengths = (style: string) =>
  /rpx|vh/.test(style)
    ? style
        .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${+(Number(n) / 7.5).toFixed(5)}vw`)
        .replace(/(-?\d*\.?\d+)vh\b/g, (_, n: string) => `calc(var(--page-vh, 1vh) * ${n})`)
    : style
