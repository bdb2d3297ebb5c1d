import { Icon } from './icons.tsx'

/** For `allowClear` of selects: their own button has an English name. */
export const clearable = { label: '清空', clearIcon: <Icon name="clear" /> } as const
