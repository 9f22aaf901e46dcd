"""What `--help` and `--version` print: kept as text, since it takes longer to load what reads options than to play."""

from purges_quiz import __version__

VERSION = f"purges-quiz {__version__}"

HELP = """\
Usage: purges-quiz [play] [OPTIONS]
       purges-quiz COMMAND [OPTIONS] ...

  Revise flashcards in timed rounds: multiple choice, numbers, dates and typed
  answers. A deck comes with the game; others can be made from your own cards.

  Without a command the game opens on its home screen, where you choose a
  round; Enter starts a quick round of ten questions.

Options of a round:
  --mode MODE          Start this kind of round at once: quick, sprint, full,
                       mistakes, card or exam.
  --questions N        How many questions to ask: 1 to 200.
  --time SECONDS|off   The time for a question, in sprint and exam for the
                       round; off: no clock.
  --card CARD          Ask about one card: its key, or its number from 1.
  --kind KIND,...      Ask only these kinds of question: multiple-choice,
                       number-recall, date-recall, free-text, list-recall,
                       ordering, matching.
  --seed N             Repeat the same choice of questions, options and order.
  --exam DATE          The day of your exam, as in 2027-05-20.
  --deck NAME|FOLDER   One of your decks, or any folder, instead of the shipped
                       deck.
  --data-dir DIR       Keep answers and settings in this folder.
  --theme THEME        Colours of the screen: dark, light, high-contrast or
                       ansi.
  --no-color           No colours at all.
  --no-animation       No movement on the screen.
  --plain              Play on lines: for screen readers, pipes and logs.

Options:
  -V, --version        Show the version.
  -h, --help           Show this message; after a command, that command's.

Commands:
  play                 Play: a round, or the home screen to choose one.
  stats                Show what is known, streaks and personal bests.
  mistakes             Show the mistakes that are still open.
  cards                Show the cards with their facts.
  questions            Print every question that can be asked, with its answer.
  grade                Grade typed answers, read as JSON lines.
  new                  Make a deck from cards of another program.
  decks                List your decks and how far you are; add or pack one.
  export               Write questions for Anki, Quizlet, Moodle or paper.
  check                Check a deck of your own.
  ladders              Choose the wrong numbers and dates of a deck.
  audit                Check every question that can be asked.
  backup               Write answers, settings and decks into one file.
  restore              Go back to a backup; your present answers are set aside.
  merge                Add what a copy from elsewhere has and yours lacks.
  paths                Show where the answers, the settings and the cards are.
  reset                Set all answers aside and start afresh."""

AT_ONCE: dict[tuple[str, ...], str] = {("--help",): HELP, ("-h",): HELP, ("--version",): VERSION, ("-V",): VERSION}
"""What is printed for these words of the command line."""
