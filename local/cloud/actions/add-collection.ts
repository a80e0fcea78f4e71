import type { Action } from '../protocol/action'

/** Collections are declared in the schema file; asking for one of those is fine, for another it is the service's error. */
export const addCollection: Action = (params, db) => {
  db.store.indexes(params['collectionName'])
  return {}
}
