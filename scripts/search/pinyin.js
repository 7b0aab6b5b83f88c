// Syllables and what was typed → whether the letters spell their beginning: hgq, honggu and hgqu all spell hong gu qu.
// @ts-check

/**
 * @param {string[]} syllables
 * @param {string} letters
 * @returns {boolean}
 */
export function isSpelledBy(syllables, letters) {
  if (!letters) return true;
  const [first, ...others] = syllables;
  if (!first || first[0] !== letters[0]) return false;
  for (let length = 1; length <= first.length && first.startsWith(letters.slice(0, length)); length += 1) {
    if (isSpelledBy(others, letters.slice(length))) return true;
  }
  return false;
}
