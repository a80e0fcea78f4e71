/** Asks before something that cannot be taken back. Each answer is at most four characters: WeChat takes no more. */
export async function ask(question: {
  title: string
  text: string
  yes: string
  no: string
}): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: question.title,
    content: question.text,
    confirmText: question.yes,
    cancelText: question.no,
    confirmColor: '#C93F22',
  })
  return confirm
}
