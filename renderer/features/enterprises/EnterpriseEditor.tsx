import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import {
  type EnterpriseDetail,
  enterpriseFactsInput,
  type EnterpriseFields,
  enterpriseInput,
} from '#shared/contract/enterprises.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { call } from '../../lib/api.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { invalidateAfter, useCall, useCommand } from '../../lib/queries.ts'
import { useAccount, useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { useFindingAnswers } from '../../ui/useFindingAnswers.tsx'
import { DepartmentsDialog } from './DepartmentsDialog.tsx'
import { blankUnit, changedOnly, type EnterpriseDraft } from './enterpriseForm.ts'
import { EnterpriseSections } from './EnterpriseSections.tsx'
import { enterpriseTarget } from './enterpriseView.ts'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { TrashEnterpriseDialog } from './TrashEnterpriseDialog.tsx'
import { useEnterpriseDraft } from './useEnterpriseDraft.ts'

interface EnterpriseEditorProps {
  /** Null for a new one. */
  readonly detail: EnterpriseDetail | null
  readonly organizations: readonly OrganizationNode[]
}

const checkPauseMs = 300

/** One form for a new unit and an existing one, with what the rules say beside each field. */
export function EnterpriseEditor({ detail, organizations }: EnterpriseEditorProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const toast = useToast()
  const undo = useUndo()
  const canWrite = useHasRight('organization.write')
  const canReveal = useHasRight('member.reveal')
  const canSeeHistory = useHasRight('activity.read')
  const isOfStreet = useAccount()?.organizationId === null
  const [open, setOpen] = useState<'departments' | 'trash' | null>(null)
  const form = useForm<EnterpriseDraft, unknown, EnterpriseFields>({
    resolver: zhResolver(enterpriseInput),
    defaultValues: detail === null ? blankUnit : { ...detail.fields },
  })
  const { isDirty } = form.formState
  const draft = useEnterpriseDraft(detail?.id ?? null, detail?.fields ?? blankUnit, form)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const create = useCommand('enterprises.create')
  const update = useCommand('enterprises.update')
  const departments = useCall('enterprises.departments', {}).data?.departments ?? []
  const findings = useFindings(detail, form.control)
  const { dialog, ...answering } = useFindingAnswers({
    subject: 'enterprise',
    subjectId: detail?.id ?? '',
    example: '如：单位已核实，党员组织关系均在原籍，暂不具备组建条件',
  })
  const answers = canWrite && detail !== null && !isDirty ? answering : null
  const error = create.error ?? update.error
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])

  const saved = (unit: EnterpriseDetail): void => {
    draft.discard()
    form.reset({ ...unit.fields })
    undo.done('已保存', enterpriseTarget)
  }
  const submit = form.handleSubmit((fields) => {
    if (detail === null) {
      const onSuccess = ({ id }: EnterpriseDetail): void => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已新增', enterpriseTarget)
        void navigate(`/enterprises/${id}`, { replace: true })
      }
      create.mutate({ fields }, { onSuccess })
      return
    }
    const changed = changedOnly(detail.fields, fields)
    if (Object.keys(changed).length === 0) toast.success('没有要保存的修改')
    else update.mutate({ id: detail.id, version: detail.version, fields: changed }, { onSuccess: saved })
  })
  useShortcut('Ctrl+S', '保存', () => void submit(), canWrite)

  const reveal = async (): Promise<void> => {
    if (detail === null) return
    try {
      const { contactPhone } = await call('enterprises.reveal', { id: detail.id })
      form.setValue('contactPhone', contactPhone)
    } catch (failure) {
      toast.failure(failure)
    }
  }
  const general = findings.filter(({ field }) => field === null)
  return (
    <Page
      title={detail === null ? '新增两新组织' : detail.fields.name}
      {...(detail === null ? {} : { subtitle: detail.organizationName })}
      breadcrumb={[{ label: '两新组织', to: '/enterprises' }]}
      actions={
        canWrite && detail !== null ? <Button onClick={() => setOpen('trash')}>删除</Button> : undefined
      }
    >
      <div className="enterprise-main">
        <EnterMovesOn
          className="enterprise-form"
          label={detail === null ? '新增两新组织' : '两新组织'}
          onSubmit={(event) => void submit(event)}
        >
          {draft.offeredAt !== null && canWrite && (
            <DraftNotice updatedAt={draft.offeredAt} onContinue={draft.resume} onDiscard={draft.discard} />
          )}
          {error !== null && (
            <Alert className="enterprise-head" type="error" showIcon role="alert" title={errorText(error)} />
          )}
          <FindingNotes findings={general} answers={answers} />
          <EnterpriseSections
            control={form.control}
            findings={findings}
            answers={answers}
            organizations={organizations
              .filter(({ type }) => isOrganizationLevel(type))
              .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
            departments={departments}
            isReadOnly={!canWrite}
            onDepartments={canWrite && isOfStreet ? () => setOpen('departments') : null}
            onReveal={
              canReveal && detail !== null && detail.fields.contactPhone !== null ? () => void reveal() : null
            }
          />
          {canWrite && (
            <div className="enterprise-foot">
              <Button
                htmlType="submit"
                type="primary"
                loading={create.isPending || update.isPending}
                disabled={detail !== null && !isDirty}
              >
                保存
              </Button>
            </div>
          )}
        </EnterMovesOn>
        {detail !== null && canSeeHistory && (
          <SectionCard title="修改历史">
            <RecordHistory kind="enterprise" id={detail.id} version={detail.version} isFrozen />
          </SectionCard>
        )}
      </div>
      {open === 'departments' && (
        <DepartmentsDialog departments={departments} onClose={() => setOpen(null)} />
      )}
      {open === 'trash' && detail !== null && (
        <TrashEnterpriseDialog
          detail={detail}
          onCancel={() => setOpen(null)}
          onDone={() => {
            guard.leaveFreely()
            draft.discard()
            undo.done('已删除到回收站', enterpriseTarget)
            void navigate('/enterprises')
            void invalidateAfter(client, 'enterprises.trash')
          }}
        />
      )}
      {dialog}
      {guard.dialog}
    </Page>
  )
}

const factKeys = enterpriseFactsInput.keyof().options

/** What the rules say of what stands in the form, asked after a pause; of the record until something is typed. */
function useFindings(
  detail: EnterpriseDetail | null,
  control: ReturnType<typeof useForm<EnterpriseDraft, unknown, EnterpriseFields>>['control'],
) {
  const typed = useDebounced(useWatch({ control }), checkPauseMs)
  const facts = Object.fromEntries(factKeys.map((key) => [key, typed[key]]))
  const read = enterpriseFactsInput.safeParse(facts)
  const isTyping = detail !== null || (typed.name ?? '') !== ''
  const checked = useCall(
    'enterprises.check',
    { excludeId: detail?.id ?? null, fields: read.success ? read.data : {} },
    { enabled: read.success && isTyping, keepPrevious: true },
  )
  const findings = checked.data?.findings ?? detail?.findings ?? []
  // The core judges where the stored record stands; somebody may just be choosing another place.
  const isMoved = typed.organizationId !== detail?.fields.organizationId
  return isMoved ? findings.filter(({ field }) => field !== 'organizationId') : findings
}
