import { Radio, Select } from 'antd'
import { FormRow } from '../../ui/FormRow.tsx'
import { papers } from './paperKinds.ts'
import { directionKey, type PaperChoice } from './usePaperChoice.ts'

interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceRowProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChoose: (value: string) => void
}

function SelectRow({ label, options, value, onChoose }: ChoiceRowProps) {
  return (
    <FormRow label={label}>
      {(ids) => (
        <Select
          {...ids}
          className="paper-select"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          value={value}
          onChange={onChoose}
        />
      )}
    </FormRow>
  )
}

function RadioRow({ label, options, value, onChoose }: ChoiceRowProps) {
  return (
    <FormRow label={label} as="group">
      {() => (
        <Radio.Group
          options={[...options]}
          value={value}
          onChange={(event) => onChoose(String(event.target.value))}
        />
      )}
    </FormRow>
  )
}

const all = ''

function PersonRow({ choice }: { readonly choice: PaperChoice }) {
  const { kind, people, person, choose } = choice
  const mayBeAll = papers[kind].asks.includes('people')
  const count = kind === 'feedback' ? people.filter(({ grade }) => grade !== null).length : people.length
  const whole = { value: all, label: kind === 'feedback' ? `已定等的全部 ${count} 人` : `全部 ${count} 人` }
  const options = people.map(({ subjectId, name, organizationName }) => ({
    value: subjectId,
    label: `${name}（${organizationName}）`,
  }))
  return (
    <SelectRow
      label="述职人"
      options={mayBeAll ? [whole, ...options] : options}
      value={person?.subjectId ?? all}
      onChoose={(value) => choose('person', value === all ? null : value)}
    />
  )
}

/** What the paper is to be about, and how it is laid out. */
export function PaperChoices({ choice }: { readonly choice: PaperChoice }) {
  const { kind, directions, direction, layout, isBlank, format, choose } = choice
  const { asks } = papers[kind]
  const hasSchemes = new Set(directions.map(({ scheme }) => scheme.id)).size > 1
  return (
    <div className="paper-choices">
      {direction !== null && (
        <SelectRow
          label="测评方向"
          options={directions.map((each) => ({
            value: directionKey(each),
            label: hasSchemes ? `${each.scheme.name}：${each.component.name}` : each.component.name,
          }))}
          value={directionKey(direction)}
          onChoose={(value) => choose('direction', value)}
        />
      )}
      {(asks.includes('person') || asks.includes('people')) && <PersonRow choice={choice} />}
      {asks.includes('layout') && (
        <RadioRow
          label="票面"
          options={[
            { value: 'each', label: '一人一页' },
            { value: 'sheet', label: '多人一张' },
          ]}
          value={layout}
          onChoose={(value) => choose('layout', value === 'each' ? null : value)}
        />
      )}
      {asks.includes('blank') && (
        <RadioRow
          label="内容"
          options={[
            { value: 'blank', label: '空白，唱票时填写' },
            { value: 'sums', label: '已公布的汇总票数' },
          ]}
          value={isBlank ? 'blank' : 'sums'}
          onChoose={(value) => choose('sums', value === 'sums' ? '1' : null)}
        />
      )}
      {asks.includes('format') && (
        <RadioRow
          label="格式"
          options={[
            { value: 'docx', label: 'Word（打印）' },
            { value: 'xlsx', label: 'Excel（核对、计算）' },
          ]}
          value={format}
          onChoose={(value) => choose('format', value === 'docx' ? null : value)}
        />
      )}
    </div>
  )
}
