import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { TrainingClassDetail } from '#shared/contract/developmentRegisters.ts'
import { trainingKindLabels } from '#shared/labels/developmentRecords.ts'
import { lastDay } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { spanText } from './classWords.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { sentPlaces } from './places.ts'
import { PlacesCard } from './PlacesCard.tsx'
import { RecordTrainingDialog } from './RecordTrainingDialog.tsx'
import { passedPlaces } from './recordTraining.ts'
import { addressOf, registerTarget } from './registersView.ts'
import './registers.css'

const training = addressOf({ part: 'training' })
const crumbs = [
  { label: '发展党员', to: '/development' },
  { label: '培训班', to: training },
]

/** One class with the people who sat in it. */
export function TrainingClassPage() {
  const { id = '' } = useParams()
  const found = useCall('training.get', { id })
  if (found.data === undefined) {
    return (
      <Page title="培训班" breadcrumb={crumbs}>
        <RecordStates
          query={found}
          what="查看培训班"
          missing="找不到这期培训班"
          back={{ label: '返回培训班', to: training }}
        />
      </Page>
    )
  }
  return <KnownClass key={id} detail={found.data} />
}

function KnownClass({ detail }: { readonly detail: TrainingClassDetail }) {
  const canWrite = useHasRight('member.write')
  const [dialog, setDialog] = useState<'edit' | 'trash' | 'record' | null>(null)
  const close = () => setDialog(null)
  // 步骤 11 is that of a 发展对象, and done once it is over.
  const isOver = detail.kind === 'target' && lastDay(detail.toOn) <= today()
  const facts = [
    ['培训对象', trainingKindLabels[detail.kind]],
    ['举办的党组织', detail.organizationName],
    ['时间', spanText(detail)],
    ['天数', detail.days === null ? null : `${detail.days} 天`],
    ['学时', detail.hours === null ? null : `${detail.hours} 学时`],
    ['地点', detail.place],
    ['备注', detail.remark],
  ] as const
  return (
    <Page
      title={detail.name}
      breadcrumb={crumbs}
      subtitle={`${detail.people} 人，结业 ${detail.passed} 人`}
      actions={
        <>
          <UndoLastButton target={registerTarget} />
          <ExportMenu
            label="导出名单"
            make={(format) => call('documents.exportTraining', { classId: detail.id, format })}
          />
          {canWrite && (
            <>
              {isOver && passedPlaces(detail).length > 0 && (
                <Button onClick={() => setDialog('record')}>登记到档案</Button>
              )}
              <Button danger onClick={() => setDialog('trash')}>
                删除
              </Button>
              <Button onClick={() => setDialog('edit')}>修改班次</Button>
            </>
          )}
        </>
      }
    >
      <SectionCard title="班次">
        <dl className="dev-reg-facts">
          {facts.map(([label, value]) =>
            value === null || value === '' ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        <FindingNotes findings={detail.findings} />
      </SectionCard>
      {/* Begins anew when the list was saved, not when the class itself was changed: what is typed here stays. */}
      <PlacesCard key={JSON.stringify(sentPlaces(detail.places))} detail={detail} canWrite={canWrite} />
      {dialog === 'edit' && <ClassDialog detail={detail} onClose={close} />}
      {dialog === 'record' && <RecordTrainingDialog detail={detail} onClose={close} />}
      {dialog === 'trash' && <TrashDialog detail={detail} onClose={close} />}
    </Page>
  )
}

function TrashDialog({
  detail,
  onClose,
}: {
  readonly detail: TrainingClassDetail
  readonly onClose: () => void
}) {
  const navigate = useNavigate()
  const undo = useUndo()
  const trash = useCommand('training.trash')
  const { id, version, name } = detail
  return (
    <ConfirmDialog
      open
      title={`删除培训班“${name}”`}
      confirmText="删除"
      danger
      reason={{ label: '原因', placeholder: '如 重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done(`已删除培训班“${name}”`, registerTarget)
              void navigate(training)
            },
          },
        )
      }
      onCancel={onClose}
    >
      <p>
        班次和 {detail.people}{' '}
        人的培训记录一起进回收站，可以恢复；各人档案里的培训日期不变，学时按档案上填写的重新核对。
      </p>
    </ConfirmDialog>
  )
}
