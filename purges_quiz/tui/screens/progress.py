"""What the player knows: by card, over time, and where it goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from purges_quiz.deck.model import Fact
from purges_quiz.session.report import Pair, Report
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.widgets.drawn import Drawn, Hanging, lines_of
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording import charts
from purges_quiz.wording import progress as words
from purges_quiz.wording.figures import times as often
from purges_quiz.wording.glyphs import glyphs

LABELS_WIDTH = 11
LEAD_WIDTH = 11
"""Cells before a text, so that the texts of a list are aligned: a label, or a figure."""
AXIS_WIDTH = 6
"""Cells beside a plot: "100%", a blank, and one kept free on the right."""
PLOT_HEIGHT = 5
"""Lines of a plot: with eight heights in each it shows 40 steps, 2.5 % each."""
DAY_WIDTH = 4
"""Cells for a day of the forecast: its figure, and a blank."""
BAR_WIDTH = 8
"""Cells for a bar beside a fact."""


TWO_COLUMNS = 148
"""The most cells of the sheet, as in progress.tcss, where charts stand side by side."""


class ProgressScreen(SafeScreen[Pair | None]):
    """Paints a `Report`. Gives back the pair that the player wants to practise telling apart; None: none."""

    CSS_PATH = "progress.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS = bindings("Progress", "Pages and lists")

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._pairs = report.pairs[: words.MOST]

    def compose(self) -> ComposeResult:
        """Figures, cards, plots, calendar, lists; or one line, while there is nothing."""
        title = Static("Progress", classes="title", markup=False)
        if self._report.answers:
            yield Page(
                title,
                VerticalGroup(
                    VerticalGroup(*self._standing(), classes="column"),
                    VerticalGroup(*self._history(), classes="column"),
                    id="columns",
                ),
            )
        else:
            yield Page(title, Static("\n\n".join(words.NOTHING_YET), markup=False))
        yield KeyBar(broad=TWO_COLUMNS)
        yield MoreRoom()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a pair at that number."""
        match action, parameters:
            case "drill", (int(place),):
                return place < len(self._pairs)
            case _:
                return super().check_action(action, parameters)

    def action_drill(self, place: int) -> None:
        """Practise telling a pair apart."""
        self.dismiss(self._pairs[place][0])

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """The same by a click."""
        self.action_drill(event.place)

    def _standing(self) -> Iterator[Widget]:
        """What is known, and what is to come."""
        report = self._report
        yield _rows(words.figures(report))
        yield _heading(words.BY_CARD)
        yield Drawn(partial(_cards, report))
        yield _heading(words.FORECAST)
        yield Drawn(partial(_forecast, report))
        if held := words.held(report):
            yield _heading(words.HELD)
            yield _rows(held, width=15)
        if report.bests:
            yield _heading(words.BESTS)
            yield _rows([words.best(key, best) for key, best in sorted(report.bests.items())], width=15)

    def _history(self) -> Iterator[Widget]:
        """What was answered, and what went wrong."""
        report = self._report
        yield Drawn(partial(_plots, report), classes="plots")
        yield _heading(words.CALENDAR)
        yield Drawn(partial(_calendar, report))
        hardest = [(fact, words.missed_of(it), 1 - it.accuracy) for fact, it in report.hardest]
        longest = max((seconds for _, seconds in report.slowest), default=1)
        slowest = [(fact, f"{seconds:.0f} s", seconds / longest) for fact, seconds in report.slowest]
        yield from _facts(words.HARDEST, words.MISSED_SHARE, hardest, report)
        yield from _facts(words.SLOWEST, "", slowest, report)
        if self._pairs:
            yield _heading(words.CONFUSED, "press its key to practise telling them apart")
            yield self._confused()

    def _confused(self) -> Lines:
        lines = Lines(id="pairs")
        lines.can_focus = False
        lines.show(
            Hanging(
                Content.assemble((f"{key}  ", "$accent"), (f"{often(times)}  ".ljust(LEAD_WIDTH - 3), "bold")),
                Content(words.pair(pair, self._report.deck)),
            )
            for key, (pair, times) in zip(labels(self, "progress.drill", len(self._pairs)), self._pairs, strict=True)
        )
        return lines


def _heading(text: str, note: str = "") -> Static:
    return Static(Content.assemble((text, "bold"), (f"   {note}" if note else "", "$quiet")), classes="heading")


def _rows(rows: Sequence[tuple[str, str]], width: int = LABELS_WIDTH) -> Drawn:
    labelled = [Hanging(Content.styled(label.ljust(width), "$quiet"), Content(figure)) for label, figure in rows]
    return Drawn(partial(lines_of, labelled))


def _facts(heading: str, note: str, found: Sequence[tuple[Fact, str, float]], report: Report) -> Iterator[Widget]:
    """Facts, each with its figure, and a bar for a share from 0 to 1."""
    if not found:
        return
    yield _heading(heading, note)
    for fact, figure, share in found[: words.MOST]:
        about, card = words.named(fact, report.deck)
        filled, rest = charts.bar(share, BAR_WIDTH)
        lead = Content.assemble((filled, "$accent"), (rest, "$faint"), "  ", (figure.ljust(LEAD_WIDTH), "bold"))
        yield Drawn(Hanging(lead, Content.assemble(about, (f"   {card}", "$quiet"))).lines)


def _forecast(report: Report, width: int) -> list[Content]:
    """A column for each day with how many facts are due, above its day of the month."""
    days = min(words.FORECAST_DAYS, width // DAY_WIDTH)
    due = report.forecast(days)
    highest = max(*due, 1)
    plot = charts.columns(
        [number / highest if number else None for number in due], days * DAY_WIDTH, PLOT_HEIGHT - 2, each=DAY_WIDTH
    )
    figures = "".join(f"{number or '':<{DAY_WIDTH}}" for number in due)
    dates = "".join(f"{(report.today + timedelta(days=ahead)).day:<{DAY_WIDTH}}" for ahead in range(days))
    return [
        Content(figures.rstrip()),
        *(Content.styled(line, "$accent") for line in plot),
        Content.styled(dates.rstrip(), "$quiet"),
    ]


def _cards(report: Report, width: int) -> list[Content]:
    lines: list[Content] = []
    for (*above, title), (_, share) in zip(words.titles(report, width), report.cards, strict=True):
        filled, rest = charts.bar(share, max(1, width - len(title) - 7))
        lines += map(Content, above)
        lines.append(Content.assemble(title, "  ", (filled, "$accent"), (rest, "$faint"), f"{share:>5.0%}"))
    return lines


def _plots(report: Report, width: int) -> list[Content]:
    room = max(1, width - AXIS_WIDTH)
    stretches = report.timeline(room)
    lines: list[Content] = []
    for heading, shares in (
        (words.ACCURACY, [stretch.accuracy for stretch in stretches]),
        (words.RECALL, [stretch.recall for stretch in stretches]),
    ):
        plot = charts.columns(shares, room, PLOT_HEIGHT)
        lines.append(Content.assemble((heading, "bold"), (f"   {words.latest(shares)}", "$quiet")))
        lines += [
            Content.assemble((f"{label:>4} ", "$quiet"), (line, "$accent"))
            for label, line in zip(("100%", *[""] * (PLOT_HEIGHT - 2), "0%"), plot, strict=True)
        ]
        lines += [Content.styled(" " * 5 + words.dates(stretches, len(plot[0]) // len(stretches)), "$quiet"), Content()]
    return lines[:-1]


def _calendar(report: Report, width: int) -> list[Content]:
    months, *week = charts.calendar(report.progress.days, report.streak.frozen, report.today, width)
    lines = [Content.assemble((line[:5], "$quiet"), _styled(line[5:])) for line in week]
    return [Content.styled(months, "$quiet"), *lines, Content.styled(charts.legend(), "$quiet")]


def _styled(line: str) -> Content:
    known = glyphs()
    styles = {known.studied: "$accent", known.some: "$accent", known.frozen: "bold", known.nothing: "$faint"}
    return Content.assemble(*((glyph, styles.get(glyph, "")) for glyph in line))
