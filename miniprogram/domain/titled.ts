import { cutText, plainText } from './fit-text'
import { THING_MOST } from './template'

/** 《月亮睡了吗》 and what becomes of it, within a message's field: a long title is cut, not the words after it. */
export function titled(title: string, words: string): string {
  return `《${cutText(plainText(title), THING_MOST - '《》'.length - words.length)}》${words}`
}
