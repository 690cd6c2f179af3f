// What browsers call the kinds of file that are made. Pure.

const OFFICE = "application/vnd.openxmlformats-officedocument";
export const WORD = `${OFFICE}.wordprocessingml.document`;
export const EXCEL = `${OFFICE}.spreadsheetml.sheet`;
