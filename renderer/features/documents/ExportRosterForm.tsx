import { standardRosterColumns } from '#shared/domain/rosterColumns.ts'
import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { useView } from '../../lib/workspace.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { TreeItem } from '../../ui/tree.ts'
import { ExportFields } from './ExportFields.tsx'
import {
  type ExportForm,
  type ExportFormInput,
  exportFormSchema,
  firstChoice,
  inOrder,
  parseColumns,
} from './exportForm.ts'
import { ExportResult } from './ExportResult.tsx'
import { RosterPreview } from './RosterPreview.tsx'
import { useRosterExport } from './useRosterExport.ts'

interface ExportRosterFormProps {
  readonly organizationId: string | null
  readonly nodes: readonly OrganizationNode[]
}

const previewRows = 8

function itemsOf(nodes: readonly OrganizationNode[]): readonly TreeItem[] {
  return nodes.map((node) => ({
    id: node.id,
    parentId: node.parentId,
    label: node.shortName,
    note: `${(node.total.full + node.total.probationary).toLocaleString('zh-CN')} 人`,
  }))
}

function usePreviewRows(organizationId: string | null) {
  return useCall(
    'members.list',
    {
      organizationId,
      text: null,
      filters: [{ op: 'in', field: 'partyStatus', values: partyStatuses.filter(isCountedStatus) }],
      sort: { field: 'organizationId', descending: false },
      offset: 0,
      limit: previewRows,
    },
    { keepPrevious: true },
  )
}

/** How many there were on a day that has passed. */
function usePast(organizationId: string | null, asOf: string | null) {
  const isAsked = asOf !== null && isDateOnly(asOf) && asOf < today()
  const page = useCall(
    'memberships.list',
    {
      organizationId,
      on: isAsked ? asOf : today(),
      personType: null,
      status: null,
      sort: 'branch',
      offset: 0,
      limit: 1,
    },
    { enabled: isAsked },
  )
  return { isAsked, total: page.data?.total ?? null }
}

export function ExportRosterForm({ organizationId, nodes }: ExportRosterFormProps) {
  const kept = useView('view:export.roster', parseColumns, firstChoice)
  const items = useMemo(() => itemsOf(nodes), [nodes])
  const form = useForm<ExportFormInput, unknown, ExportForm>({
    resolver: zhResolver(exportFormSchema),
    defaultValues: {
      organizationId,
      format: 'docx',
      unmasked: false,
      purpose: null,
      columns: null,
      asOf: null,
    },
  })
  const [chosen, format, columns, asOf] = useWatch({
    control: form.control,
    name: ['organizationId', 'format', 'columns', 'asOf'],
  })
  const preview = usePreviewRows(chosen)
  const past = usePast(chosen, asOf)
  const { jobId, finished, error, run } = useRosterExport()
  const total = (past.isAsked ? past.total : preview.data?.total) ?? null
  const submit = form.handleSubmit((values) =>
    run(values).catch((failure: unknown) => void showFieldErrors(form, failure)),
  )
  return (
    <div className="export-page">
      <SectionCard title="导出内容">
        <EnterMovesOn className="export-form" label="导出名册" onSubmit={(event) => void submit(event)}>
          <ExportFields
            control={form.control}
            organizations={items}
            ownColumns={inOrder(kept.view)}
            onOwnColumns={kept.setView}
          />
          {error !== null && (
            <Alert
              type={error.code === 'CANCELLED' ? 'info' : 'error'}
              showIcon
              role="alert"
              title={error.code === 'CANCELLED' ? '已取消导出，没有生成文件。' : errorText(error)}
            />
          )}
          <div className="export-submit">
            <Button type="primary" htmlType="submit" disabled={total === 0} loading={jobId !== null}>
              导出名册
            </Button>
            {total !== null && total > 0 && (
              <span className="muted">将导出 {total.toLocaleString('zh-CN')} 人</span>
            )}
          </div>
        </EnterMovesOn>
      </SectionCard>
      {finished !== null && <ExportResult key={finished.exported.file.handle} {...finished} />}
      {total === 0 ? (
        <EmptyState
          inline
          title="这里没有在册党员"
          text="所选党组织（含下级）没有在册党员，不能导出名册。请另选党组织，或先导入花名册。"
        />
      ) : past.isAsked ? (
        <p className="muted export-note">
          截至日期早于今天：按当日的组织关系编列，党龄、年龄、人员类别都是当日的情况；当日名单可在党组织页面的“在册党员”中查看。
        </p>
      ) : (
        <SectionCard title="预览" extra={<span className="muted small">号码在屏幕上始终脱敏</span>}>
          <RosterPreview
            rows={preview.data?.rows ?? []}
            total={total ?? 0}
            format={format}
            columns={(format === 'xlsx' ? columns : null) ?? standardRosterColumns[format]}
          />
        </SectionCard>
      )}
      <ProgressDialog jobId={jobId} title="正在导出名册" cancelHint="取消后不生成文件" />
    </div>
  )
}
