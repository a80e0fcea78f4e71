/** The ticket's QR, drawn on the phone: once loaded it needs no network. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** Whose ticket, for a screen reader. */
    label: { type: String, value: '' },
    /** Side in px, as the drawing library wants it. */
    size: { type: Number, value: 248 },
  },
})
