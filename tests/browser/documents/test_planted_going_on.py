"""What a supplier loses, or is given unasked, when she goes on elsewhere is seen to be missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_going_on, test_staying

ELSEWHERE = (
    test_going_on
    .test_an_answer_goes_on_on_another_machine_and_takes_what_a_colleague_has_written
)  # fmt: skip
NEXT = (
    test_going_on
    .test_what_was_answered_goes_along_to_the_next_edition_where_the_words_are_the_same
)  # fmt: skip
NO_DOCUMENT = test_going_on.test_an_own_file_that_bears_no_document_asks_for_it
TYPED = test_staying.test_what_is_typed_and_not_added_is_there_again
WRITTEN = (
    test_staying
    .test_a_requirement_that_is_written_in_outlives_being_taken_out_in_another_tab
)  # fmt: skip
FIRM = test_going_on.test_a_file_from_another_firm_is_asked_about_and_can_be_taken_back
DEADLINE = (
    test_going_on
    .test_a_newer_deadline_is_told_and_kept_and_no_own_file_brings_the_old_one_back
)  # fmt: skip
EARLIER = (
    test_going_on
    .test_a_colleagues_answer_to_an_earlier_edition_comes_into_the_one_that_is_open
)  # fmt: skip
OFFERED = test_going_on.test_a_changed_requirement_is_offered_what_was_answered_before_it_changed
TABS = test_going_on.test_two_tabs_see_each_others_answers_and_keep_what_was_answered
PRICE = test_going_on.test_a_price_that_is_not_what_is_asked_for_has_no_sum_and_is_told
SCRIPT = "check-reply.js"
PLANTS = {
    "the file bears no document": Plant("of:asFile(document)", "", ELSEWHERE, SCRIPT),
    "what stands here is written over": Plant(
        'mine?"other":"fresh"].ans', '"fresh"].ans', ELSEWHERE, SCRIPT
    ),
    "what was written since is taken away": Plant(
        "unchanged(this.#at.answer,some,was)", "was", ELSEWHERE, SCRIPT
    ),
    "what was read is kept nowhere": Plant("this.#at.take(some);", "", ELSEWHERE, SCRIPT),
    "other words are the same words": Plant("before?.text===text&&", "before&&", NEXT, SCRIPT),
    "it goes by the number": Plant(
        "answer.answers[before.number]", "answer.answers[number]", NEXT, SCRIPT
    ),
    "another customer's is offered": Plant("document.id===id&&", "", NEXT, SCRIPT),
    "it is offered once": Plant(
        "this.#coming.own(file);else this.#offer()", "this.#coming.own(file)", NEXT, SCRIPT
    ),
    "what is typed and not added is lost": Plant(
        'drafted(tool.typed("own"', '0&&(tool.typed("own"', TYPED, "document-files.js"
    ),
    "a question is lost": Plant(
        "if(isField(one))drafted(one", "if(0)drafted(one", TYPED, "check-compare.js"
    ),
    "what is erased is left": Plant("dropDrafts(site);", "", TYPED, "check-plan.js"),
    "what is written in is taken out": Plant(
        "===id)??before", "===id)", WRITTEN, "check-document.js"
    ),
    "anybody's answers are taken": Plant("!anyway&&mine&&", "0&&", FIRM, SCRIPT),
    "a tap cannot be taken back": Plant(
        "unanswer:()=>this.#unanswer(value)", "unanswer:()=>0", FIRM, SCRIPT
    ),
    "a newer deadline is not kept": Plant(
        'if(!isSame)this.#changes.add("opened")', "", DEADLINE, SCRIPT
    ),
    "an own file brings the old one": Plant("if(here)return here;", "", DEADLINE, SCRIPT),
    "the earlier edition is opened": Plant("now?.id===found.id&&", "false&&", EARLIER, SCRIPT),
    "what is taken out cannot come back": Plant("keep(site,name,text);", "", EARLIER, SCRIPT),
    "what was answered before it changed is not offered": Plant(
        "this.#earlier[made.id]??", "", OFFERED, SCRIPT
    ),
    "what the other tab wrote is not shown": Plant(
        "setTimeout(()=>this.#caught())", "0", TABS, SCRIPT
    ),
    "other money has a sum": Plant("if(!isFitting(id,found))return", "if(0)return", PRICE, SCRIPT),
    "other money is not told": Plant(
        'found?.kind==="number"&&!isFitting', 'found?.kind==="no"&&!isFitting', PRICE, SCRIPT
    ),
    "any document is believed": Plant("found&&keyOf(found)===name", "found", NO_DOCUMENT, SCRIPT),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
