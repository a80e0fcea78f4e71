import { INK, LEAF, SEA, SKY, SOFT, paintSheet, writeOn, type Pen } from '../../../services/sheet'
import type { Certificate } from '../../../view/service-year'

/** The picture's own measure, wide like a certificate on paper. */
const WIDTH = 990
const HEIGHT = 700
const SUN = '#ffc857'

/** A certificate of confirmed hours, drawn. Triggers `drawn` with its picture. */
Component({
  properties: {
    certificate: { type: Object, value: null as unknown as Certificate },
  },
  lifetimes: {
    ready() {
      paintSheet(this, { width: WIDTH, height: HEIGHT }, (pen) => {
        draw(pen, this.data.certificate)
      })
    },
  },
})

function draw(pen: Pen, certificate: Certificate): void {
  const { name, team, year, hours, times, site, date } = certificate
  drawShore(pen)
  pen.strokeStyle = SEA
  pen.lineWidth = 6
  pen.strokeRect(20, 20, WIDTH - 40, HEIGHT - 40)
  pen.lineWidth = 2
  pen.strokeRect(34, 34, WIDTH - 68, HEIGHT - 68)
  pen.textAlign = 'center'
  const write = (text: string, y: number, look: string, colour: string) => {
    writeOn(pen, text, [WIDTH / 2, y], look, colour, WIDTH - 160)
  }
  write('志 愿 服 务 证 书', 126, '700 50px', SEA)
  write(name, 226, '700 64px', INK)
  write(`${team} · ${year}`, 276, '400 30px', SOFT)
  write(`${hours} 小时`, 386, '700 84px', LEAF)
  write(`带领和协助绘本、早教、亲子活动 ${times}`, 442, '400 30px', INK)
  write('感谢您陪伴孩子们长大', 494, '400 28px', SOFT)
  write(site, 590, '600 28px', INK)
  write(date, 630, '400 24px', INK)
}

/** A sun and the sea along the foot. */
function drawShore(pen: Pen): void {
  pen.fillStyle = SUN
  pen.beginPath()
  pen.arc(WIDTH - 130, 130, 44, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = SKY
  pen.beginPath()
  pen.moveTo(0, HEIGHT)
  pen.lineTo(0, 556)
  pen.quadraticCurveTo(WIDTH / 4, 500, WIDTH / 2, 546)
  pen.quadraticCurveTo((WIDTH * 3) / 4, 590, WIDTH, 536)
  pen.lineTo(WIDTH, HEIGHT)
  pen.closePath()
  pen.fill()
}
