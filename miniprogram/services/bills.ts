import type { Api } from '../../cloudfunctions/core/contract/api'
import { call } from './call'
import { entered } from './session'

export type DeskBills = Api['listBills']['output']
export type DeskBill = DeskBills['open'][number]['bills'][number]

let last: DeskBills | undefined

/** The desk's bills, asked anew. In memory only: nothing about families is kept on a carer's phone. */
export async function loadBills(): Promise<DeskBills> {
  const { site } = await entered()
  last = await call('listBills', { siteId: site.id })
  return last
}

/** One of the last answer's bills, or of a new one. */
export async function deskBill(id: string): Promise<DeskBill | undefined> {
  const { open, settledToday } = last ?? (await loadBills())
  return [...open, ...settledToday].flatMap(({ bills }) => bills).find((bill) => bill.id === id)
}
