/** Writes what happens to a page into the app's story: `home load`, `home show` … */
export const tell = (line: string) => void getApp<{ story: string[] }>().story.push(line)
