import { Radio } from 'antd'
import { importModes } from '#shared/contract/imports.ts'
import type { ImportMode } from '#shared/contract/imports.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { modeWords } from './importWords.ts'

interface ModeChoiceProps {
  readonly mode: ImportMode
  readonly onMode: (mode: ImportMode) => void
}

export function ModeChoice({ mode, onMode }: ModeChoiceProps) {
  return (
    <SectionCard title="入库方式" id="import-mode">
      <Radio.Group
        className="import-choice-cards import-choice-cards-three"
        aria-label="入库方式"
        value={mode}
        onChange={(event) => {
          const chosen = importModes.find((known) => known === event.target.value)
          if (chosen !== undefined) onMode(chosen)
        }}
      >
        {importModes.map((each) => (
          <Radio key={each} value={each} className="import-choice-card">
            <span className="import-choice-title">{modeWords[each].label}</span>
            <span className="import-choice-text">{modeWords[each].explains}</span>
          </Radio>
        ))}
      </Radio.Group>
    </SectionCard>
  )
}
