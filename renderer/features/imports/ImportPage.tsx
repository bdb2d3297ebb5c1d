import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { importKinds } from '#shared/contract/imports.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDraft } from '../../lib/workspace.ts'
import { Page } from '../../ui/Page.tsx'
import { LoadingState, NoRightState } from '../../ui/states.tsx'
import { ChooseFileStep } from './ChooseFileStep.tsx'
import { type ImportDraft, parseDraft, renewDraft, startDraft } from './importDraft.ts'
import { type FinishedImport, ImportResult } from './ImportResult.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { ImportWizard } from './ImportWizard.tsx'
import './columns.css'
import './imports.css'
import './review.css'

/** From a workbook to the ledger, in one page; what has been decided is kept when the page is left. */
export function ImportPage() {
  const isAllowed = useHasRight('import.write')
  const kept = useDraft('draft:imports', parseDraft)
  const [chosen, setChosen] = useState<ImportDraft | null | 'kept'>('kept')
  const [finished, setFinished] = useState<FinishedImport | null>(null)
  const [params, setParams] = useSearchParams()
  const asked = importKinds.find((each) => each === params.get('kind')) ?? null

  const draft = chosen === 'kept' ? (kept.stored?.value ?? null) : chosen
  const kind = asked ?? draft?.choices.kind ?? 'roster'
  const keep = (next: ImportDraft): void => {
    setChosen(next)
    kept.save(next)
  }
  const drop = (): void => {
    setChosen(null)
    kept.discard()
  }
  const frame = (at: ImportDraft['step'] | 'done', onGo: boolean) => ({
    title: '导入',
    fill: true,
    actions: <Link to="/imports/batches">导入批次</Link>,
    toolbar: (
      <ImportSteps
        kind={finished?.kind ?? (at === 'file' ? kind : (draft?.choices.kind ?? kind))}
        at={at}
        {...(onGo && draft !== null ? { onGo: (step) => keep({ ...draft, step }) } : {})}
      />
    ),
  })
  if (!isAllowed) {
    return (
      <Page title="导入">
        <NoRightState what="导入" />
      </Page>
    )
  }
  if (kept.isLoading && chosen === 'kept') {
    return (
      <Page {...frame('file', false)}>
        <LoadingState />
      </Page>
    )
  }
  if (finished !== null) {
    return (
      <Page {...frame('done', false)} subtitle={finished.fileName}>
        <ImportResult finished={finished} onAnother={() => setFinished(null)} />
      </Page>
    )
  }
  if (draft === null || draft.step === 'file') {
    return (
      <Page {...frame('file', true)}>
        <div className="import-body">
          <ChooseFileStep
            kind={kind}
            onKind={(next) => setParams({ kind: next }, { replace: true })}
            onFile={(file) => keep(startDraft(kind, file))}
            current={
              draft === null
                ? null
                : { fileName: draft.fileName, onContinue: () => keep({ ...draft, step: 'columns' }) }
            }
          />
        </div>
      </Page>
    )
  }
  return (
    <Page {...frame(draft.step, true)} subtitle={draft.fileName}>
      <ImportWizard
        key={draft.choices.file}
        draft={draft}
        onFile={(file) => keep(renewDraft(draft, file))}
        onChoices={(choices) => keep({ ...draft, choices })}
        onStep={(step) => keep({ ...draft, step })}
        onDone={(report, previewId) => {
          setFinished({ kind: draft.choices.kind, fileName: draft.fileName, previewId, report })
          drop()
        }}
      />
    </Page>
  )
}
