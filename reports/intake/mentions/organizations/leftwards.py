"""How far the name of an organization reaches to the left of its head."""

from reports.intake.mentions.nations import is_country
from reports.intake.mentions.organizations.heads import Heads
from reports.intake.mentions.organizations.vocabulary import Phrase, Vocabulary
from reports.intake.mentions.tokens import CLOSING, NUMBER, Line

_THROUGH_OF = frozenset({"religious", "education", "museum", "ensemble", "association"})
_NUMBERED = frozenset({"military", "education"})


class Leftwards(Heads):
    """Grows one name at a time; `kind` and `head` are those of the name being grown."""

    def __init__(self, line: Line, words: Vocabulary) -> None:
        super().__init__(line, words)
        self.kind = ""
        self.head: Phrase = ()

    def leftwards(self, first: int, floor: int) -> int:
        at = first
        while at > floor:
            step = self._one_left(at, floor)
            if step == at:
                break
            at = step
        return at

    def _one_left(self, at: int, floor: int) -> int:
        previous, two = self.tokens[at - 1], at - 2
        if previous.capital:
            return at - 1 if self.may_belong(at - 1) else at
        if previous.low in self.words.named_after and self.line.capital(two):
            return two  # "Tofiq Vahid | adına | Musiqi Məktəbi"
        if previous.is_possessive and two >= floor:
            return self._possessor(two, floor, at)
        if previous.text in "’'" and two >= floor and self._is_plural_possessor(two, at):
            return two
        if previous.low in self.words.articles and at - 3 >= floor:
            named = self.line.low(two) in self.words.of and self.line.capital(at - 3)
            return at - 3 if named and self.line.low(at - 3) in self.words.before_of else at
        if previous.text == ")" and at - 4 >= floor and self.line.low(at - 3) == "(":
            return at - 4 if self.is_nation(two) and self.line.capital(at - 4) else at
        if previous.text in CLOSING and two > floor:
            opening = self.opening(at - 1, floor)
            return opening if opening >= 0 else at
        if two < floor or not self.line.capital(two) or not self.may_belong(two):
            return self._ordinal_left(at)
        return two if self._links(two, at, floor) else at

    def _links(self, first: int, second: int, floor: int) -> bool:
        """Whether what stands between two capitals makes them one name."""
        link = self.tokens[first + 1]
        if link.text in ("&", "-", "/") or (link.text == "–" and self._are_alike(first, second)):
            return True
        if link.low in self.words.joining:
            return self._are_alike(first, second) or self._are_one_name(first, second)
        if link.low in self.words.only_topics and self.words.cases.after_head:
            return True  # "Diasporla İş | üzrə | Dövlət Komitəsi": the head comes last
        return link.low in self.words.of and self._leads_through_of(first, floor)

    def _leads_through_of(self, at: int, floor: int) -> bool:
        """As in "Friends of Rwanda Association", "Tree of Life Synagogue"."""
        low = self.tokens[at].low
        if low in self.words.before_of:
            return True
        plain = self.kind in _THROUGH_OF and low not in self.words.things and at > 0
        return plain and not self.head_at(at) and not self.line.capital(at - 1)

    def _is_plural_possessor(self, at: int, head: int) -> bool:
        """As in "Writers’ House", "Survivors’ Circle"."""
        token = self.tokens[at]
        attached = self.tokens[at + 1].start == token.end and self.tokens[head].start > token.end
        return token.capital and attached and token.low.endswith("s")

    def _ordinal_left(self, at: int) -> int:
        """As in "366th Motorized Rifle Regiment", "2nd High School"."""
        token = self.tokens[at - 1]
        if token.shape != NUMBER:
            return at
        year = len(token.text) == 4 and self.line.low(at - 2) in self.words.articles
        ordinal = not token.text.isdigit() and self.kind in _NUMBERED
        return at - 1 if ordinal or year else at  # "the 1902 Memory Council"

    def _possessor(self, at: int, floor: int, unchanged: int) -> int:
        """Left of "’s": a country’s ministry, a saint’s church; not a town’s or a person’s."""
        if not self.line.capital(at):
            return unchanged
        if at - 1 >= floor and self.line.low(at - 1) in self.words.saints:
            return at - 1
        if self.tokens[at].low in self.words.possessors:
            return self.leftwards(at, floor)
        if at - 1 >= floor and is_country(f"{self.tokens[at - 1].text} {self.tokens[at].text}"):
            return at - 1
        return at if is_country(self.tokens[at].text) else unchanged

    def _are_alike(self, first: int, second: int) -> bool:
        """Whether "and" joins two words of one name: topics, or two nations."""
        if self.is_nation(first) and (self.is_nation(second) or self.is_place(second)):
            return True
        if self.line.low(second) in self.words.surroundings:  # "Carrick and District Society"
            return True
        return self.is_topic(first) and (self.is_topic(second) or self.head_at(second) > 0)

    def _are_one_name(self, first: int, second: int) -> bool:
        """As in "the Harp | and Lion Theatre": behind an article and with no name of its own."""
        if self.line.low(first - 1) not in self.words.articles:
            return False
        own = self.head_at(first) or self.is_title(first) or self.is_place(first)
        return not (own or self.is_nation(first) or self.head_at(second))
