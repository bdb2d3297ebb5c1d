import { useMemo } from 'react'
import type { Control } from 'react-hook-form'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { arrivalKinds, publicityResults } from '#shared/domain/development/records.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import {
  arrivalKindLabels,
  developmentFieldLabels,
  publicityResultLabels,
} from '#shared/labels/developmentRecords.ts'
import { BooleanField } from '../../../ui/BooleanField.tsx'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TreeField } from '../../../ui/TreeField.tsx'
import { branchChoices } from './branchChoices.ts'
import { type FileField, fieldKinds, unitOf } from './fieldTexts.ts'
import type { FileValues } from './fileForm.ts'

interface FileFieldInputProps {
  readonly control: Control<FileValues, unknown, DevelopmentFields>
  readonly field: FileField
  readonly organizations: readonly OrganizationNode[]
  /** Instead of what is usually said below the field. */
  readonly hint?: string
  /** What is wrong with what stands in it. */
  readonly problem?: string
  /** Called with every letter of a text field. */
  readonly onTyped?: (text: string) => void
}

const hints: Readonly<Partial<Record<FileField, string>>> = {
  family: '每人一行：称谓、姓名、年龄、政治面貌、单位和职务',
  relations: '每人一行，没有写“无”',
  publicityPhone: '公示上写的受理电话和地址',
  hasReviewSummary: '政审的结论性材料，只有函调回函不算',
  trainingDays: '培训班登记里有的不用填；天数、学时有一项够就行',
  leavesSoon: '未来 3 个月内将离开工作、学习单位的，一般不办理接收',
  resolutionOn: '志愿书上写的支部大会通过日期，应与大会日期相同',
  wishedOn: '倒排日历按它推算',
  arrivalContinuous: '积极分子转入的，培养教育时间可以连续计算',
  arrivalDelayMonths: '转入的预备党员推迟讨论转正的，不超过 6 个月',
  remark: '严禁录入涉密信息',
}

const lengths: Readonly<Partial<Record<FileField, number>>> = { name: 50, idNo: 18, phone: 30 }

const required: ReadonlySet<FileField> = new Set(['name', 'organizationId'])

const publicityChoices = publicityResults.map((code) => ({ code, name: publicityResultLabels[code] }))
const arrivalChoices = arrivalKinds.map((code) => ({ code, name: arrivalKindLabels[code] }))

/** The widget for a field's kind. */
export function FileFieldInput({
  control,
  field,
  organizations,
  hint = hints[field],
  problem,
  onTyped,
}: FileFieldInputProps) {
  const items = useMemo(
    () => (field === 'organizationId' ? branchChoices(organizations) : []),
    [field, organizations],
  )
  const common = {
    control,
    name: field,
    label: developmentFieldLabels[field],
    required: required.has(field),
    ...(hint === undefined ? {} : { hint }),
    ...(problem === undefined
      ? {}
      : {
          findings: (
            <span className="form-error" role="alert">
              {problem}
            </span>
          ),
        }),
  }
  const kind = fieldKinds[field]
  switch (kind) {
    case 'text':
    case 'secret':
      return (
        <TextField
          {...common}
          maxLength={lengths[field] ?? 100}
          {...(onTyped === undefined ? {} : { onTyped })}
        />
      )
    case 'long':
      return <TextField {...common} rows={3} maxLength={500} wide />
    case 'date':
      return <PartialDateField {...common} />
    case 'day':
      return <PartialDateField {...common} wholeDay />
    case 'flag':
      return <BooleanField {...common} />
    case 'number':
      return <NumberField {...common} unit={unitOf(field)} />
    case 'gender':
    case 'ethnicity':
    case 'education':
      return <CodeSelect {...common} entries={codeTables[kind]} />
    case 'publicityResult':
      return <CodeSelect {...common} entries={publicityChoices} />
    case 'arrivalKind':
      return <CodeSelect {...common} entries={arrivalChoices} />
    case 'branch':
      return <TreeField {...common} items={items} placeholder="选择党支部" />
  }
}
