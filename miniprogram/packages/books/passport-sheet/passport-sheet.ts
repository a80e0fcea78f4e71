import { INK, PAPER, SEA, SOFT, paintSheet, writeOn, type Pen } from '../../../services/sheet'
import type { Passport, PassportStamp } from '../../../view/reading-page'

/** The picture's own measure; it is drawn in these and scaled to the phone. */
const WIDTH = 620
const HEIGHT = 868
/** Pixels of the picture for each of its points: sharp on a phone and when printed small. */
const SHARP = 2
const MIDDLE = WIDTH / 2
const WIDEST = WIDTH - 100
const LINE = '#efe6d8'
const STAMPS = [SEA, '#c93f22', '#3f7d3d', '#7a4f00']

/** A child's reading passport, drawn: name, number of books, a stamp for each theme. Triggers `drawn` with its picture. */
Component({
  properties: {
    passport: { type: Object, value: null as unknown as Passport },
    label: { type: String, value: '' },
  },
  lifetimes: {
    ready() {
      paintSheet(this, { width: WIDTH, height: HEIGHT, sharp: SHARP }, (pen) => {
        draw(pen, this.data.passport)
      })
    },
  },
})

function draw(pen: Pen, { name, heard, stamps, site }: Passport): void {
  pen.strokeStyle = SEA
  pen.lineWidth = 6
  pen.strokeRect(16, 16, WIDTH - 32, HEIGHT - 32)
  pen.lineWidth = 2
  pen.strokeRect(28, 28, WIDTH - 56, HEIGHT - 56)
  pen.textAlign = 'center'
  writeOn(pen, '阅 读 护 照', [MIDDLE, 96], '700 40px', SEA, WIDEST)
  drawFish(pen, MIDDLE, 140)
  writeOn(pen, name, [MIDDLE, 236], '700 56px', INK, WIDTH - 120)
  writeOn(pen, '听过', [MIDDLE - 110, 316], '400 30px', SOFT, WIDEST)
  writeOn(pen, heard, [MIDDLE, 326], '700 72px', SEA, WIDEST)
  writeOn(pen, '本绘本', [MIDDLE + 120, 316], '400 30px', SOFT, WIDEST)
  stamps.forEach((stamp, at) => drawStamp(pen, stamp, at))
  writeOn(pen, site, [MIDDLE, HEIGHT - 52], '400 24px', SOFT, WIDEST)
}

const COLUMNS = 4
const RADIUS = 54

/** A round stamp, a little askew as by hand; without books of its theme only where it will be. */
function drawStamp(pen: Pen, { word, count }: PassportStamp, at: number): void {
  const x = 104 + (at % COLUMNS) * 137
  const y = 476 + Math.floor(at / COLUMNS) * 184
  const colour = count > 0 ? (STAMPS[at % STAMPS.length] ?? SEA) : LINE
  pen.save()
  pen.translate(x, y)
  if (count > 0) pen.rotate(((at % 3) - 1) * 0.12)
  pen.strokeStyle = colour
  pen.lineWidth = count > 0 ? 5 : 3
  pen.setLineDash(count > 0 ? [] : [8, 8])
  circle(pen, RADIUS)
  pen.setLineDash([])
  if (count > 0) {
    pen.lineWidth = 1.5
    circle(pen, RADIUS - 8)
  }
  writeOn(pen, word, [0, count > 0 ? 4 : 10], '700 30px', count > 0 ? colour : SOFT, WIDEST)
  if (count > 0) writeOn(pen, `${count} 本`, [0, 32], '400 20px', colour, WIDEST)
  pen.restore()
}

function circle(pen: Pen, radius: number): void {
  pen.beginPath()
  pen.arc(0, 0, radius, 0, Math.PI * 2)
  pen.stroke()
}

/** The point's paper-cut fish. */
function drawFish(pen: Pen, x: number, y: number): void {
  pen.save()
  pen.translate(x, y)
  pen.fillStyle = SEA
  pen.beginPath()
  pen.moveTo(-46, 0)
  pen.quadraticCurveTo(-10, -34, 30, 0)
  pen.quadraticCurveTo(-10, 34, -46, 0)
  pen.moveTo(24, 0)
  pen.lineTo(54, -20)
  pen.lineTo(46, 0)
  pen.lineTo(54, 20)
  pen.closePath()
  pen.fill()
  pen.fillStyle = PAPER
  pen.beginPath()
  pen.arc(-24, -5, 4, 0, Math.PI * 2)
  pen.fill()
  pen.restore()
}
