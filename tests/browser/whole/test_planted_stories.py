"""Stories of what comes late, of other tabs and of several projects are seen to fail."""

from __future__ import annotations

from ..answers import test_panel_written, test_plan_projects
from ..documents import test_gone, test_right_place
from ..lists import test_lists
from ..pages import test_guide
from ..planting import Plant, stories

LATE = test_lists.test_what_a_poor_net_did_not_bring_is_fetched_again_and_the_tick_is_kept
TAP = test_guide.test_a_tap_before_what_explains_is_here_waits_for_it_or_leads_to_the_glossary
TABS = test_panel_written.test_what_another_tab_wrote_is_seen_before_more_is_written
NAMED = test_plan_projects.test_projects_are_named_copied_and_deleted_with_undo
ONE = test_plan_projects.test_one_project_needs_no_name_anywhere
DELETED = (
    test_gone.test_a_document_that_is_deleted_elsewhere_is_told_and_comes_back_with_what_was_typed
)
TYPED = test_gone.test_words_that_are_not_saved_yet_stay_in_the_document_that_is_deleted
CHOSEN = test_gone.test_what_was_chosen_since_stays_when_it_is_back
OWN = test_gone.test_the_comparison_goes_back_to_ones_own_when_it_is_back
STANDS = test_right_place.test_what_another_tab_wrote_is_seen_where_the_cursor_only_stands
MAKE, COMPARE = "check-document.js", "check-compare.js"
PLANTS = {
    "what did not come is not fetched again": Plant("trying=setTimeout(define,wait)", "0", LATE),
    "it is fetched again without a rest": Plant("define,wait)", "define,wait/20)", LATE),
    "a net that is back changes nothing": Plant('addEventListener("online"', '("offline"', LATE),
    "a tap that explains nothing leads nowhere": Plant(
        "if(tap)location.assign(link.href);", "", TAP
    ),
    "a field with the cursor is not written in": Plant(
        "if(here&&field.value!==text&&", "if(here||", TABS, "panel.js"
    ),
    "what is not saved is written over": Plant(
        "if(here&&field.value!==text", "if(0", TABS, "panel.js"
    ),
    "the cursor goes to the end": Plant("if(at!==null&&", "if(0&&", TABS, "panel.js"),
    "one project is named": Plant("line.hidden=!several", "line.hidden=several", ONE, MAKE),
    "several are not": Plant("line.hidden=!several", "line.hidden=!0||several", NAMED, COMPARE),
    "a document's field with the cursor is not written in": Plant(
        "if(here&&field.value!==text&&", "if(here||", STANDS, MAKE
    ),
    "what is typed goes on in another document": Plant(
        'this.#tool.part("documents").focus();this.#gone', "0;this.#gone", TYPED, MAKE
    ),
    "what is deleted elsewhere is not told": Plant('t("gone_here"', 't("told"', DELETED, MAKE),
    "what is back is not shown": Plant("this.id===gone.now", "!gone.now", DELETED, MAKE),
    "what is back takes another's place": Plant("this.id===gone.now", "gone.now", CHOSEN, MAKE),
    "the comparison stays where it fell": Plant("this.id===gone.now", "!gone.now", OWN, COMPARE),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
