"""Stories of a team's folder are seen to fail: each is told again with a fault in the script."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Route
from playwright.sync_api import Error as Failed

from ..opening import Opener
from . import test_by_hand, test_team, test_watched

SCRIPT = "assets/checklists/check-folder.js"


class Plant(NamedTuple):
    """`old` stands once in the built script, and becomes `new`; `story` must not go well then."""

    old: str
    new: str
    story: Callable[..., None]


WATCHED, TEAM, HAND = test_watched, test_team, test_by_hand
PLANTS = {
    "ways lead nowhere": Plant(
        "root.dataset.register}", "root.dataset.register}x",
        TEAM.test_three_people_share_a_plan_through_a_folder,
    ),
    "what is new is said at every visit": Plant(
        "team.record?.told===told", "false", TEAM.test_three_people_share_a_plan_through_a_folder
    ),
    "a folder comes back unasked": Plant(
        "await this.#open(false);}catch(error)", "await this.#open(true);}catch(error)",
        TEAM.test_three_weeks_one_away_one_with_a_backup_one_who_deletes_the_folder,
    ),
    "one's own file stays when she takes it away": Plant(
        'if(what==="mine")return', 'if(what==="mine")return;',
        TEAM.test_the_way_out_says_what_stays_and_where,
    ),
    "a refusal is no word": Plant(
        'error.name==="AbortError"', "true", TEAM.test_a_browser_that_says_no_is_told_of
    ),
    "the file has another name": Plant(
        "download(`${who.writer}.json`", "download(`svar.json`",
        TEAM.test_where_folders_cannot_be_opened_files_are_carried,
    ),
    "what is read in changes one's name": Plant(
        "const who=this.#team.signs();",
        "const who={...this.#team.signs()};"
        "who.writer='ola-'+`${Date.now()}`.slice(-8).replace(/[0189]/g,'a');",
        HAND.test_a_whole_folder_is_read_in_and_ones_file_comes_back_under_one_name,
    ),
    "why nothing was found is not said": Plant(
        "const why=troublesOf(", "const why=[];troublesOf(",
        HAND.test_what_cannot_be_read_is_said_where_files_are_carried,
    ),
    "what is dropped is not opened": Plant(
        "if(entry)await open(entry,file);", "if(entry);", HAND.test_a_folder_and_files_are_dropped
    ),
    "a page is read while nobody sees it": Plant(
        "setInterval(()=>document.hidden||this.#look(),EVERY)",
        "setInterval(()=>this.#look(),EVERY)",
        WATCHED.test_where_nobody_tells_a_folder_is_read_each_half_minute_while_it_is_seen,
    ),
    "nothing is written when a page is hidden": Plant(
        "if(document.hidden)this.#flush();", "if(document.hidden);",
        WATCHED.test_what_was_just_written_is_in_the_folder_when_the_page_is_hidden,
    ),
    "what was held waits half a minute": Plant(
        "AGAIN=2_000", "AGAIN=20_000",
        WATCHED.test_a_file_that_is_held_is_written_soon_after_it_is_let_go,
    ),
    "leave is taken for given": Plant(
        'return now==="granted"', "return true",
        WATCHED.test_leave_that_the_browser_wants_again_is_given_with_one_click,
    ),
    "whoever answers is asked each time": Plant(
        "this.#asked=true;", "",
        partial(
            WATCHED.test_whoever_answers_on_a_list_is_asked_by_the_browser_there_and_once,
            refuses=True,
        ),
    ),
    "nothing is observed": Plant(
        "if(!Maker)return;", "return;", WATCHED.test_what_a_browser_observes_is_read_at_once
    ),
    "each page counts as one that wrote": Plant(
        "who:()=>whoIn(browser),", "who:()=>signing(browser),",
        WATCHED.test_hundreds_of_pages_that_only_read_do_not_give_a_writer_another_file,
    ),
    "a folder that cannot be listed is quiet": Plant(
        "this.unread=true;", "",
        WATCHED.test_a_folder_that_cannot_be_listed_for_a_while_is_tried_again,
    ),
}  # fmt: skip


def planted(text: str, plant: Plant) -> str:
    """The script with the fault in it."""
    assert text.count(plant.old) == 1, f"{text.count(plant.old)} times {plant.old}"
    return text.replace(plant.old, plant.new)


class Planted(Opener):
    """Opens pages whose script of the folder has a fault."""

    body = ""

    def new_context(self, **how: Any) -> BrowserContext:
        context = super().new_context(**how)

        def answer(route: Route) -> None:
            route.fulfill(body=self.body, content_type="text/javascript")

        context.route(f"**/{SCRIPT}*", answer)
        context.set_default_timeout(3000)
        return context


@pytest.fixture
def planting(tabs: Any) -> Any:
    made = Planted(tabs)
    yield made
    made.end()


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTS)
def test_a_story_with_a_fault_in_it_does_not_go_well(
    planting: Planted, site: Path, tmp_path: Path, name: str
) -> None:
    plant = PLANTS[name]
    planting.body = planted((site / SCRIPT).read_text(encoding="utf-8"), plant)
    needs = {"opener": planting, "tmp_path": tmp_path}
    story = plant.story
    asks = getattr(story, "func", story).__annotations__
    given = {one: needs[one] for one in asks if one in needs}
    with pytest.raises((AssertionError, Failed)):
        story(**given)


@pytest.mark.slow
def test_a_story_without_a_fault_goes_well_the_same_way(planting: Planted, site: Path) -> None:
    planting.body = (site / SCRIPT).read_text(encoding="utf-8")
    TEAM.test_three_people_share_a_plan_through_a_folder(planting)
