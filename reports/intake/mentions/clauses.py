"""A sentence with the names in it marked: what reaches a name, and what the name is subject of."""

from collections.abc import Iterable

from reports.intake.document import Span
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import NUMBER, SIGN, Line

_STRANGE_AT_MOST = 3  # words between a cue and a name that are neither names nor capacities


class Clause:
    """One sentence, with every token that belongs to a name or a capacity marked."""

    def __init__(self, line: Line, words: PeopleWords, spans: Iterable[Span]) -> None:
        self.line = line
        self.words = words
        self.marked: set[int] = set()
        for span in spans:
            if line.sentence.span.meets(span):
                self.marked.update(range(line.first_from(span.start), line.first_from(span.end)))

    def reach(self, at: int, strange: int = _STRANGE_AT_MOST) -> int:
        """The leftmost token from which only names, capacities and lists lead to `at`.

        So many `strange` words may stand between.
        """
        while at > 0:
            if self._is_repeated(at - 1):
                pass  # "by Anna Ek, by Emin Duran and by …"
            elif not self._leads(at - 1):
                strange -= 1
                if strange < 0 or self._is_verb(at - 1):
                    break
            at -= 1
        return at

    def _is_repeated(self, at: int) -> bool:
        """Whether "by" only goes on a list."""
        low = self.line.low
        return low(at) in self.words.agents and (
            low(at - 1) == "," or low(at - 1) in self.words.joining
        )

    def _is_verb(self, at: int) -> bool:
        low = self.line.tokens[at].low
        return low in self.words.saying or low in self.words.doing or low in self.words.agents

    def _leads(self, at: int) -> bool:
        token = self.line.tokens[at]
        if at in self.marked or token.capital or token.shape == NUMBER:
            return True
        if token.shape == SIGN:
            return token.text in ",();:–-/&"
        return (
            token.low in self.words.links
            or token.low in self.words.articles
            or token.low in self.words.joining
            or token.low in self.words.in_titles
            or token.low in self.words.modifiers
            or token.low in self.words.in_lists
        )

    def begin(self, at: int) -> int:
        """Where the capacity before a name begins, articles and pronouns with it."""
        while at > 0:
            if at - 1 in self.marked and self.line.tokens[at - 1].shape != SIGN:
                at -= 1
            elif at - 2 in self.marked and self.line.low(at - 1) in (",", "’s"):
                at -= 2
            else:
                break
        while at > 0 and (
            self.line.low(at - 1) in self.words.articles
            or self.line.low(at - 1) in self.words.honorifics
            or self.line.low(at - 1) in self.words.determiners
        ):
            at -= 1
        return at

    def is_subject(self, at: int) -> bool:
        """Whether the name that begins here, capacity and all, can be what a verb speaks of."""
        before = self.line.low(self.begin(at) - 1)
        if before in self.words.no_subject or before in self.words.saying:
            return False
        return not (before.endswith("ing") and before not in self.words.in_titles)

    def is_told_of_another(self, name_end: int, verb: int) -> bool:
        """Whether a pronoun between name and verb takes the verb: "Appreciating her, he said"."""
        return any(self.line.low(at) in self.words.pronouns for at in range(name_end, verb))

    def relative_behind(self, end: int, limit: int) -> int:
        """Where "who" stands before `limit` in "Anna Ek, director, who …"; -1 if nowhere."""
        at = end
        while at < limit and (at in self.marked or self._is_apposed(at)):
            at += 1
        low = self.line.low(at)
        return at if low in self.words.relative or low in self.words.explaining else -1

    def _is_apposed(self, at: int) -> bool:
        """Whether it may stand in a capacity that was not read as one: "Cathaoirleach of"."""
        if at >= len(self.line.tokens) or self.line.low(at) in self.words.joining:
            return False
        if self.line.tokens[at].shape == SIGN:
            return self.line.low(at) == ","
        return self._leads(at) and self.line.low(at) not in self.words.relative
