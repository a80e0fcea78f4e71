/** What a family shows on its first visit, in the same words everywhere. */
export const PAPERS = '接种本、体检表和居住证明'
