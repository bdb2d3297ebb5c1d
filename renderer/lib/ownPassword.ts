import { z } from 'zod'

/** The password of whoever is signed in, asked for again. */
export const ownPasswordText = z.string().min(1, '请填写您自己的密码').max(128)
