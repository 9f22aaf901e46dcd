"""Every check of the audit. One more is one function, with its definition in its docstring, and one line here."""

from __future__ import annotations

from purges_quiz.authoring.audit import guessers, ladders, leaks, options, prompts, structure, truth
from purges_quiz.authoring.audit.findings import Check, check, several

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
    several("determinism", structure.same_bytes_everywhere),
)
