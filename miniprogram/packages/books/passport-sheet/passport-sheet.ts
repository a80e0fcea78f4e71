import { pictureOf } from '../../../services/album'
import type { Passport, PassportStamp } from '../../../view/reading-page'

type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

/** The picture's own measure; it is drawn in these and scaled to the phone. */
const WIDTH = 620
const HEIGHT = 868
/** Pixels of the picture for each of its points: sharp on a phone and when printed small. */
const SHARP = 2

// A canvas knows no CSS variables: the theme's colours by their names.
const PAPER = '#fffaf2'
const INK = '#2b2a28'
const SOFT = '#6b665f'
const SEA = '#0b6e78'
const LINE = '#efe6d8'
const STAMPS = ['#0b6e78', '#c93f22', '#3f7d3d', '#7a4f00']
const FONT = '"PingFang SC", "Noto Sans SC", sans-serif'

/** A child's reading passport, drawn: name, number of books, a stamp for each theme. Triggers `drawn` with its picture. */
Component({
  properties: {
    passport: { type: Object, value: null as unknown as Passport },
    label: { type: String, value: '' },
  },
  lifetimes: {
    ready() {
      this.createSelectorQuery()
        .select('#sheet')
        .node(({ node }) => {
          void this.paint(node as WechatMiniprogram.Canvas)
        })
        .exec()
    },
  },
  methods: {
    async paint(canvas: WechatMiniprogram.Canvas) {
      canvas.width = WIDTH * SHARP
      canvas.height = HEIGHT * SHARP
      const pen: Pen = canvas.getContext('2d')
      pen.scale(SHARP, SHARP)
      draw(pen, this.data.passport)
      this.triggerEvent('drawn', { path: await pictureOf(canvas) })
    },
  },
})

function draw(pen: Pen, { name, heard, stamps, site }: Passport): void {
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = SEA
  pen.lineWidth = 6
  pen.strokeRect(16, 16, WIDTH - 32, HEIGHT - 32)
  pen.lineWidth = 2
  pen.strokeRect(28, 28, WIDTH - 56, HEIGHT - 56)
  pen.textAlign = 'center'
  write(pen, '阅 读 护 照', WIDTH / 2, 96, 700, 40, SEA)
  drawFish(pen, WIDTH / 2, 140)
  write(pen, name, WIDTH / 2, 236, 700, 56, INK, WIDTH - 120)
  write(pen, '听过', WIDTH / 2 - 110, 316, 400, 30, SOFT)
  write(pen, heard, WIDTH / 2, 326, 700, 72, SEA)
  write(pen, '本绘本', WIDTH / 2 + 120, 316, 400, 30, SOFT)
  stamps.forEach((stamp, at) => drawStamp(pen, stamp, at))
  write(pen, site, WIDTH / 2, HEIGHT - 52, 400, 24, SOFT, WIDTH - 100)
}

function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  weight: number,
  size: number,
  colour: string,
  widest?: number,
): void {
  pen.font = `${weight} ${size}px ${FONT}`
  pen.fillStyle = colour
  if (widest === undefined) pen.fillText(text, x, y)
  else pen.fillText(text, x, y, widest)
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
  write(pen, word, 0, count > 0 ? 4 : 10, 700, 30, count > 0 ? colour : SOFT)
  if (count > 0) write(pen, `${count} 本`, 0, 32, 400, 20, colour)
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
