import { Button } from 'antd'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { reportInput, type ReportFields } from '#shared/contract/reviewInputs.ts'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { countSigns, reportFindings } from '#shared/domain/reviews/accountReport.ts'
import { zhResolver } from '../../../lib/forms.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PartDialog } from './PartDialog.tsx'
import { usePart } from './usePart.ts'

const parts = [
  ['achievements', '主要成绩', '一般不超过三分之一'],
  ['problems', '存在问题', '一般不少于三分之一'],
  ['plans', '下步打算', '一般约三分之一'],
] as const

const signs = (text: string | null): number => countSigns(text ?? '')

function ReportDialog({ detail, onClose }: { readonly detail: SubjectDetail; readonly onClose: () => void }) {
  const { report } = detail
  const form = useForm<ReportFields>({ resolver: zhResolver(reportInput), defaultValues: report })
  const now = useWatch({ control: form.control })
  const part = usePart({
    route: 'reviews.saveReport',
    form,
    detail,
    saved: report,
    prefix: 'report.',
    said: '已保存述职报告',
    input: (head, fields) => ({ ...head, report: fields }),
    onClose,
  })
  const lengths = {
    achievements: signs(now.achievements ?? null),
    problems: signs(now.problems ?? null),
    plans: signs(now.plans ?? null),
  }
  return (
    <PartDialog title={`${detail.fields.name}：述职报告`} width={900} part={part}>
      {parts.map(([name, label, hint]) => (
        <TextField
          key={name}
          control={form.control}
          name={name}
          label={label}
          rows={7}
          maxLength={10_000}
          hint={`${hint}；现在 ${lengths[name]} 字`}
        />
      ))}
      <FindingNotes findings={reportFindings(lengths)} />
    </PartDialog>
  )
}

/** 述职报告 in its three parts (REV-13). */
export function ReportCard({
  detail,
  canWrite,
}: {
  readonly detail: SubjectDetail
  readonly canWrite: boolean
}) {
  const [isEditing, setEditing] = useState(false)
  const { report, reportFindings: findings } = detail
  const whole = parts.reduce((sum, [name]) => sum + signs(report[name]), 0)
  return (
    <SectionCard
      title="述职报告"
      id="report"
      extra={
        canWrite ? (
          <Button onClick={() => setEditing(true)}>{whole === 0 ? '录入' : '修改'}</Button>
        ) : undefined
      }
    >
      {whole === 0 ? (
        <p className="muted">还没有录入。分成绩、问题、打算三部分粘贴进来，这里按“三三制”检查篇幅。</p>
      ) : (
        parts.map(([name, label]) => (
          <details key={name} className="person-part">
            <summary>
              {label}
              <span className="muted">
                {' '}
                {signs(report[name])} 字，占 {Math.round((signs(report[name]) * 100) / whole)}%
              </span>
            </summary>
            <p className="person-lines">{report[name] ?? ''}</p>
          </details>
        ))
      )}
      <FindingNotes findings={findings} />
      {isEditing && <ReportDialog detail={detail} onClose={() => setEditing(false)} />}
    </SectionCard>
  )
}
