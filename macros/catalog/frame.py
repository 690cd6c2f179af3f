"""What a customer says in front of the requirements, in this order."""

FRAME = (
    *("company", "who", "scope", "users", "open", "respond", "repair", "availability"),
    *("downtime", "dataloss", "length", "options", "criteria", "deadline", "contact"),
)
