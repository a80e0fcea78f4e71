/** `list[2].name` in `data`, as `page.data('list[2].name')` asks for it. */
export const dataPath = (data: unknown, path: string | undefined): unknown => {
  let at = data
  for (const key of path?.match(/[^.[\]]+/g) ?? []) {
    at = (at as Record<string, unknown> | null | undefined)?.[key]
  }
  return at
}
