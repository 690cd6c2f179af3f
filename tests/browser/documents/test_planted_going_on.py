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
SCRIPT = "check-reply.js"
PLANTS = {
    "the file bears no document": Plant("of:asFile(document)", "", ELSEWHERE, SCRIPT),
    "what stands here is written over": Plant(
        'mine?"other":"fresh"].ans', '"fresh"].ans', ELSEWHERE, SCRIPT
    ),
    "there is no way back": Plant("this.#put(before)", "0", ELSEWHERE, SCRIPT),
    "what was read is kept nowhere": Plant("this.#put(fresh)", "0", ELSEWHERE, SCRIPT),
    "other words are the same words": Plant("before?.text===text&&", "before&&", NEXT, SCRIPT),
    "it goes by the number": Plant(
        "answer.answers[before.number]", "answer.answers[number]", NEXT, SCRIPT
    ),
    "another customer's is offered": Plant("document.id===id&&", "", NEXT, SCRIPT),
    "it is offered once": Plant(
        "this.#show(document);this.#coming.offer()", "this.#show(document)", NEXT, SCRIPT
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
    "any document is believed": Plant("keyOf(found)===name", "true", NO_DOCUMENT, SCRIPT),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
