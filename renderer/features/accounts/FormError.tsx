import { Alert } from 'antd'
import type { CallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'

/** What belongs to no single field; refusals of fields stand beside them. */
export function FormError({ error }: { readonly error: CallError | null }) {
  if (error === null || Object.keys(error.fields).length > 0) return null
  return <Alert type="error" showIcon role="alert" title={errorText(error)} />
}
