"""Stories of a team's folder are seen to fail: each is told again with a fault in the script."""

from __future__ import annotations

from functools import partial

from ..planting import Plant, stories
from . import test_by_hand, test_team, test_watched

SCRIPT = "check-folder.js"
folder = partial(Plant, script=SCRIPT)
WATCHED, TEAM, HAND = test_watched, test_team, test_by_hand
PLANTS = {
    "ways lead nowhere": folder(
        "root.dataset.register}", "root.dataset.register}x",
        TEAM.test_three_people_share_a_plan_through_a_folder,
    ),
    "what is new is said at every visit": folder(
        "team.record?.told===told", "false", TEAM.test_three_people_share_a_plan_through_a_folder
    ),
    "a folder comes back unasked": folder(
        "await this.#open(false);}catch(error)", "await this.#open(true);}catch(error)",
        TEAM.test_three_weeks_one_away_one_with_a_backup_one_who_deletes_the_folder,
    ),
    "one's own file stays when she takes it away": folder(
        'if(what==="mine")return', 'if(what==="mine")return;',
        TEAM.test_the_way_out_says_what_stays_and_where,
    ),
    "a refusal is no word": folder(
        'error.name==="AbortError"', "true", TEAM.test_a_browser_that_says_no_is_told_of
    ),
    "the file has another name": folder(
        "download(`${who.writer}.json`", "download(`svar.json`",
        TEAM.test_where_folders_cannot_be_opened_files_are_carried,
    ),
    "what is read in changes one's name": folder(
        "const who=this.#team.signs();",
        "const who={...this.#team.signs()};"
        "who.writer='ola-'+`${Date.now()}`.slice(-8).replace(/[0189]/g,'a');",
        HAND.test_a_whole_folder_is_read_in_and_ones_file_comes_back_under_one_name,
    ),
    "why nothing was found is not said": folder(
        "const why=troublesOf(", "const why=[];troublesOf(",
        HAND.test_what_cannot_be_read_is_said_where_files_are_carried,
    ),
    "what is dropped is not opened": folder(
        "if(entry)await open(entry,file);", "if(entry);", HAND.test_a_folder_and_files_are_dropped
    ),
    "a page is read while nobody sees it": folder(
        "setInterval(()=>document.hidden||this.#look(),EVERY)",
        "setInterval(()=>this.#look(),EVERY)",
        WATCHED.test_where_nobody_tells_a_folder_is_read_each_half_minute_while_it_is_seen,
    ),
    "nothing is written when a page is hidden": folder(
        "if(document.hidden)this.#flush();", "if(document.hidden);",
        WATCHED.test_what_was_just_written_is_in_the_folder_when_the_page_is_hidden,
    ),
    "what was held waits half a minute": folder(
        "AGAIN=2_000", "AGAIN=20_000",
        WATCHED.test_a_file_that_is_held_is_written_soon_after_it_is_let_go,
    ),
    "leave is taken for given": folder(
        'return now==="granted"', "return true",
        WATCHED.test_leave_that_the_browser_wants_again_is_given_with_one_click,
    ),
    "whoever answers is asked each time": folder(
        "this.#asked=true;", "",
        partial(
            WATCHED.test_whoever_answers_on_a_list_is_asked_by_the_browser_there_and_once,
            refuses=True,
        ),
    ),
    "nothing is observed": folder(
        "if(!Maker)return;", "return;", WATCHED.test_what_a_browser_observes_is_read_at_once
    ),
    "each page counts as one that wrote": folder(
        "who:()=>whoIn(browser),", "who:()=>signing(browser),",
        WATCHED.test_hundreds_of_pages_that_only_read_do_not_give_a_writer_another_file,
    ),
    "a folder that cannot be listed is quiet": folder(
        "this.unread=true;", "",
        WATCHED.test_a_folder_that_cannot_be_listed_for_a_while_is_tried_again,
    ),
}  # fmt: skip

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
