import { Alert, Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { type CampaignFields, campaignInput } from '#shared/contract/reviewInputs.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { campaignAddress } from '../../lib/reviewAddresses.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { reviewTarget } from '../../ui/CampaignHead.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import {
  blankCampaign,
  type CampaignDraft,
  type CampaignForm,
  type CampaignStart,
  createInput,
  lastCampaign,
  usualName,
} from './campaignForm.ts'
import { CampaignFieldRows } from './CampaignFieldRows.tsx'
import { StartChoice } from './StartChoice.tsx'
import './reviews.css'

/** Fills in what is usual as long as nobody has written anything else. */
function useUsualFields(form: CampaignForm): void {
  // Read while drawing: only then the form keeps count of what was typed.
  const { dirtyFields } = form.formState
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = tree.data?.nodes ?? []
  const known = new Set(nodes.map(({ id }) => id))
  const top = nodes.find(({ parentId }) => parentId === null || !known.has(parentId))?.id ?? ''
  const [organizationId, year] = useWatch({ control: form.control, name: ['organizationId', 'year'] })
  const name = usualName(year, nodes.find(({ id }) => id === organizationId)?.shortName ?? '')
  const fill = useEffectEvent((chosen: string, organization: string, usual: string) => {
    if (chosen === '' && organization !== '') form.setValue('organizationId', organization)
    if (dirtyFields.name !== true) form.setValue('name', usual)
  })
  useEffect(() => fill(organizationId, top, name), [organizationId, top, name])
}

/** A year's campaign: of whom, when, and by which scheme. */
export function NewCampaignPage() {
  const navigate = useNavigate()
  const undo = useUndo()
  const [params] = useSearchParams()
  const form = useForm<CampaignDraft, unknown, CampaignFields>({
    resolver: zhResolver(campaignInput),
    defaultValues: blankCampaign(params.get('org') ?? '', yearOf(params)),
  })
  const { isDirty } = form.formState
  const [start, setStart] = useState<CampaignStart | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const campaigns = useCall('reviews.campaigns', {})
  const create = useCommand('reviews.create')
  const guard = useUnsavedGuard(isDirty || start !== null)
  useUsualFields(form)
  const [organizationId, year] = useWatch({ control: form.control, name: ['organizationId', 'year'] })
  const last = lastCampaign(campaigns.data ?? [], organizationId, year)
  const chosen: CampaignStart = start ?? {
    kind: last === null ? 'usual' : 'campaign',
    copyId: last?.id ?? null,
    withSubjects: last !== null,
  }
  const same = campaigns.data?.find((each) => each.organizationId === organizationId && each.year === year)
  useEffect(() => {
    showFieldErrors(form, create.error, 'fields.')
  }, [create.error, form])
  const submit = form.handleSubmit((fields) => {
    setIsAsked(true)
    const input = createInput(fields, chosen)
    if (input === null) return
    create.mutate(input, {
      onSuccess: ({ id }) => {
        guard.leaveFreely()
        undo.done('已建立述职测评', reviewTarget)
        void navigate(campaignAddress(id), { replace: true })
      },
    })
  })
  useShortcut('Ctrl+S', '建立', () => void submit())
  return (
    <Page title="建立述职测评" breadcrumb={[{ label: '双向述职测评', to: '/reviews' }]}>
      <EnterMovesOn label="建立述职测评" className="review-form" onSubmit={(event) => void submit(event)}>
        {same !== undefined && (
          <Alert
            type="warning"
            showIcon
            title={`${same.organizationName}${same.year}年度的述职测评已经建立：${same.name}`}
            action={
              <LinkButton small to={campaignAddress(same.id)}>
                打开
              </LinkButton>
            }
          />
        )}
        <SectionCard title="基本情况">
          <CampaignFieldRows form={form} />
        </SectionCard>
        <SectionCard title="按什么方案">
          <StartChoice
            start={chosen}
            campaigns={(campaigns.data ?? []).filter(({ id }) => id !== same?.id)}
            error={isAsked && chosen.copyId === null ? '请选择参照哪一次' : undefined}
            onChange={setStart}
          />
        </SectionCard>
        <div className="form-foot">
          {create.error !== null && (
            <Alert
              className="form-foot-problem"
              type="error"
              showIcon
              role="alert"
              title={errorText(create.error)}
            />
          )}
          <Button htmlType="submit" type="primary" loading={create.isPending}>
            建立
          </Button>
        </div>
      </EnterMovesOn>
      {guard.dialog}
    </Page>
  )
}
