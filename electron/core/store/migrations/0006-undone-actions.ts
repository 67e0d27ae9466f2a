/** Finds the next action to undo or redo at once, however many thousands were undone before it. */
export const sql = `
CREATE INDEX action_undone ON action (undone);
`
