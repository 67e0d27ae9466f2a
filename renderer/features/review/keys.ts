/** The review screen's own keys, in tinykeys syntax. */
export const PANEL_KEYS = '$mod+Shift+b'
export const PREVIEW_KEYS = '$mod+Shift+e'
export const GO_TO_OUTLINE_KEYS = '$mod+Alt+o'
export const GO_TO_PREVIEW_KEYS = '$mod+Alt+p'
export const FIND_KEYS = '$mod+f'
