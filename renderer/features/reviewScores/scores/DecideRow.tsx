import { Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { gradeConsequences, type Grade, gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import type { Choice } from './decideEntry.ts'
import { gradeText } from './scoreText.ts'

interface DecideRowProps {
  readonly row: ScoreRow
  readonly scheme: Scheme
  readonly choice: Choice
  /** With the vetoes ticked now. */
  readonly suggested: Grade | null
  readonly problems: readonly Finding[]
  /** What the core said of this person at the last try. */
  readonly refused: string | null
  readonly onChange: (choice: Choice) => void
}

/** One person at the meeting: score, suggestion, vetoes, grade, reason where it differs, what follows. */
export function DecideRow(props: DecideRowProps) {
  const { row, scheme, choice, suggested, problems, refused, onChange } = props
  const problemId = useId()
  const { name, hundredths } = row
  const { grade } = choice
  const isOther = grade !== null && suggested !== null && grade !== suggested
  const said = [...problems.map(({ message }) => message), ...(refused === null ? [] : [refused])]
  const wrong = said.length > 0 ? ({ status: 'error', 'aria-describedby': problemId } as const) : {}
  return (
    <tr>
      <th scope="row">
        {name}
        <div className="muted decide-place">{row.organizationName}</div>
      </th>
      <td className="number">{hundredths === null ? '待测评' : scoreText(hundredths)}</td>
      <td>{gradeText(scheme, suggested)}</td>
      <td>
        <fieldset className="decide-vetoes" aria-label={`${name}：一票否决`}>
          {scheme.vetoes.map(({ id, name: veto }) => (
            <Checkbox
              key={id}
              data-enter="passes"
              checked={choice.vetoIds.includes(id)}
              onChange={({ target }) =>
                onChange({
                  ...choice,
                  vetoIds: target.checked
                    ? [...choice.vetoIds, id]
                    : choice.vetoIds.filter((one) => one !== id),
                })
              }
            >
              {veto}
            </Checkbox>
          ))}
        </fieldset>
      </td>
      <td>
        <Select<Grade>
          aria-label={`${name}：定等`}
          allowClear
          placeholder={hundredths === null ? '待测评' : '没有定'}
          disabled={hundredths === null && grade === null}
          {...(grade === null ? {} : { value: grade })}
          options={grades.map((value) => ({ value, label: gradeNames[scheme.gradeSet][value] }))}
          onChange={(next: Grade | undefined) => onChange({ ...choice, grade: next ?? null })}
        />
      </td>
      <td className="decide-words">
        {isOther && (
          <Input
            {...wrong}
            aria-label={`${name}：与建议不同的理由`}
            placeholder="与建议不同的理由（必填）"
            maxLength={500}
            value={choice.reason}
            onChange={({ target }) => onChange({ ...choice, reason: target.value })}
          />
        )}
        {grade !== null && (
          <Input
            data-enter="passes"
            aria-label={`${name}：结果运用`}
            placeholder={`结果运用，如：${gradeConsequences[grade]}`}
            title={gradeConsequences[grade]}
            maxLength={500}
            value={choice.handling}
            onChange={({ target }) => onChange({ ...choice, handling: target.value })}
          />
        )}
        {said.length > 0 && (
          <div id={problemId} className="form-error" role="alert">
            {said.join('；')}
          </div>
        )}
      </td>
    </tr>
  )
}
