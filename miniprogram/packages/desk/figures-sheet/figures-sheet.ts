import { INK, LEAF, SEA, SKY, SOFT, paintSheet, writeOn, type Pen } from '../../../services/sheet'
import type { FiguresPage } from '../../../view/figures-page'

/** The picture's own measure: 4 to 5, as it is read in a chat. */
const WIDTH = 960
const HEIGHT = 1200
const EDGE = 64
const CARD = '#ffffff'
const HEAT = ['#f3ede2', SKY, '#8fc4cf', '#3f919b', SEA] as const

/** A month on one picture. Triggers `drawn` with it. */
Component({
  properties: {
    page: { type: Object, value: null as unknown as FiguresPage },
    site: { type: String, value: '' },
  },
  lifetimes: {
    ready() {
      paintSheet(this, { width: WIDTH, height: HEIGHT }, (pen) => {
        draw(pen, this.data.page, this.data.site)
      })
    },
  },
})

function draw(pen: Pen, page: FiguresPage, site: string): void {
  write(pen, site, [EDGE, 96], '600 36px', SOFT)
  write(pen, `${page.month}小结`, [EDGE, 160], '700 52px', INK)
  write(pen, '托位用了', [EDGE, 236], '400 30px', SOFT)
  write(pen, page.use, [EDGE, 312], '700 76px', SEA)
  if (page.saved) {
    write(pen, '为家庭省下', [EDGE + 330, 236], '400 30px', SOFT)
    write(pen, page.saved, [EDGE + 330, 312], '700 76px', LEAF)
  }
  write(pen, page.useWords, [EDGE, 364], '400 26px', SOFT)
  drawHeat(pen, page)
  page.groups.forEach(({ head, rows }, at) => {
    const [x, y] = [EDGE + (at % 2) * 432, 792 + Math.floor(at / 2) * 190]
    pen.fillStyle = CARD
    pen.fillRect(x - 16, y - 44, 416, 176)
    write(pen, head, [x, y], '700 28px', INK)
    rows.slice(0, 3).forEach(({ label, value }, row) => {
      write(pen, label, [x, y + 40 + row * 38], '400 26px', SOFT)
      write(pen, value, [x + 384, y + 40 + row * 38], '600 26px', INK, 'right')
    })
  })
  write(pen, '没有任何人的名字；一到四个人写成 <5', [EDGE, HEIGHT - 34], '400 24px', SOFT)
}

function drawHeat(pen: Pen, { heat, hours }: FiguresPage): void {
  const [left, top] = [EDGE + 84, 440]
  const wide = (WIDTH - EDGE - left) / Math.max(1, hours.length)
  hours.forEach((hour, at) => write(pen, hour, [left + at * wide, top - 14], '400 24px', SOFT))
  heat.forEach(({ label, cells }, row) => {
    const y = top + row * 46
    write(pen, label, [EDGE, y + 30], '400 26px', SOFT)
    cells.forEach(({ level }, at) => {
      if (level < 0) return
      pen.fillStyle = HEAT[level as 0]
      pen.fillRect(left + at * wide, y, wide - 4, 40)
    })
  })
}

function write(
  pen: Pen,
  text: string,
  at: readonly [number, number],
  look: string,
  colour: string,
  align: 'left' | 'right' = 'left',
): void {
  pen.textAlign = align
  writeOn(pen, text, at, look, colour, WIDTH - 2 * EDGE)
}
