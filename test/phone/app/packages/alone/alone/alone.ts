Page({ data: { words: '独立的' } })
