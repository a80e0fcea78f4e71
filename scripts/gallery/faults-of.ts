import { colourOf, contrastOf, groundOf } from './contrast'

const TARGET = 44
/** Where along and down a line its ground is looked at, as shares of the line. */
const POINTS = Array.from({ length: 20 }, (_, index) => (index + 0.5) / 20).flatMap((x) => [
  [x, 0.3] as const,
  [x, 0.7] as const,
])

const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 24)

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

const scrolls = (element: Element): boolean => {
  const { overflowX, overflowY } = getComputedStyle(element)
  return [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll')
}

/**
 * What a person would stumble over on the page as it stands. Runs inside the phone's document, on its
 * own; `png` is the page without its text. Lines of text, empty when all is well.
 */
export async function faultsOf(png: string): Promise<string[]> {
  const groundAt = await groundOf(png)
  const faults = new Set<string>()
  const screen = { left: 0, right: window.innerWidth }
  const pages = [...document.querySelectorAll<HTMLElement>('.phone-page')]
  const page = pages.at(-1)?.querySelector('.phone-page-view')
  if (!page) return ['no page']

  const contrast = (element: Element, text: string, rect: DOMRect): void => {
    if (element.closest('[disabled], [aria-disabled=true], .t-button--disabled')) return
    const { fontSize, fontWeight } = getComputedStyle(element)
    const size = parseFloat(fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
    const ratios = POINTS.map(([across, down]) =>
      contrastOf(element, groundAt(rect.left + rect.width * across, rect.top + rect.height * down)),
    ).toSorted((one, two) => one - two)
    // Over a picture the ground changes along the line: what counts is its worst twentieth.
    const ratio = ratios[Math.floor(ratios.length / 20)] ?? 0
    if (ratio < (isLarge ? 3 : 4.5) - 0.005)
      faults.add(`contrast ${ratio.toFixed(2)}: "${short(text)}"`)
  }

  /** The nearest box around an element that is drawn: its text must stay inside. */
  const boxOf = (element: Element): Element | undefined => {
    for (let each: Element | null = element; each && each !== page; each = each.parentElement) {
      const { backgroundColor, borderTopWidth, borderTopStyle, display } = getComputedStyle(each)
      const isDrawn =
        colourOf(backgroundColor)[3] > 0 ||
        (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0)
      if (isDrawn && display !== 'inline') return each
      if (scrolls(each)) return undefined
    }
    return undefined
  }
  const scrollsSideways = (element: Element): boolean => {
    for (let each: Element | null = element; each && each !== page; each = each.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(each).overflowX)) return true
    return false
  }
  const isClipped = (rect: DOMRect, element: Element): boolean => {
    for (let each: Element | null = element; each && each !== page; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      const box = each.getBoundingClientRect()
      if (overflowX === 'hidden' && (rect.right > box.right + 1 || rect.left < box.left - 1))
        return true
      // A line's box is taller than its letters.
      if (overflowY === 'hidden' && (rect.bottom > box.bottom + 4 || rect.top < box.top - 4))
        return true
      if (scrolls(each)) return false
    }
    return false
  }

  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent ?? ''
    if (!element || !text.trim() || !isSeen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    for (const rect of rects) {
      const aside = scrollsSideways(element)
      if (!aside && (rect.right > screen.right + 0.5 || rect.left < screen.left - 0.5))
        faults.add(`off the screen: "${short(text)}"`)
      const box = boxOf(element)?.getBoundingClientRect()
      if (box && (rect.right > box.right + 1 || rect.left < box.left - 1))
        faults.add(`sticks out of its box: "${short(text)}"`)
      if (box && (rect.bottom > box.bottom + 4 || rect.top < box.top - 4))
        faults.add(`runs over its box: "${short(text)}"`)
      if (isClipped(rect, element)) faults.add(`cut: "${short(text)}"`)
      const x = (rect.left + rect.right) / 2
      const y = (rect.top + rect.bottom) / 2
      if (x < 0 || x >= screen.right || y < 0 || y >= window.innerHeight) continue
      const top = document.elementFromPoint(x, y)
      const isMine = top && (top.contains(element) || element.contains(top))
      // Over a page that a dialog or a sheet covers, that is what is read.
      if (top?.closest('.phone-overlay')) continue
      if (!isMine && getComputedStyle(element).pointerEvents !== 'none') {
        if (!document.querySelector('.t-popup, .t-overlay')) faults.add(`covered: "${short(text)}"`)
        continue
      }
      contrast(element, text, rect)
    }
    const { textOverflow } = getComputedStyle(element)
    if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
      faults.add(`shortened: "${short(text)}"`)
  }

  const tappable =
    '[role=button], [role=switch], [role=checkbox], [role=radio], [role=tab], [role=link], wx-button, wx-input, wx-textarea, wx-picker, wx-navigator'
  for (const target of page.querySelectorAll(tappable)) {
    if (!isSeen(target)) continue
    const { width, height } = target.getBoundingClientRect()
    if (width === 0 || height === 0) continue
    // A control inside a larger target is drawn, not hit.
    const { pointerEvents } = getComputedStyle(target)
    if (pointerEvents === 'none') continue
    const label = target.getAttribute('aria-label') ?? target.textContent ?? target.tagName
    if (width < TARGET - 0.5 || height < TARGET - 0.5)
      faults.add(`target ${Math.round(width)}×${Math.round(height)}: "${short(label)}"`)
  }
  return [...faults]
}
