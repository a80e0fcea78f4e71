import type { FormErrors } from './form-errors'
import { NOTICE_ERRORS } from './notice-draft'
import type { Detail } from './words'

/** Where the function's no stands on the page: `audience.ages` beside the ages, an empty audience beside it. */
export function noticeErrorsOf(detail: Detail): FormErrors {
  const fields =
    detail.code === 'nobody_to_tell'
      ? ['audience']
      : detail.code === 'invalid_input'
        ? detail.fields.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))
        : []
  return Object.fromEntries(
    fields
      .filter((field) => field in NOTICE_ERRORS)
      .map((field) => [field, NOTICE_ERRORS[field] ?? '']),
  )
}
