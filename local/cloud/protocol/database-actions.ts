import { abortTransaction } from '../actions/abort-transaction'
import { aggregateDocuments } from '../actions/aggregate-documents'
import { commitTransaction } from '../actions/commit-transaction'
import { countDocument } from '../actions/count-document'
import { getDocument } from '../actions/get-document'
import { insertDocument } from '../actions/insert-document'
import { modifyAndReturnDocument } from '../actions/modify-and-return-document'
import { modifyDocument } from '../actions/modify-document'
import { removeDocument } from '../actions/remove-document'
import { startTransaction } from '../actions/start-transaction'
import type { Action } from './action'

/** The wire's names of the database operations. */
export const databaseActions = new Map<string, Action>([
  ['database.insertDocument', insertDocument],
  ['database.getDocument', getDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDocument],
  ['database.removeDocument', removeDocument],
  ['database.calculateDocument', countDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
])
