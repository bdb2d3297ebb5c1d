/** Records that scans may stand beside. */
export const attachmentSubjects = ['developmentFile', 'meeting'] as const

export type AttachmentSubject = (typeof attachmentSubjects)[number]

/** What is taken in, each with what its first bytes must be. Pictures are made smaller by the screen before they are sent. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const

export type AttachmentType = (typeof attachmentTypes)[number]

/** Of one scan. */
export const attachmentBytesMax = 5 * 2 ** 20

/** Of a picture the screen has yet to make smaller. */
export const pictureBytesMax = 40 * 2 ** 20
