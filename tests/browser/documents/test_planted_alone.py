"""What hides one answer, lets a document wait unsaid or forgets what the firm is, is seen to be
missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_alone, test_fit_told

ONE = test_alone.test_one_answer_has_its_price_its_table_and_a_choice_that_is_signed
GONE = test_alone.test_who_withdraws_leaves_the_other_with_all_that_was_seen
SCORED = test_alone.test_points_for_one_who_is_gone_are_no_points_for_who_is_left
FAR = test_alone.test_the_front_page_and_the_plan_say_what_a_document_waits_for
ASKED = test_fit_told.test_a_document_asks_what_some_of_its_requirements_wait_for
ELSEWHERE = test_fit_told.test_what_is_answered_elsewhere_reaches_a_document_that_is_begun
MAKER = "document-files.js"
SCRIPT = "check-compare.js"
PLANTS = {
    "nothing is drawn of one answer": Plant(
        "if(!made||!n)beside", "if(!made||n<2)beside", ONE, SCRIPT
    ),
    "one is ranked": Plant('"several",n>1', '"several",n>0', ONE, SCRIPT),
    "one has a place": Plant("one.lines.length!==1", "1", ONE, SCRIPT),
    "who withdraws is chosen still": Plant("id===decision.winner)?", "1)?", GONE, SCRIPT),
    "points for another count": Plant("!judges.length||isBare", "!judges.length", SCORED, SCRIPT),
    "a link leads to another document": Plant("#dokument-([a-z", "#x-([a-z", FAR, SCRIPT),
    "one leads": Plant('if(only)return t("judge.lead', 'if(0)return t("judge.lead', ONE, SCRIPT),
    "one is asked about nothing": Plant("values.length===1", "0", ONE, SCRIPT),
    "one is chosen without a word": Plant('onlyOf(made)?t("judge', '0?t("judge', ONE, SCRIPT),
    "no answer is a no": Plant('t("judge.unanswered",{number})', "number", ONE, SCRIPT),
    "a document is told of nowhere": Plant(
        "lines.hidden=!all.length", "lines.hidden=true", FAR, "check-next.js"
    ),
    "a choice is no step": Plant('supplier?"chosen"', '0?"chosen"', FAR, "stages.js"),
    "an answer is no step": Plant('answers.length?"answered"', '0?"answered"', FAR, "stages.js"),
    "what is sent is begun": Plant('last?"sent"', '0?"sent"', FAR, "stages.js"),
    "what is answered is asked": Plant(
        "isOpen=!isOut&&!said(project,question)", "isOpen=!isOut", ELSEWHERE, MAKER
    ),
    "what is ruled out stays": Plant("if(isOut)out", "if(0)out", ELSEWHERE, MAKER),
    "the example asks too": Plant("there=id&&!isExample(id)", "there=id", ELSEWHERE, MAKER),
    "what is answered cannot be answered again": Plant("here.add(question)", "0", ASKED, MAKER),
    "what was unfolded is folded": Plant("fold?fold.open:open", "false", ASKED, MAKER),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
