import { Alert } from 'antd'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { formatInstant } from '../../../lib/formatInstant.ts'
import { RestoreButton } from './RestoreButton.tsx'

/** What must be seen before anything else: sent back, entered late, taken over, in the trash. */
export function MeetingNotices({ detail }: { readonly detail: MeetingDetail }) {
  const { check, isLate, enteredOn, fields, isImported, deletedAt, id } = detail
  return (
    <>
      {deletedAt !== null && (
        <Alert
          className="meeting-notice"
          type="warning"
          showIcon
          title={`这份记录在回收站，${formatInstant(deletedAt)} 删除`}
          action={<RestoreButton id={id} />}
        />
      )}
      {check?.state === 'returned' && (
        <Alert
          className="meeting-notice"
          type="error"
          showIcon
          role="alert"
          title={`街道退回：${check.words ?? ''}`}
          description={`${formatPartialDate(check.on)} ${check.by}。改好保存后，请街道重新检查。`}
        />
      )}
      {check?.state === 'passed' && (
        <Alert
          className="meeting-notice"
          type="success"
          showIcon
          title={`街道检查通过（${formatPartialDate(check.on)} ${check.by}）${check.words === null ? '' : `：${check.words}`}`}
        />
      )}
      {isLate && (
        <Alert
          className="meeting-notice"
          type="warning"
          showIcon
          title={`补录：${formatPartialDate(fields.heldOn)}的会，${formatPartialDate(enteredOn)}录入${isImported ? '（从台账导入）' : ''}`}
        />
      )}
    </>
  )
}
