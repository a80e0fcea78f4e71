/** WeChat's font size setting as a factor of 16 px; styles multiply text by `--text-scale`. */
export const textSize = {
  scale: 1,
  set(scale: number): void {
    textSize.scale = scale
    document.documentElement.style.setProperty('--text-scale', String(scale))
  },
}
