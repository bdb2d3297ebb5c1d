import type { FileChild, ISectionOptions } from 'docx'
import { Table } from 'docx'
import type { BuiltDevelopmentPaper } from './developmentPaper.ts'
import { section } from './layout.ts'
import { sectionEnd, traceLine } from './rosterFrame.ts'
import type { ExportTrace } from './values.ts'

export interface PaperFrame {
  readonly trace: ExportTrace | null
  /** `full` where numbers stand in the clear. */
  readonly privacy: 'full' | 'masked'
}

/** A section must end in a paragraph; below a table that fills its page that must be as low as can be. */
function ended(children: readonly FileChild[]): readonly FileChild[] {
  return children.at(-1) instanceof Table ? [...children, sectionEnd()] : children
}

/** Papers one after the other, each on a page of its own, numbered through. Who took it out stands on those with an ID number. */
export function paperSections(
  papers: readonly BuiltDevelopmentPaper[],
  { trace, privacy }: PaperFrame,
): readonly ISectionOptions[] {
  return papers
    .flatMap(({ parts, isPersonal }) => parts.map((part) => ({ ...part, isPersonal })))
    .map(({ orientation, children, isPersonal }, index) =>
      section({
        orientation,
        pageNumbers: index === 0 ? 'first' : 'following',
        foot: isPersonal ? traceLine(trace, privacy) : null,
        children: ended(children),
      }),
    )
}
