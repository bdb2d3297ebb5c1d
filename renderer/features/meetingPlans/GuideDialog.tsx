import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { topicGuideInput, type TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { guideTarget } from './planView.ts'
import { monthChoices, monthWritten, nextMonth } from './guideMonths.ts'

const schema = topicGuideInput.omit({ year: true, month: true }).extend({ month: monthWritten })

type GuideInput = z.input<typeof schema>

/** The highest in reach. */
function topOf(nodes: readonly OrganizationNode[]): string {
  const ids = new Set(nodes.map(({ id }) => id))
  return nodes.find(({ parentId }) => parentId === null || !ids.has(parentId))?.id ?? ''
}

function begun(row: TopicGuideRow | null, nodes: readonly OrganizationNode[], month: number): GuideInput {
  if (row === null)
    return {
      organizationId: topOf(nodes),
      month: String(month),
      title: '',
      study: null,
      activities: null,
      demands: null,
      docNo: null,
      issuedOn: null,
    }
  const { organizationId, title, study, activities, demands, docNo, issuedOn } = row
  return { organizationId, month: String(row.month), title, study, activities, demands, docNo, issuedOn }
}

interface GuideDialogProps {
  readonly year: number
  /** Null for a new one. */
  readonly row: TopicGuideRow | null
  /** Months that have one. */
  readonly taken: readonly number[]
  readonly nodes: readonly OrganizationNode[]
  readonly onClose: () => void
}

/** One month's guide: what to study, what to do and what is asked. */
export function GuideDialog({ year, row, taken, nodes, onClose }: GuideDialogProps) {
  const undo = useUndo()
  const save = useCommand('topicGuides.save')
  const form = useForm<GuideInput, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: begun(row, nodes, nextMonth(year, taken, today())),
  })
  useEffect(() => {
    showFieldErrors(form, save.error, 'fields.')
  }, [save.error, form])
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { id: row?.id ?? null, version: row?.version ?? null, fields: { ...fields, year } },
      {
        onSuccess: ({ title }) => {
          undo.done(`已保存主题提示“${title}”`, guideTarget)
          onClose()
        },
      },
    ),
  )
  const title = row === null ? `新建${year}年主题提示` : `修改主题提示“${row.title}”`
  const { control } = form
  return (
    <Dialog title={title} width={720} onClose={onClose} onShown={() => form.setFocus('title')}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        <div className="form-grid">
          <CodeSelect control={control} name="month" label="月份" required entries={monthChoices} />
          <TreeField
            control={control}
            name="organizationId"
            label="发文党组织"
            required
            items={nodes
              .filter(({ type }) => isOrganizationLevel(type))
              .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
          />
        </div>
        <TextField control={control} name="title" label="标题" required maxLength={100} />
        <TextField control={control} name="study" label="学习内容" rows={4} maxLength={3000} />
        <TextField control={control} name="activities" label="活动建议" rows={3} maxLength={3000} />
        <TextField control={control} name="demands" label="要求" rows={2} maxLength={3000} />
        <div className="form-grid">
          <TextField control={control} name="docNo" label="文号" maxLength={50} />
          <PartialDateField control={control} name="issuedOn" label="印发日期" wholeDay />
        </div>
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
