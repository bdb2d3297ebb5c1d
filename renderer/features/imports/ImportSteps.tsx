import { Steps } from 'antd'
import type { ReactNode } from 'react'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { ImportStep } from './importDraft.ts'
import { kindWords } from './importWords.ts'

const order: readonly ImportStep[] = ['file', 'columns', 'people']

interface ImportStepsProps {
  readonly kind: ImportKind
  readonly at: ImportStep | 'done'
  /** Without a file, or after the commit, there is nowhere to go. */
  readonly onGo?: (step: ImportStep) => void
}

export function ImportSteps({ kind, at, onGo }: ImportStepsProps) {
  const titles = ['选择文件', '核对列', kindWords[kind].review, '入库']
  const current = at === 'done' ? titles.length : order.indexOf(at)
  return (
    <nav className="import-steps" aria-label="导入步骤">
      <Steps
        size="small"
        current={current}
        iconRender={stepNumber}
        items={titles.map((title, index) => ({
          title,
          disabled: onGo === undefined || order[index] === undefined || index === current,
        }))}
        {...(onGo === undefined ? {} : { onChange: (index) => goTo(index, onGo) })}
      />
    </nav>
  )
}

// antd's own mark of a finished step is announced in English.
function stepNumber(_: ReactNode, { index }: { readonly index: number }): ReactNode {
  return <span className="import-step-number">{index + 1}</span>
}

function goTo(index: number, onGo: (step: ImportStep) => void): void {
  const step = order[index]
  if (step !== undefined) onGo(step)
}
