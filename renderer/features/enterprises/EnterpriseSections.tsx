import { Button } from 'antd'
import type { Control } from 'react-hook-form'
import type { EnterpriseFields } from '#shared/contract/enterprises.ts'
import type { AnsweredFinding } from '#shared/contract/findings.ts'
import { coverForms, enterpriseKinds } from '#shared/domain/enterprises.ts'
import { coverFormLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TreeItem } from '../../ui/tree.ts'
import { TreeField } from '../../ui/TreeField.tsx'
import type { FindingAnswers } from '../../ui/useFindingAnswers.tsx'
import { type EnterpriseDraft, fieldLabels as label } from './enterpriseForm.ts'

interface EnterpriseSectionsProps {
  readonly control: Control<EnterpriseDraft, unknown, EnterpriseFields>
  readonly findings: readonly AnsweredFinding[]
  /** Null where findings cannot be answered for: of a new unit, or of one somebody is changing. */
  readonly answers: FindingAnswers | null
  readonly organizations: readonly TreeItem[]
  readonly departments: readonly string[]
  readonly isReadOnly: boolean
  /** Opens the list of departments; null for who may not change it. */
  readonly onDepartments: (() => void) | null
  /** Shows the phone in the clear; null where there is nothing to show. */
  readonly onReveal: (() => void) | null
}

export function EnterpriseSections(props: EnterpriseSectionsProps) {
  const { control, findings, answers, isReadOnly: disabled, onDepartments, onReveal } = props
  const of = <K extends keyof EnterpriseDraft>(name: K) => {
    const own = findings.filter(({ field }) => field === name)
    return {
      control,
      name,
      label: label[name],
      disabled,
      ...(own.length === 0 ? {} : { findings: <FindingNotes findings={own} answers={answers} /> }),
    }
  }
  const departments = props.departments.map((name) => ({ code: name, name }))
  return (
    <>
      <SectionCard title="基本情况">
        <div className="form-grid">
          <TextField {...of('name')} required wide maxLength={100} />
          <TextField {...of('creditCode')} hint="18 位，没有可不填" />
          <CodeSelect
            {...of('kind')}
            required
            entries={enterpriseKinds.map((code) => ({ code, name: enterpriseKindLabels[code] }))}
          />
          <TextField {...of('industry')} />
          <BooleanField {...of('isAboveScale')} />
          <TextField {...of('address')} wide />
          <CodeSelect
            {...of('department')}
            entries={departments}
            {...(onDepartments === null
              ? {}
              : {
                  hint: (
                    <button type="button" className="link-button" onClick={onDepartments}>
                      修改可选的部门
                    </button>
                  ),
                })}
          />
        </div>
      </SectionCard>
      <SectionCard title="人数">
        <div className="form-grid">
          <NumberField {...of('staff')} unit="人" />
          <NumberField {...of('fullMembers')} unit="名" />
          <NumberField {...of('probationaryMembers')} unit="名" />
          <NumberField {...of('membersHere')} unit="名" />
          <NumberField {...of('hiddenMembers')} unit="名" />
          <NumberField {...of('activists')} unit="名" />
        </div>
        <p className="muted small">
          党员数按在单位工作的党员登记，不论组织关系在哪里；未统计的留空，不要填 0。
        </p>
      </SectionCard>
      <SectionCard title="党的组织和工作">
        <div className="form-grid">
          <CodeSelect
            {...of('coverForm')}
            required
            entries={coverForms.map((code) => ({ code, name: coverFormLabels[code] }))}
          />
          <TreeField
            {...of('organizationId')}
            required
            items={props.organizations}
            placeholder="覆盖它的党组织；没有的选联系它的社区党委"
          />
          <TextField {...of('instructor')} />
          <TextField {...of('liaison')} />
          <PartialDateField {...of('visitedOn')} />
          <BooleanField {...of('isHeadMember')} />
        </div>
      </SectionCard>
      <SectionCard title="群团组织与联系">
        <div className="form-grid">
          <BooleanField {...of('hasUnion')} />
          <BooleanField {...of('hasYouth')} />
          <BooleanField {...of('hasWomen')} />
          <TextField {...of('contactName')} />
          <TextField
            {...of('contactPhone')}
            {...(onReveal === null
              ? {}
              : {
                  hint: (
                    <Button type="link" size="small" title="查看会记入日志" onClick={onReveal}>
                      显示完整号码
                    </Button>
                  ),
                })}
          />
          <TextField {...of('remark')} rows={3} wide maxLength={500} />
        </div>
      </SectionCard>
    </>
  )
}
