import { bookingRace } from './bench/booking-race'
import { cloud } from './bench/cloud'
import { door } from './bench/door'
import { firstPage } from './bench/first-page'
import { packageSize } from './bench/package-size'
import { notices } from './bench/notices'
import { phone } from './bench/phone'
import { scale } from './bench/scale'

/** `npm run bench -- <name>`: prints its figures for people and, last, one line of JSON. */
const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  'booking-race': bookingRace,
  cloud,
  door,
  'first-page': firstPage,
  'package-size': packageSize,
  notices,
  phone,
  scale,
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? ''
  const bench = BENCHES[name]
  if (!bench) {
    console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
    process.exit(1)
  }
  console.log(JSON.stringify(await bench()))
  process.exit(0)
}

void main()
