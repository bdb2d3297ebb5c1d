import { type IconName, iconPaths } from './iconPaths.ts'

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    >
      <path d={iconPaths[name]} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  )
}
