import { rmSync } from 'node:fs'
import { openLaptop } from '../../local/laptop'
import { WEDNESDAY } from '../../local/seed/seed'
import { SEEDED } from './seeded'

/** The demonstration's data, made once for all tables: making it takes longer than most of what is played on it. */
async function seedOnce(): Promise<void> {
  rmSync(SEEDED, { recursive: true, force: true })
  const laptop = await openLaptop({ dataDir: SEEDED, port: 0, watch: false, now: WEDNESDAY })
  await laptop.close()
}

void seedOnce()
