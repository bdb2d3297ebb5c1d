import { useState } from 'react'
import type { AuditVerification } from '#shared/contract/audit.ts'
import { call } from '../../lib/api.ts'
import { useToast } from '../../ui/useToast.ts'

interface LogCheckRun {
  readonly isChecking: boolean
  readonly found: AuditVerification | null
  readonly run: () => void
  readonly clear: () => void
}

/** Reads the whole log through at the press of a button. */
export function useLogCheck(): LogCheckRun {
  const toast = useToast()
  const [isChecking, setIsChecking] = useState(false)
  const [found, setFound] = useState<AuditVerification | null>(null)
  const check = async (): Promise<void> => {
    setIsChecking(true)
    try {
      setFound(await call('audit.verify', {}))
    } catch (error) {
      toast.failure(error)
    }
    setIsChecking(false)
  }
  return { isChecking, found, run: () => void check(), clear: () => setFound(null) }
}
