/** What the phone does only with the person's leave. */
export type Leave = 'album' | 'calendar'

/** The person has said no once, and WeChat asks no second time: what to say, with the way to the settings. */
export const LEAVE_WORDS: Readonly<
  Record<Leave, { readonly title: string; readonly content: string }>
> = {
  album: {
    title: '还不能存到相册',
    content: '这部手机没有允许小程序存图片。在设置里打开“相册”，图片马上就存。',
  },
  calendar: {
    title: '还不能加到日历',
    content: '这部手机没有允许小程序写日历。在设置里打开“日历”，马上就加。',
  },
}

/** What became of saving a picture. */
export function keptInAlbum(kept: boolean): string {
  return kept ? '已经存到相册' : '还没有存。想存的话，再点一次“存到相册”。'
}
