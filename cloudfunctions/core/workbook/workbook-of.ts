import writeExcelFile from 'write-excel-file/node'
import type { ReportSheet } from '../../../miniprogram/domain/report-sheets'

/** A workbook of these sheets as base64: heads bold, the first column wide. */
export async function workbookOf(sheets: readonly ReportSheet[]): Promise<string> {
  const made = writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row, at) =>
        row.map((value) => ({ value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
      ),
      columns: [{ width: 28 }],
    })),
  )
  return (await made.toBuffer()).toString('base64')
}
