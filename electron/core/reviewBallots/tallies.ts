import type { BatchPaper } from '#db/queries/reviewBallots.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TallyFields } from '#shared/contract/reviewBallots.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import { type Count, type ItemTally, type Tally, tallyProblems } from '#shared/domain/reviews/tallies.ts'

interface Called {
  readonly papers: readonly BatchPaper[]
  readonly place: { readonly items: readonly BallotItem[] }
}

const numbersOf = (item: TallyFields['items'][number]): ItemTally => {
  const { itemId: _i, ...tally } = item
  return tally
}

/** What the tally sheet says of one person; its problems by field. */
function problemsOf(
  person: TallyFields,
  { name, returned }: BatchPaper,
  items: readonly BallotItem[],
): Readonly<Record<string, string>> {
  const { valid, several, illegible, blank } = person
  const invalid = several + illegible + blank
  const problems: Record<string, string> = {}
  if (valid + invalid !== returned)
    problems['valid'] =
      `“${name}”收回 ${returned} 张，登记的有效票 ${valid} 张、无效票 ${invalid} 张，合计 ${valid + invalid} 张，请核对`
  const ids = person.items.map(({ itemId }) => itemId)
  if (new Set(ids).size < ids.length || ids.some((id) => items.every((item) => item.id !== id)))
    problems['items'] = `“${name}”的计票里有测评票上没有的项目，或同一项登记了两次，请刷新后重新登记`
  const of = Object.entries(tallyProblems(tallyFrom(person), valid, items))
  for (const [itemId, message] of of) problems[`items.${itemId}`] = `“${name}”${message}`
  return problems
}

const tallyFrom = (person: TallyFields): Tally =>
  Object.fromEntries(person.items.map((item) => [item.itemId, numbersOf(item)]))

/** By person. Throws VALIDATION_FAILED with every sentence there is: the sheet is looked at once. */
export function readTallies(
  people: readonly TallyFields[],
  { papers, place: { items } }: Called,
): ReadonlyMap<string, Count> {
  const problems: Record<string, string> = {}
  for (const paper of papers)
    if (people.filter(({ subjectId }) => subjectId === paper.subjectId).length !== 1)
      problems['people'] = `“${paper.name}”须登记一次唱票结果，请核对`
  for (const [row, person] of people.entries()) {
    const paper = papers.find(({ subjectId }) => subjectId === person.subjectId)
    if (paper === undefined) {
      problems[`people.${row}.subjectId`] = '这位述职人不在本批，请刷新后重新登记'
      continue
    }
    for (const [field, message] of Object.entries(problemsOf(person, paper, items)))
      problems[`people.${row}.${field}`] = message
  }
  const sentences = Object.values(problems)
  if (sentences.length > 0)
    throw new AppError('VALIDATION_FAILED', 'tallies do not add up', {
      messageZh: sentences.join('；'),
      fields: problems,
    })
  return new Map(
    people.map((person): [string, Count] => {
      const { valid, several, illegible, blank } = person
      return [
        person.subjectId,
        { valid, invalid: { several, illegible, blank }, refused: 0, tally: tallyFrom(person) },
      ]
    }),
  )
}
