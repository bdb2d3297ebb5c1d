import { useSearchParams } from 'react-router'
import { assertNever } from '#shared/lib/assertNever.ts'
import { today } from '../../lib/today.ts'
import { FormsRegister } from './FormsRegister.tsx'
import { QuotasRegister } from './QuotasRegister.tsx'
import { viewFromParams } from './registersView.ts'
import { TrainingRegister } from './TrainingRegister.tsx'
import './registers.css'

/** The registers beside the files: booklets, classes, and the plan of the year. */
export function RegistersPage() {
  const [params] = useSearchParams()
  const view = viewFromParams(params, today())
  switch (view.part) {
    case 'forms':
      return <FormsRegister view={view} />
    case 'training':
      return <TrainingRegister view={view} />
    case 'quotas':
      return <QuotasRegister view={view} />
    default:
      return assertNever(view.part)
  }
}
