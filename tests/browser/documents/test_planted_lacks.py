"""What lets a document leave without what its suppliers need is seen to be missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_lacks

FIELDS = test_lacks.test_what_is_missing_leads_to_its_field_and_is_gone_when_it_is_there
BACK = test_lacks.test_undo_leads_to_what_has_come_back_also_where_it_is_folded
TICK = test_lacks.test_one_tick_does_not_make_a_document_that_looks_whole
PRESS = test_lacks.test_a_press_straight_after_the_last_quantity_makes_the_file
UNDO = test_lacks.test_the_example_lacks_nothing_and_undo_stays_where_it_was
MAKER, SCRIPT = "document-files.js", "check-document.js"
PLANTS = {
    "who stood on what is mended stands nowhere": Plant(
        "??word).focus()", "??word)", FIELDS, MAKER
    ),
    "what is pressed moves away": Plant("letGo(show)", "show()", PRESS, MAKER),
    "a quantity has no room before it is there": Plant(
        '?"\\u00a0":said+w', '?"":said+w', PRESS, MAKER
    ),
    "an empty field is fine": Plant("!doc.frame[name]?.trim()", "0", FIELDS, MAKER),
    "what is written is missing still": Plant("!doc.frame[name]?.trim()", "1", FIELDS, MAKER),
    "prices without numbers are fine": Plant("YEARS:wants&&id", "YEARS:''", FIELDS, MAKER),
    "numbers that are there are missing": Plant("YEARS:wants&&id", "YEARS:id", FIELDS, MAKER),
    "it leads nowhere": Plant("goal.focus({pre", "void({pre", FIELDS, MAKER),
    "what is absolute may be left out": Plant(
        'priority==="must").length', "0).length", TICK, MAKER
    ),
    "a fold stays shut": Plant("openAround(place);const field", "const field", TICK, MAKER),
    "the example is told of": Plant("isOwn=id&&!isExample(id)", "isOwn=id", UNDO, MAKER),
    "undo leads to the top": Plant('"] [data-act=out]`', '"] [data-x]`', UNDO, SCRIPT),
    "what has come back stays folded": Plant("openAround(way)", "void(way)", BACK, MAKER),
    "a list that was picked from is left": Plant(
        '`[data-take][value="${target.value}"]`', "undefined", BACK, SCRIPT
    ),
    "no number is named": Plant("many.length===1", "many.length===9", FIELDS, MAKER),
    "a number is not led to": Plant("if(found)openAround", "return true;openAround", FIELDS, MAKER),
    "what is absolute stays folded": Plant(
        "if(found)openAround(found)", "if(found)void(found)", TICK, MAKER
    ),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
