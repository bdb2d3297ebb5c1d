import { Input, Segmented, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { TermRow } from '#shared/contract/terms.ts'
import { type ReminderKind, reminderKinds } from '#shared/domain/electionDocuments.ts'
import type { TermState } from '#shared/domain/terms.ts'
import { reminderKindLabels } from '#shared/labels/elections.ts'
import { termStateLabels } from '#shared/labels/posts.ts'
import { formatDots, parseWrittenDate } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useExport } from '../../ui/useExport.ts'

const statesOf: Readonly<Record<ReminderKind, readonly TermState[]>> = {
  remind: ['sixMonths', 'threeMonths', 'oneMonth'],
  urge: ['overdue'],
}

const columns: TableColumnsType<TermRow> = [
  { title: '党组织', dataIndex: 'organizationName', ellipsis: true },
  {
    title: '届满',
    key: 'due',
    width: '8em',
    render: (_, { dueOn }) => (dueOn === null ? '' : <span className="number">{formatDots(dueOn)}</span>),
  },
]

/** 换届提醒函 and 督办函: the organisations are chosen by how far their term has run, all are, and the letters go into one file. */
export function ReminderDialog({ onClose }: { readonly onClose: () => void }) {
  const [kind, setKind] = useState<ReminderKind>('urge')
  const [state, setState] = useState<TermState>('overdue')
  const [left, setLeft] = useState<readonly string[]>([])
  const [replyText, setReplyText] = useState('')
  const { isBusy, run } = useExport()
  const input = { state, trouble: null, organizationId: null, offset: 0, limit: 200 } as const
  const due = useCall('terms.list', input, { keepPrevious: true })
  // Nobody writes to himself: who stands on top here hears from above.
  const below = (due.data?.rows ?? []).filter(({ aboveName }) => aboveName !== '')
  const ids = below.map(({ organizationId }) => organizationId).filter((id) => !left.includes(id))
  const parsed = dateOnlySchema.safeParse(parseWrittenDate(replyText))
  const replyError = replyText.trim() === '' || parsed.success ? undefined : '请写真实的年月日，如 2026.12.10'
  const choose = (next: ReminderKind) => {
    setKind(next)
    setState(next === 'urge' ? 'overdue' : 'sixMonths')
    setLeft([])
  }
  return (
    <Dialog title="换届提醒函、督办函" width={600} onClose={onClose}>
      <form
        className="dialog-stack form-stacked"
        aria-label="换届提醒函、督办函"
        onSubmit={(event) => {
          event.preventDefault()
          void run(() =>
            call('documents.exportReminder', {
              organizationIds: ids,
              kind,
              replyBy: parsed.success ? parsed.data : null,
            }),
          ).then((isDone) => {
            if (isDone) onClose()
          })
        }}
      >
        <Segmented<ReminderKind>
          aria-label="文书"
          value={kind}
          options={reminderKinds.map((value) => ({ value, label: reminderKindLabels[value] }))}
          onChange={choose}
        />
        <FormRow label="发给">
          {(control) => (
            <Select<TermState>
              {...control}
              value={state}
              options={statesOf[kind].map((value) => ({ value, label: termStateLabels[value] }))}
              onChange={(next) => {
                setState(next)
                setLeft([])
              }}
            />
          )}
        </FormRow>
        <QueryBoundary query={due} what="查看届期" lines={4}>
          {() => (
            <Table<TermRow>
              size="small"
              rowKey="organizationId"
              tableLayout="fixed"
              dataSource={below}
              columns={columns}
              pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
              locale={{ emptyText: `没有${termStateLabels[state]}的党组织` }}
              rowSelection={{
                selectedRowKeys: ids,
                preserveSelectedRowKeys: true,
                onChange: (keys) =>
                  setLeft(below.map((row) => row.organizationId).filter((id) => !keys.includes(id))),
              }}
            />
          )}
        </QueryBoundary>
        <FormRow label="请其在何日前回复" error={replyError} hint="可以不填">
          {(control) => (
            <Input
              {...control}
              value={replyText}
              placeholder="如 2026.12.10"
              autoComplete="off"
              onChange={(event) => setReplyText(event.target.value)}
            />
          )}
        </FormRow>
        <p className="muted small">每个党组织一份，合在一个文件里，届满日期取自台账；缺的内容留空待补。</p>
        <DialogButtons
          confirmText={`导出 ${ids.length} 份`}
          busy={isBusy}
          disabled={ids.length === 0 || replyError !== undefined}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
