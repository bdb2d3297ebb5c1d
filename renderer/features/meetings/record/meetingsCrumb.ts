export const meetingsCrumb = [{ label: '三会一课', to: '/meetings' }]
