import { dutyKinds, dutyStates } from '#shared/domain/meetings/duties.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import type { CompletionView } from './completionView.ts'
import { StateWord } from './CellMark.tsx'
import { kindLetters } from './gridWords.ts'

/** What the marks of the grid mean, and the letters where kinds share a cell. */
export function GridKey({ view }: { readonly view: CompletionView }) {
  return (
    <p className="duty-key small">
      {dutyStates.map((state) => (
        <StateWord key={state} state={state} />
      ))}
      <span className="muted">空格：不应开</span>
      <span className="muted">方向键换格，回车打开</span>
      {view.kind === null && (
        <span className="muted">
          缺的类型：{dutyKinds.map((kind) => `${kindLetters[kind]} ${meetingKindShort[kind]}`).join('，')}
        </span>
      )}
    </p>
  )
}
