import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { type DevelopmentEventKind, developmentEventKinds } from '#shared/domain/development/records.ts'
import { developmentEventLabels } from '#shared/labels/developmentRecords.ts'
import { useCommand } from '../../../lib/queries.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { UndoLastButton } from '../../../ui/UndoLastButton.tsx'
import { EventDialog } from './EventDialog.tsx'
import { possibleEvents } from './eventForm.ts'
import { fileTarget } from './fileView.ts'
import { PapersMenu } from './PapersMenu.tsx'

interface FileActionsProps {
  readonly detail: DevelopmentDetail
  readonly organizations: readonly OrganizationNode[]
  readonly canWrite: boolean
}

/** What stands beside the name: papers, the roster, undo, and all that is not a step. */
export function FileActions({ detail, organizations, canWrite }: FileActionsProps) {
  const [event, setEvent] = useState<DevelopmentEventKind | null>(null)
  const [isTrashing, setIsTrashing] = useState(false)
  const events = possibleEvents(detail)
  return (
    <>
      {detail.memberId !== null && <LinkButton to={`/members/${detail.memberId}`}>花名册</LinkButton>}
      <PapersMenu fileId={detail.id} />
      {canWrite && <UndoLastButton target={fileTarget} />}
      {canWrite && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...events.map((kind) => ({ key: kind, label: developmentEventLabels[kind] })),
              ...(events.length > 0 ? [{ type: 'divider' as const }] : []),
              { key: 'trash', label: '删除', danger: true },
            ],
            onClick: ({ key }) => {
              if (key === 'trash') setIsTrashing(true)
              else setEvent(developmentEventKinds.find((kind) => kind === key) ?? null)
            },
          }}
        >
          <Button>
            变动 <Icon name="down" />
          </Button>
        </Dropdown>
      )}
      {event !== null && (
        <EventDialog
          key={event}
          detail={detail}
          kind={event}
          organizations={organizations}
          onClose={() => setEvent(null)}
        />
      )}
      {isTrashing && <TrashFile detail={detail} onClose={() => setIsTrashing(false)} />}
    </>
  )
}

function TrashFile({
  detail,
  onClose,
}: {
  readonly detail: DevelopmentDetail
  readonly onClose: () => void
}) {
  const trash = useCommand('development.trash')
  const navigate = useNavigate()
  const undo = useUndo()
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${detail.fields.name}”的发展党员档案`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：录重了' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) => {
        // As a promise: by the time it is kept the file is in the trash and this dialog gone.
        trash.mutateAsync({ id: detail.id, version: detail.version, reason }).then(
          () => {
            undo.done('已删除到回收站', fileTarget)
            void navigate('/development')
          },
          () => undefined,
        )
      }}
    >
      连同步骤、材料、扫描件一起移到回收站，可以恢复；花名册不受影响。本人撤回、去世等不要删除，请用“终止”。
    </ConfirmDialog>
  )
}
