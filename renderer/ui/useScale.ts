import { createContext, useContext, useEffect, useState } from 'react'
import type { Scale } from './theme.ts'

const storageKey = 'scale'

interface ScaleChoice {
  readonly scale: Scale
  readonly toggle: () => void
}

export const ScaleContext = createContext<ScaleChoice>({ scale: 'dense', toggle: () => undefined })

export function useScale(): ScaleChoice {
  return useContext(ScaleContext)
}

/** For the provider at the top; remembered on this machine, being no personal data. */
export function useScaleChoice(): ScaleChoice {
  const [scale, setScale] = useState<Scale>(() =>
    localStorage.getItem(storageKey) === 'large' ? 'large' : 'dense',
  )
  useEffect(() => {
    document.documentElement.dataset['scale'] = scale
    localStorage.setItem(storageKey, scale)
  }, [scale])
  return { scale, toggle: () => setScale(scale === 'large' ? 'dense' : 'large') }
}
