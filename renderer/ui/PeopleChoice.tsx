import { Button, Checkbox } from 'antd'
import { useId } from 'react'
import './peopleChoice.css'

export interface ChoosablePerson {
  readonly id: string
  readonly name: string
  /** After the name, quieter. */
  readonly note: string
}

interface PeopleChoiceProps {
  readonly label: string
  readonly people: readonly ChoosablePerson[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Some of the people of one branch. */
export function PeopleChoice({ label, people, chosen, onChoose }: PeopleChoiceProps) {
  const labelId = useId()
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <div>
      <div className="people-choice-head">
        <span id={labelId}>{label}</span>
        <span className="muted" aria-live="polite">
          已选 {chosen.size} 人，共 {people.length} 人
        </span>
        <Button size="small" type="link" onClick={() => onChoose(new Set(people.map(({ id }) => id)))}>
          全选
        </Button>
        <Button size="small" type="link" onClick={() => onChoose(new Set())}>
          清空
        </Button>
      </div>
      <ul className="people-choice" aria-labelledby={labelId}>
        {people.map(({ id, name, note }) => (
          <li key={id}>
            <Checkbox checked={chosen.has(id)} onChange={() => toggle(id)}>
              {name} <span className="muted">{note}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
