import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { worstSeverity } from '#shared/domain/finding.ts'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import { newMeetingAddress } from '../../../lib/meetingAddresses.ts'
import { useCommand } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { UndoLastButton } from '../../../ui/UndoLastButton.tsx'
import { useExport } from '../../../ui/useExport.ts'
import { CheckDialog } from '../CheckDialog.tsx'
import { meetingTarget } from '../meetingTarget.ts'

interface MeetingActionsProps {
  readonly detail: MeetingDetail
  readonly canWrite: boolean
  /** Opens the form of a final record; null where it is open, or may not be. */
  readonly onChange: (() => void) | null
}

/** What stands beside the title of a record. */
export function MeetingActions({ detail, canWrite, onChange }: MeetingActionsProps) {
  const navigate = useNavigate()
  const canCheck = useHasRight('meeting.check')
  const [asking, setAsking] = useState<'check' | 'trash' | null>(null)
  const { id, version, fields, status, deletedAt } = detail
  const all = [...detail.findings, ...detail.judgements.flatMap(({ findings }) => findings)]
  return (
    <>
      {deletedAt === null && <Papers id={id} />}
      {canWrite && <UndoLastButton target={meetingTarget} />}
      {canCheck && status === 'final' && deletedAt === null && (
        <Button onClick={() => setAsking('check')}>检查</Button>
      )}
      {canWrite && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'copy', label: '参照这次新建' },
              { type: 'divider' },
              { key: 'trash', label: '删除', danger: true },
            ],
            onClick: ({ key }) => {
              if (key === 'copy') void navigate(newMeetingAddress({ copy: id }))
              else setAsking('trash')
            },
          }}
        >
          <Button>
            更多 <Icon name="down" />
          </Button>
        </Dropdown>
      )}
      {onChange !== null && (
        <Button type="primary" onClick={onChange}>
          修改
        </Button>
      )}
      {asking === 'check' && (
        <CheckDialog
          meetings={[
            {
              id,
              version,
              title: fields.title,
              worst: worstSeverity(all),
            },
          ]}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'trash' && <TrashMeeting detail={detail} onClose={() => setAsking(null)} />}
    </>
  )
}

function Papers({ id }: { readonly id: string }) {
  const canExport = useHasRight('document.export')
  const exporting = useExport()
  const minutes = useCommand('documents.exportMinutes')
  const signIn = useCommand('documents.exportSignIn')
  if (!canExport) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'minutes', label: '会议记录' },
          { key: 'signIn', label: '签到表' },
        ],
        onClick: ({ key }) =>
          void exporting.run(() => (key === 'minutes' ? minutes : signIn).mutateAsync({ meetingId: id })),
      }}
    >
      <Button loading={exporting.isBusy}>
        导出 <Icon name="down" />
      </Button>
    </Dropdown>
  )
}

function TrashMeeting({
  detail: { id, version, fields },
  onClose,
}: {
  readonly detail: MeetingDetail
  readonly onClose: () => void
}) {
  const trash = useCommand('meetings.trash')
  const navigate = useNavigate()
  const undo = useUndo()
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${fields.title}”`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：录重了' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) => {
        // As a promise: by the time it is kept the record is in the trash and this dialog gone.
        trash.mutateAsync({ id, version, reason }).then(
          () => {
            undo.done('已删除到回收站', meetingTarget)
            void navigate('/meetings')
          },
          () => undefined,
        )
      }}
    >
      连同议题、落实事项、附件一起移到回收站，可以恢复；完成情况随之重新计算。
    </ConfirmDialog>
  )
}
