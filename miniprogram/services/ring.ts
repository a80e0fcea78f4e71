/** Rings one of these people; with several it asks whom. Closing either sheet is no failure. */
export async function ring(
  people: readonly { readonly name: string; readonly phone: string }[],
): Promise<void> {
  try {
    const { tapIndex } =
      people.length > 1
        ? await wx.showActionSheet({
            itemList: people.map(({ name, phone }) => `${name} ${phone}`),
          })
        : { tapIndex: 0 }
    const phoneNumber = people[tapIndex]?.phone
    if (phoneNumber) await wx.makePhoneCall({ phoneNumber })
  } catch {
    // cancelled
  }
}
