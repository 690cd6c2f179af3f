"""What hides one answer, or lets a document wait unsaid, is seen to be missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_alone

ONE = test_alone.test_one_answer_has_its_price_its_table_and_a_choice_that_is_signed
FAR = test_alone.test_the_front_page_and_the_plan_say_what_a_document_waits_for
SCRIPT = "check-compare.js"
PLANTS = {
    "nothing is drawn of one answer": Plant(
        "if(!made||!n)beside", "if(!made||n<2)beside", ONE, SCRIPT
    ),
    "one is ranked": Plant('"several",n>1', '"several",n>0', ONE, SCRIPT),
    "one leads": Plant(
        'only&&!others.length)return t("judge.lead', '0)return t("judge.lead', ONE, SCRIPT
    ),
    "one is asked about nothing": Plant("values.length===1", "0", ONE, SCRIPT),
    "one is chosen without a word": Plant("made.suppliers.length===1", "false", ONE, SCRIPT),
    "no answer is a no": Plant('t("judge.unanswered",{number})', "number", ONE, SCRIPT),
    "a document is told of nowhere": Plant(
        "lines.hidden=!all.length", "lines.hidden=true", FAR, "check-next.js"
    ),
    "a choice is no step": Plant('supplier?"chosen"', '0?"chosen"', FAR, "stages.js"),
    "an answer is no step": Plant('answers.length?"answered"', '0?"answered"', FAR, "stages.js"),
    "what is sent is begun": Plant('last?"sent"', '0?"sent"', FAR, "stages.js"),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
