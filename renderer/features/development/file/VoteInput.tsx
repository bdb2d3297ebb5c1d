import { Input, InputNumber } from 'antd'
import type { VoteFields } from '#shared/contract/developmentInputs.ts'
import { FormRow } from '../../../ui/FormRow.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { RosterShould } from './RosterShould.tsx'
import { isCounted, voteWords } from './voteWords.ts'

interface VoteInputProps {
  readonly value: VoteFields
  readonly onChange: (value: VoteFields) => void
  readonly branchId: string
  /** The meeting's day as far as it is known: the roster of that day says who should have come. */
  readonly on: string
}

const numbers = [
  ['should', '应到', '人', true],
  ['present', '实到', '人', true],
  ['issued', '发出', '票', false],
  ['returned', '收回', '票', false],
  ['valid', '有效', '票', false],
  ['agreed', '赞成', '票', true],
  ['agreedInWriting', '书面同意', '票', true],
  ['against', '不赞成', '票', false],
  ['abstained', '弃权', '票', false],
] as const

const names = [
  ['hostName', '主持人', 50],
  ['tellers', '监票人', 100],
  ['counters', '计票人', 100],
] as const

/** One secret vote as it was counted: numbers only, and at once whether it stands. */
export function VoteInput({ value, onChange, branchId, on }: VoteInputProps) {
  const { sentence, isPassed, doubts } = voteWords(value)
  return (
    <fieldset className="dev-vote" aria-label="票数">
      <div className="dev-vote-numbers">
        {numbers.map(([key, label, unit, isNeeded]) => (
          <FormRow key={key} label={label} required={isNeeded}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={100_000}
                precision={0}
                suffix={unit}
                value={value[key]}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(next) => onChange({ ...value, [key]: next ?? (isNeeded ? 0 : null) })}
              />
            )}
          </FormRow>
        ))}
      </div>
      <p className="muted small">
        应到、实到只数有表决权的正式党员；预备党员、列席的不算，提交书面意见的不算实到。
      </p>
      <RosterShould
        branchId={branchId}
        on={on}
        should={value.should}
        onTake={(should) => onChange({ ...value, should })}
      />
      <div className="dev-vote-result" aria-live="polite">
        {isCounted(value) ? (
          <StateMark state={isPassed ? 'good' : 'bad'}>{sentence}</StateMark>
        ) : (
          <StateMark state="none">填入实到和票数，这里随时算出能否开会、是否通过</StateMark>
        )}
      </div>
      {doubts.length > 0 && (
        <ul className="dev-vote-doubts" aria-label="票数对不上">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <div className="dev-three">
        {names.map(([key, label, most]) => (
          <FormRow key={key} label={label}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={most}
                value={value[key] ?? ''}
                onChange={({ target }) =>
                  onChange({ ...value, [key]: target.value === '' ? null : target.value })
                }
              />
            )}
          </FormRow>
        ))}
      </div>
    </fieldset>
  )
}
