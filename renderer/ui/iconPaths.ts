/** 16 px line icons, drawn here so that no icon font or package is needed. */
export const iconPaths = {
  home: 'M2 7.5 8 2.5l6 5M3.5 7v6.5h9V7M6.5 13.5v-4h3v4',
  tree: 'M6 2.5h4v3H6zM1.5 10.5h4v3h-4zM10.5 10.5h4v3h-4zM8 5.5V8M3.5 10.5V8h9v2.5',
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 7.3a2.3 2.3 0 0 0 .3-4.6M12 9.8c1.6.5 2.5 1.8 2.5 3.7',
  import: 'M8 2.5v7M5 6.5l3 3 3-3M2.5 10.5v3h11v-3',
  export: 'M8 9.5v-7M5 5.5l3-3 3 3M2.5 10.5v3h11v-3',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.8 7v4M9.2 7v4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.8 10.8l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  clear: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  down: 'M4 6l4 4 4-4',
  user: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.3-3 2.6-4.5 5.5-4.5s5.2 1.5 5.5 4.5',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  eyeOff:
    'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2.5 13.5l11-11',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5v3.2l2.2 1.3',
  backup: 'M2.5 2.5h8.5l2.5 2.5v8.5h-11zM5 2.5v4h5v-4M5 13.5v-4h6v4',
  check: 'M2.5 2.5h11v11h-11zM5 8l2.2 2.2L11 6',
  term: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.5 9.5h2M8.5 11.5h2',
  election: 'M2.5 8.5h11v5h-11zM5.5 8.5v-6h5v6M7 5h2M5.5 11h5',
  transfer: 'M2.5 5.5h9M8.5 2.5l3 3-3 3M13.5 10.5h-9M7.5 7.5l-3 3 3 3',
  away: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  bridge: 'M2.5 13.5h11M4 13.5V9.5M7 13.5V5.5M10 13.5V7.5M13 13.5V3.5',
  enterprise: 'M3.5 13.5v-11h6v11M9.5 6.5h3v7M2 13.5h12M5.5 5h2M5.5 7.5h2M5.5 10h2',
  development: 'M2.5 13.5v-2.8h3.6V7.9h3.6V5.1h3.8M8.3 2.5h5.2v5',
  calendar:
    'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5 9h1.5M7.8 9h1.4M10.5 9H12M5 11.5h1.5M7.8 11.5h1.4',
  review: 'M3.5 2.5h9v11h-9zM5.5 5.5l1 1 1.8-2M9.5 5.7h1.5M5.5 9.5l1 1 1.8-2M9.5 9.7h1.5',
  meeting: 'M2.5 2.5h11v8h-6l-3 3v-3h-2zM5 5.5h6M5 7.8h4',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.6v.6',
} as const

export type IconName = keyof typeof iconPaths
