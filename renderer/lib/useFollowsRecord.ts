import { useEffect, useEffectEvent, useRef } from 'react'

interface Seen {
  /** The version the form was filled from; null for a new record. */
  readonly version: () => number | null
  /** The form has just been filled from this version. */
  readonly took: (version: number) => void
}

/** Said in the foot while what was typed lies over the newer record. */
export const laidOverWords =
  '这份记录刚被别处修改过，您改的内容还没有保存。上面已换成最新的记录，您改过的部分保留，请核对后再保存。'

interface Follows {
  readonly isDirty: boolean
  /** A save found the record changed by others. */
  readonly isStale: boolean
  readonly show: () => void
  /** Lays what is typed over the newer record. */
  readonly layOver: () => void
}

/**
 * An undo or somebody else changed the record: an untouched form shows it anew, a touched one keeps what is typed and the version it
 * began from until its save is refused; then what was typed is laid over the newer one.
 */
export function useFollowsRecord(version: number | null, follows: Follows): Seen {
  const { isDirty, isStale } = follows
  const seen = useRef(version)
  const refill = useEffectEvent(() => (isDirty ? follows.layOver() : follows.show()))
  useEffect(() => {
    if ((isDirty && !isStale) || version === seen.current) return
    seen.current = version
    refill()
  }, [version, isDirty, isStale])
  return {
    version: () => seen.current,
    took: (next) => {
      seen.current = next
    },
  }
}
