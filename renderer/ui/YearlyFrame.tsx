import { Button } from 'antd'
import type { ReactNode, SyntheticEvent } from 'react'
import type { RecordKind } from '#shared/contract/activity.ts'
import type { OfferedDraft } from '../lib/offeredDraft.ts'
import { useHasRight } from '../lib/session.ts'
import { type Crumb, Page } from './Page.tsx'
import { DraftNotice } from './DraftNotice.tsx'
import { EnterMovesOn } from './EnterMovesOn.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { SectionCard } from './SectionCard.tsx'
import { useShortcut } from './shortcuts.ts'
import type { UndoTarget } from './undo.ts'
import { UndoLastButton } from './UndoLastButton.tsx'
import { SaveFoot } from './SaveFoot.tsx'
import './yearlyFrame.css'

interface YearlyFrameProps {
  readonly title: string
  readonly subtitle?: string
  readonly crumb: Crumb
  readonly kind: RecordKind
  /** Null for a new one. */
  readonly record: { readonly id: string; readonly version: number } | null
  readonly target: UndoTarget
  readonly canWrite: boolean
  /** No old value is put back from its history. */
  readonly isHistoryFrozen: boolean
  /** What makes its papers. */
  readonly papers: ReactNode
  readonly draft: Pick<OfferedDraft<unknown>, 'offered' | 'discard'>
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

/** The page of a record kept once for an organisation and a year: its form is the page, its history below. */
export function YearlyFrame(props: YearlyFrameProps) {
  const { title, subtitle, crumb, kind, record, target, canWrite, papers, draft, isDirty, onSubmit } = props
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
      <EnterMovesOn className="yearly-form" label={title} onSubmit={(event) => void onSubmit(event)}>
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
          <RecordHistory kind={kind} {...record} isFrozen={props.isHistoryFrozen} />
        </SectionCard>
      )}
      {props.dialogs}
    </Page>
  )
}
