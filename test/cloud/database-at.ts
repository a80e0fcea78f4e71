import { appAt } from './app-at'

/** The official SDK's database, pointed at a local cloud. */
export function databaseAt(url: string): ReturnType<ReturnType<typeof appAt>['database']> {
  return appAt(url).database()
}
