"""`python -m purges_quiz`."""

import sys

from purges_quiz.cli import main

sys.exit(main())
