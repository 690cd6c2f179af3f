"""What the verdict leaves unsaid, or says of the wrong supplier, is seen to be missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_verdict, test_verdict_out

LATE = test_verdict.test_a_supplier_that_came_after_the_scoring_leads_by_no_word_of_its_own_unsaid
TWICE = test_verdict.test_one_who_scores_again_under_the_same_name_is_told
SHARES = test_verdict.test_what_quality_and_price_count_is_told_of_the_whole_and_of_no_model_without
ASKED = test_verdict.test_what_is_to_be_asked_about_has_what_is_wrong_with_a_price
LOWEST = test_verdict_out.test_what_prices_are_held_against_stands_where_it_is_not_the_lowest
LIFTED = test_verdict_out.test_the_reason_for_disregarding_goes_with_the_files_and_no_letter
AGAINST = (
    test_verdict_out.test_what_speaks_against_the_choice_stands_beside_it_and_on_what_is_signed
)
PRICES = test_verdict_out.test_the_memo_says_of_which_requirements_a_price_is_and_parts_no_supplier
PRINTED = test_verdict_out.test_the_workbook_is_printed_so_that_it_can_be_read
LONG = test_verdict_out.test_what_is_too_long_to_be_kept_is_told_with_where_it_breaks_off
SCRIPT = "check-compare.js"
FILES = "compare-files.js"
PLANTS = {
    "prices without a form are prices": Plant(
        "every(({post})=>!post)", "every(({post})=>post)", LATE, SCRIPT
    ),
    "who leads by its own word is not named": Plant("none:names&&", "none:0&&", LATE, SCRIPT),
    "a weight of nothing turns it": Plant(
        "share>0&&share<100", "share>=0&&share<=100", LATE, SCRIPT
    ),
    "two of one name are one": Plant("other!==one&&", "0&&", TWICE, SCRIPT),
    "each share is told as it was written": Plant(
        "shares(made.settings).map(",
        "[made.settings.quality,made.settings.price].map(",
        SHARES,
        SCRIPT,
    ),
    "what is no hundred is not told": Plant(
        "!all||Math.round(10*all)===10*WHOLE", "true", SHARES, SCRIPT
    ),
    "a hundred is told": Plant("!all||Math.round(10*all)===10*WHOLE", "!all", SHARES, SCRIPT),
    "a sum is told where nothing is summed": Plant(
        'model==="priced"||!all', "!all", SHARES, SCRIPT
    ),
    "a model without shares tells them": Plant(
        'alone=made.settings.model==="priced"', "alone=false", SHARES, SCRIPT
    ),
    "a price is asked for where nobody sent one": Plant(
        '(priced||why!=="none")', "true", ASKED, SCRIPT
    ),
    "what we have not said ourselves is asked for": Plant(
        "!OURS.includes(why)", "OURS.includes(why)", ASKED, SCRIPT
    ),
    "what prices are held against is not told": Plant(
        "if(!cheaper||best===null", "if(true||best===null", LOWEST, SCRIPT
    ),
    "prices have a lowest where none is measured": Plant(
        'model==="priced"?null:best', "best", LOWEST, FILES
    ),
    "the ranking lacks who is disregarded": Plant('lifted.get(id)??""', '""', LIFTED, FILES),
    "the answers lack why": Plant("whyLifted(one,number)", '""', LIFTED, FILES),
    "a choice that lacks what is absolute meets nothing": Plant(
        'list?t("judge.against_unmet"', 'false?t("judge.against_unmet"', AGAINST, SCRIPT
    ),
    "one who does not lead is chosen without a word": Plant(
        "first.length&&!first.includes(one.id)", "false", AGAINST, SCRIPT
    ),
    "what is signed does not say what speaks against it": Plant(
        "...against(made,t),", "", AGAINST, FILES
    ),
    "a price says not of what it is": Plant(
        "list:few(numbers,MOST_NUMBERS)", "list:''", PRICES, SCRIPT
    ),
    "a supplier's prices are parted": Plant("n<all.length-1?", "n<0?", PRICES, FILES),
    "heads are on the first page only": Plant("sheets.map(repeated)", "[]", PRINTED, FILES),
    "a wide table is one page wide": Plant(
        "fitToWidth:across(widths)", "fitToWidth:1", PRINTED, FILES
    ),
    "a fraction is shown with all it has": Plant(
        "!Number.isInteger(value))return FRACTION", "false)return FRACTION", PRINTED, FILES
    ),
    "what is cut off is not told": Plant("if(left)this.#doubt", "if(0)this.#doubt", LONG, SCRIPT),
    "a condition that is cut off is not told": Plant(
        "words.length>longest(id)", "false", LONG, SCRIPT
    ),
    "the comparison lacks why": Plant("one])=>one===number)", "one])=>one===0)", LIFTED, SCRIPT),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
