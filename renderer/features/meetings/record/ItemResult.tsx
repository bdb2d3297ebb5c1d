import { ExplanationCard } from '../../../ui/ExplanationCard.tsx'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { itemWords, type Voted } from './itemVote.ts'

/** Whether a matter stands, in one sentence; how that was told, and by which article, is folded away below. */
export function ItemResult({ item }: { readonly item: Voted }) {
  const words = itemWords(item)
  if (words === null) {
    return (
      <div className="meeting-result" aria-live="polite">
        <StateMark state="none">填入应到、实到和赞成票，这里随时算出能否开会、是否通过</StateMark>
      </div>
    )
  }
  const { result, sentence, findings } = words
  const isGood = result.meeting.isMet && result.isPassed !== false
  const explanations = [result.meeting, ...(result.vote === null ? [] : [result.vote])].map(
    ({ explanation }) => explanation,
  )
  const told = new Set(explanations.map(({ result: text }) => text))
  return (
    <>
      <div className="meeting-result" aria-live="polite">
        <StateMark state={isGood ? 'good' : 'bad'}>{sentence}</StateMark>
      </div>
      <FindingNotes findings={findings.filter(({ message }) => !told.has(message))} />
      <details className="meeting-basis">
        <summary>怎样算的、依据</summary>
        {explanations.map((explanation) => (
          <ExplanationCard key={explanation.code} explanation={explanation} />
        ))}
      </details>
    </>
  )
}
