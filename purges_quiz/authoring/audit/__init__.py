"""The audit: checks that walk the whole bank, so that a teacher can rely on every question it can ask.

One more check is one function, with its definition in its docstring, and one line here.
"""

from __future__ import annotations

from purges_quiz.authoring.audit import (
    across,
    guessers,
    ladders,
    leaks,
    options,
    plausibility,
    prompts,
    structure,
    truth,
)
from purges_quiz.authoring.audit.findings import DETERMINISM, Check, Look, Row, check, several
from purges_quiz.authoring.audit.subject import Copy, Subject

__all__ = ["CHECKS", "Check", "Copy", "Look", "Row", "Subject"]

CHECKS: tuple[Check, ...] = (
    *(
        check("structure", looks)
        for looks in (
            structure.cards,
            structure.figures_and_quotations,
            structure.every_fact_is_typed,
            structure.recognition,
            structure.wordings,
            structure.option_sets,
            structure.ids,
            structure.masks,
            prompts.length_of_prompts,
            prompts.prompts_stand_alone,
            prompts.no_negation,
            prompts.no_slips_of_the_source,
            prompts.one_answer_to_a_prompt,
            options.number_of_options,
            options.length_of_options,
            options.reasons,
        )
    ),
    *(
        check("plausibility", looks)
        for looks in (
            plausibility.possible_at_the_time,
            plausibility.wrong_texts_have_a_basis,
            plausibility.reasons_teach,
            prompts.prompt_and_answer_fit,
            prompts.no_answer_in_the_prompt,
            options.no_word_of_every_wrong_option,
            options.no_option_like_a_key,
            structure.notes_are_shown,
            structure.sides_of_one_kind,
        )
    ),
    *(
        check("across cards", looks)
        for looks in (across.across_follow, across.across_read_well, across.across_are_graded)
    ),
    *(
        check("truth", looks)
        for looks in (
            truth.answers_from_the_data,
            truth.one_right_option,
            truth.options_apart,
            truth.orders_from_the_data,
            truth.pairs_from_the_data,
            truth.disputed_facts,
            options.hedges_kept,
            options.open_lists,
            prompts.roles_are_dated,
            ladders.rungs,
            ladders.rungs_are_wrong,
            truth.answers_are_accepted,
            truth.wrong_options_are_refused,
            truth.other_answers_are_refused,
        )
    ),
    *(
        check("cues", looks)
        for looks in (
            options.people_alike,
            options.lengths_alike,
            options.shapes_alike,
            options.no_word_of_the_prompt,
            ladders.rungs_like_the_truth,
            guessers.figures_at_no_certainty,
        )
    ),
    several(guessers.GROUP, guessers.guessers),
    several(guessers.GROUP, guessers.learned),
    check("leaks", leaks.leaks_are_known),
    check("leaks", leaks.leaks_are_kept_apart),
    several(DETERMINISM, structure.same_bytes_everywhere),
)
