import { lineAt } from './problem'

/** One opening tag of a template's source. */
export interface SourceElement {
  tag: string
  line: number
  attributes: { name: string; value: string; line: number }[]
  /** Whether it comes to be may depend on data: it stands under wx:if, wx:for or in a `<template>`. */
  conditional: boolean
}

const token =
  /<!--[\s\S]*?-->|<wxs\b[^>]*?(?:\/>|>[\s\S]*?<\/wxs>)|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g
const attribute = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g
const condition = /^wx:(?:if|elif|else|for)$/

/** The opening tags of a template in their order, for what the compiler does not tell: lines. */
export const scanElements = (source: string): SourceElement[] => {
  const found: SourceElement[] = []
  const open: { tag: string; conditional: boolean }[] = []
  for (const match of source.matchAll(token)) {
    const [, closed, tag, written = '', end] = match
    if (closed !== undefined) {
      const at = open.findLastIndex((one) => one.tag === closed)
      if (at >= 0) open.length = at
      continue
    }
    if (tag === undefined) continue
    const start = match.index + 1 + tag.length
    const attributes = [...written.matchAll(attribute)].map((one) => ({
      name: one[1] ?? '',
      value: one[2] ?? one[3] ?? '',
      line: lineAt(source, start + one.index),
    }))
    const conditional =
      open.at(-1)?.conditional === true ||
      tag === 'template' ||
      attributes.some(({ name }) => condition.test(name))
    found.push({ tag, line: lineAt(source, match.index), attributes, conditional })
    if (end === '') open.push({ tag, conditional })
  }
  return found
}

const binding = /^(?:capture-)?(?:mut-)?(?:bind|catch):?[a-z]/

/** Handlers named in a template with the line of each; those of `<template>`s belong to who uses them. */
export const handlersIn = (elements: SourceElement[]): Record<string, number> =>
  Object.fromEntries(
    elements
      .flatMap(({ attributes }) => attributes)
      .filter(({ name, value }) => binding.test(name) && /^[\w$]+$/.test(value))
      .map(({ value, line }) => [value, line] as const)
      .toReversed(),
  )
