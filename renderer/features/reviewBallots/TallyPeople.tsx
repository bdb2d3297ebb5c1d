import type { BatchDetail } from '#shared/contract/reviewBallots.ts'

type Person = BatchDetail['people'][number]

export type PersonState = 'right' | 'wrong' | 'untyped'

const stateNames: Readonly<Record<PersonState, string>> = { right: '已平', wrong: '未平', untyped: '未录' }

interface TallyPeopleProps {
  readonly people: readonly { readonly person: Person; readonly state: PersonState }[]
  readonly currentId: string
  readonly onChoose: (person: Person) => void
}

/** Everybody of the batch and how far his tally is. */
export function TallyPeople({ people, currentId, onChoose }: TallyPeopleProps) {
  return (
    <nav className="link-tabs ballot-people" aria-label="被测评人">
      <ul>
        {people.map(({ person, state }) => {
          const isCurrent = person.subjectId === currentId
          return (
            <li key={person.subjectId}>
              <button
                type="button"
                className={isCurrent ? 'link-tab link-tab-current' : 'link-tab'}
                aria-current={isCurrent ? 'true' : undefined}
                title={`${person.name}（${person.organizationName}）`}
                onClick={() => onChoose(person)}
              >
                {person.name}
                <span className={state === 'right' ? 'ballot-right' : 'muted'}>{stateNames[state]}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
