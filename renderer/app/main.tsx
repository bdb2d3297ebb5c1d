import '../lib/zodWithoutEval.ts'
import '../ui/base.css'

// Fetched only now: the bundle would otherwise make schemas, in a file shared with the pages, before zod was told.
void import('./start.tsx')
