import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import { gradeNames, grades, type GradeSet } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { HundredthsInput } from '../../ui/HundredthsInput.tsx'
import { TallyCell } from './TallyCell.tsx'
import { isVotes, type TallyDraft, validOf } from './tallyForm.ts'

interface TallyPersonProps {
  readonly person: BatchDetail['people'][number]
  readonly items: BatchDetail['items']
  readonly gradeSet: GradeSet
  readonly draft: TallyDraft
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (draft: TallyDraft) => void
}

const invalidNames = { several: '一项多选', illegible: '涂改不清', blank: '全票空白' } as const

/** A row nobody has begun is not wrong yet. */
function ItemNote({ isTyped, problem }: { readonly isTyped: boolean; readonly problem: string | undefined }) {
  if (problem === undefined) return null
  if (!isTyped) return <span className="muted small">　未录</span>
  return (
    <div className="form-error" role="alert">
      {problem}
    </div>
  )
}

/** The tally sheet of one person: invalid ballots by reason, then every thing the ballot asks. */
export function TallyPerson({ person, items, gradeSet, draft, problems, onChange }: TallyPersonProps) {
  const { name, returned } = person
  const hasGrades = items.some(({ by }) => by === 'grades')
  const hasPoints = items.some(({ by }) => by === 'points')
  const setItem = (id: string, field: string, value: number | null): void =>
    onChange({ ...draft, items: { ...draft.items, [id]: { ...draft.items[id], [field]: value } } })
  const cell = (id: string, field: string, label: string) => {
    const value = draft.items[id]?.[field] ?? null
    return (
      <TallyCell
        label={label}
        value={value}
        isWrong={!isVotes(value)}
        onValue={(next) => setItem(id, field, next)}
      />
    )
  }
  return (
    <fieldset className="ballot-papers">
      <legend>
        {name} <span className="muted">{person.organizationName}</span>
      </legend>
      <div className="ballot-bar">
        <span>收回 {returned} 张，其中无效：</span>
        {(['several', 'illegible', 'blank'] as const).map((reason) => (
          <label key={reason} className="ballot-invalid">
            {invalidNames[reason]}{' '}
            <TallyCell
              label={`${name}：无效票，${invalidNames[reason]}`}
              value={draft.invalid[reason]}
              isWrong={!isVotes(draft.invalid[reason])}
              onValue={(value) => onChange({ ...draft, invalid: { ...draft.invalid, [reason]: value } })}
            />
          </label>
        ))}
        <strong className="number">有效 {validOf(returned, draft)} 张</strong>
        {problems['valid'] !== undefined && <span className="form-error">{problems['valid']}</span>}
      </div>
      <table className="ballot-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {hasGrades &&
              grades.map((grade) => (
                <th key={grade} scope="col">
                  {gradeNames[gradeSet][grade]}
                </th>
              ))}
            {hasPoints && <th scope="col">打分票数</th>}
            {hasPoints && <th scope="col">分数合计</th>}
            <th scope="col">弃权</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name: item, by, most }) => (
            <tr key={id}>
              <th scope="row">
                {item}
                <ItemNote isTyped={draft.items[id] !== undefined} problem={problems[id]} />
              </th>
              {hasGrades &&
                grades.map((grade) => (
                  <td key={grade}>
                    {by === 'grades' && cell(id, grade, `${name}，${item}：${gradeNames[gradeSet][grade]}`)}
                  </td>
                ))}
              {hasPoints && <td>{by === 'points' && cell(id, 'votes', `${name}，${item}：打分票数`)}</td>}
              {hasPoints && (
                <td>
                  {by === 'points' && (
                    <HundredthsInput
                      label={`${name}，${item}：分数合计（每票满分 ${pointsText(most)}）`}
                      most={most * Math.max(returned, 1)}
                      value={draft.items[id]?.['sum'] ?? null}
                      onValue={(value) => setItem(id, 'sum', value)}
                    />
                  )}
                </td>
              )}
              <td>{cell(id, 'abstained', `${name}，${item}：弃权`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
