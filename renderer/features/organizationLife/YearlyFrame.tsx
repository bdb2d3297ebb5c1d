import { Button } from 'antd'
import type { ReactNode, SyntheticEvent } from 'react'
import { useHasRight } from '../../lib/session.ts'
import { type Crumb, Page } from '../../ui/Page.tsx'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import type { UndoTarget } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { SaveFoot } from '../../ui/SaveFoot.tsx'
import type { useFormDraft } from '../../lib/useFormDraft.ts'

interface YearlyFrameProps {
  readonly title: string
  readonly subtitle?: string
  readonly crumb: Crumb
  readonly kind: 'lifeMeeting' | 'appraisal'
  /** Null for a new one. */
  readonly record: { readonly id: string; readonly version: number } | null
  readonly target: UndoTarget
  /** The menu of papers. */
  readonly papers: ReactNode
  readonly draft: Pick<ReturnType<typeof useFormDraft>, 'offered' | 'discard'>
  readonly onResume: () => void
  readonly isDirty: boolean
  readonly busy: boolean
  /** Why it was not saved. */
  readonly problem: string | null
  readonly onSubmit: (event?: SyntheticEvent) => Promise<void>
  readonly onTrash: () => void
  readonly children: ReactNode
  readonly dialogs: ReactNode
}

/** The page of a record kept once for a branch and a year: its form is the page, its history below. */
export function YearlyFrame(props: YearlyFrameProps) {
  const { title, subtitle, crumb, kind, record, target, papers, draft, isDirty, onSubmit } = props
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  useShortcut('Ctrl+S', '保存', () => void onSubmit(), canWrite)
  return (
    <Page
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      breadcrumb={[crumb]}
      actions={
        record !== null && (
          <>
            <UndoLastButton target={target} notNow={isDirty ? '本页有没有保存的修改，请先保存' : null} />
            {papers}
            {canWrite && (
              <Button danger onClick={props.onTrash}>
                删除
              </Button>
            )}
          </>
        )
      }
    >
      <EnterMovesOn className="life-form" label={title} onSubmit={(event) => void onSubmit(event)}>
        {draft.offered !== null && canWrite && (
          <DraftNotice
            updatedAt={draft.offered.updatedAt}
            onContinue={props.onResume}
            onDiscard={draft.discard}
          />
        )}
        {props.children}
        {canWrite && (
          <SaveFoot isNew={record === null} isDirty={isDirty} busy={props.busy} problem={props.problem} />
        )}
      </EnterMovesOn>
      {record !== null && canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind={kind} {...record} isFrozen />
        </SectionCard>
      )}
      {props.dialogs}
    </Page>
  )
}
