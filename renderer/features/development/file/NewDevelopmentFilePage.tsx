import { Alert } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { type DevelopmentFields, developmentInput } from '#shared/contract/developmentInputs.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { applicationRefusals } from '#shared/domain/development/activistRules.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import { isWrittenDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { useOfferedDraft } from '../../../lib/offeredDraft.ts'
import { useCall, useCommand } from '../../../lib/queries.ts'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { AppliedOnField } from './AppliedOnField.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { draftText, parseFileDraft } from './fileDraft.ts'
import { FileForm } from './FileForm.tsx'
import { blankFile, changedFields, type FileValues, newSections } from './fileForm.ts'
import { fileAddress, fileTarget } from './fileView.ts'
import { RefusalNotes } from './RefusalNotes.tsx'
import './developmentFile.css'

const breadcrumb = [{ label: '发展党员', to: '/development' }]
const title = '新建发展档案'

/** 收到入党申请书: a file begins with the person, the branch and the day of the application. */
export function NewDevelopmentFilePage() {
  const [params] = useSearchParams()
  const tree = useCall('organizations.tree', { includeEnded: false })
  return (
    <Page title={title} breadcrumb={breadcrumb}>
      <QueryBoundary query={tree} what="新建发展档案" lines={12}>
        {({ nodes }) => {
          const wanted = nodes.find(({ id }) => id === params.get('org'))
          return <NewFile organizations={nodes} organizationId={wanted?.type === 'ZB' ? wanted.id : ''} />
        }}
      </QueryBoundary>
    </Page>
  )
}

interface NewFileProps {
  readonly organizations: readonly OrganizationNode[]
  readonly organizationId: string
}

function NewFile({ organizations, organizationId }: NewFileProps) {
  const navigate = useNavigate()
  const undo = useUndo()
  const create = useCommand('development.create')
  const [blank] = useState(() => blankFile(organizationId))
  const [appliedOn, setAppliedOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [dateProblem, setDateProblem] = useState<string | null>(null)
  const draft = useOfferedDraft('draft:development:new', parseFileDraft)
  const form = useForm<FileValues, unknown, DevelopmentFields>({
    resolver: zhResolver(developmentInput.extend({ organizationId: branchSchema })),
    defaultValues: blank,
  })
  const { control } = form
  const isDirty = form.formState.isDirty || appliedOn !== null
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const values = useWatch({ control, compute: (all) => all })
  const refusals = applicationRefusals(
    readDate(values.birthDate ?? null),
    readDate(appliedOn),
    defaultDevelopmentSettings,
  )
  const keep = useEffectEvent((typed: FileValues, on: string | null) =>
    draft.keep({ changes: changedFields(blank, typed), appliedOn: on }),
  )
  useEffect(() => {
    if (isDirty) keep(values, appliedOn)
  }, [values, appliedOn, isDirty])
  useEffect(() => {
    showFieldErrors(form, create.error, 'fields.')
  }, [create.error, form])
  const submit = form.handleSubmit((fields) => {
    if (appliedOn !== null && !isWrittenDate(appliedOn)) {
      setDateProblem('请写真实的日期，如 2026.5.8')
      return
    }
    // As a promise: by the time it is kept the page may be another one.
    create.mutateAsync({ fields, appliedOn, overrideReason: refusals.length > 0 ? reason : null }).then(
      ({ id }) => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已新建发展档案', fileTarget)
        void navigate(fileAddress(id), { replace: true })
      },
      () => undefined,
    )
  })
  return (
    <EnterMovesOn className="dev-form" label={title} onSubmit={(event) => void submit(event)}>
      {draft.offered !== null && (
        <DraftNotice
          words={`已填：${draftText(draft.offered.value)}`}
          updatedAt={draft.offered.updatedAt}
          onContinue={() => {
            if (draft.offered === null) return
            const { changes, appliedOn: date } = draft.offered.value
            form.reset({ ...blank, ...changes }, { keepDefaultValues: true })
            setAppliedOn(date)
            draft.decide()
          }}
          onDiscard={draft.discard}
        />
      )}
      <SectionCard title="入党申请">
        <div className="form-grid">
          <AppliedOnField
            value={appliedOn}
            error={dateProblem}
            onChange={(date) => {
              setDateProblem(null)
              setAppliedOn(date)
            }}
          />
        </div>
        {refusals.length > 0 && <RefusalNotes refusals={refusals} reason={reason} onReason={setReason} />}
      </SectionCard>
      <FileForm
        control={control}
        setValue={form.setValue}
        sections={newSections}
        organizations={organizations}
        onReveal={null}
        isNew
      />
      <div className="dev-form-foot">
        {create.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(create.error)} />
        )}
        <DialogButtons
          confirmText="新建档案"
          busy={create.isPending}
          disabled={refusals.length > 0 && reason.trim() === ''}
          onCancel={() => void navigate('/development')}
        />
      </div>
      {guard.dialog}
    </EnterMovesOn>
  )
}

const readDate = (text: string | null) => (text !== null && isWrittenDate(text) ? text : null)

const branchSchema = z.string().min(1, '请选择所在党支部').max(64)
