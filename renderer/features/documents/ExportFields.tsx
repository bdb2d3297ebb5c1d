import { Alert, Radio } from 'antd'
import { type Control, useController } from 'react-hook-form'
import { useHasRight } from '../../lib/session.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import type { TreeItem } from '../../ui/tree.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import type { ExportForm, ExportFormInput } from './exportForm.ts'

type ExportControl = Control<ExportFormInput, unknown, ExportForm>

interface ExportFieldsProps {
  readonly control: ExportControl
  readonly organizations: readonly TreeItem[]
  readonly ownColumns: NonNullable<ExportForm['columns']>
  readonly onOwnColumns: (columns: NonNullable<ExportForm['columns']>) => void
}

function FormatField({ control }: { readonly control: ExportControl }) {
  const { field } = useController({ control, name: 'format' })
  return (
    <FormRow
      label="文件格式"
      as="group"
      hint={
        field.value === 'docx'
          ? '封面、编制说明、横排名册表、分类统计，按公文格式排版，可直接打印。'
          : '一张表，身份证号和电话按文本存放，不会丢末位。'
      }
    >
      {() => (
        <Radio.Group
          name={field.name}
          value={field.value}
          options={[
            { label: 'Word 文档（.docx）', value: 'docx' },
            { label: 'Excel 表格（.xlsx）', value: 'xlsx' },
          ]}
          onChange={(event) => field.onChange(event.target.value)}
        />
      )}
    </FormRow>
  )
}

function PrivacyField({ control }: { readonly control: ExportControl }) {
  const canReveal = useHasRight('member.reveal')
  const { field } = useController({ control, name: 'unmasked' })
  if (!canReveal) {
    return (
      <FormRow label="身份证号、电话、住址" as="group" hint="您的账号只能导出脱敏的名册。">
        {() => <span className="export-fixed">脱敏（110105************）</span>}
      </FormRow>
    )
  }
  return (
    <>
      <FormRow label="身份证号、电话、住址" as="group">
        {() => (
          <Radio.Group
            name={field.name}
            value={field.value}
            options={[
              { label: '脱敏（110105************）', value: false },
              { label: '完整显示', value: true },
            ]}
            onChange={(event) => field.onChange(event.target.value)}
          />
        )}
      </FormRow>
      {field.value && (
        <>
          <Alert
            className="export-warning"
            type="warning"
            showIcon
            title="完整名册含敏感个人信息。谁在什么时候、为什么导出、导出多少人，都记入日志；文件页脚印有导出人姓名和导出时间。请妥善保管，不要通过互联网传送。"
          />
          <TextField
            control={control}
            name="purpose"
            label="用途"
            required
            blank="null"
            maxLength={100}
            placeholder="如：报区委组织部年报核对"
          />
        </>
      )}
    </>
  )
}

function ColumnsField({
  control,
  ownColumns,
  onOwnColumns,
}: Pick<ExportFieldsProps, 'control' | 'ownColumns' | 'onOwnColumns'>) {
  const { field, fieldState } = useController({ control, name: 'columns' })
  const isOwn = field.value !== null
  return (
    <FormRow label="栏目" as="group" error={fieldState.error?.message}>
      {() => (
        <div className="export-columns-field">
          <Radio.Group
            value={isOwn}
            options={[
              { label: '标准栏目（同全国系统导出表）', value: false },
              { label: '自选栏目', value: true },
            ]}
            onChange={(event) => field.onChange(event.target.value === true ? ownColumns : null)}
          />
          {field.value !== null && (
            <ColumnChoice
              value={field.value}
              onChange={(columns) => {
                field.onChange(columns)
                onOwnColumns(columns)
              }}
            />
          )}
        </div>
      )}
    </FormRow>
  )
}

export function ExportFields({ control, organizations, ownColumns, onOwnColumns }: ExportFieldsProps) {
  const { field } = useController({ control, name: 'format' })
  return (
    <>
      <TreeField
        control={control}
        name="organizationId"
        label="党组织"
        items={organizations}
        placeholder="全部党组织"
        hint="含下级党组织；不选则为全部。只列在册党员。"
      />
      <PartialDateField
        control={control}
        name="asOf"
        label="截至日期"
        wholeDay
        hint="不填为今天。填过去的日期，则按那一天的组织关系编列。"
      />
      <FormatField control={control} />
      {field.value === 'xlsx' && (
        <ColumnsField control={control} ownColumns={ownColumns} onOwnColumns={onOwnColumns} />
      )}
      <PrivacyField control={control} />
    </>
  )
}
