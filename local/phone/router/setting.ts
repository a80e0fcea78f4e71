/** A text setting of a page's or the app's json; anything else is the fallback. */
export const setting = (
  config: Record<string, unknown>,
  name: string,
  fallback: string,
): string => {
  const value = config[name]
  return typeof value === 'string' ? value : fallback
}
