/** The review screen's own keys, in tinykeys syntax. */
export const PANEL_KEYS = '$mod+Shift+b'
export const PREVIEW_KEYS = '$mod+Shift+e'
export const FIND_KEYS = '$mod+f'
